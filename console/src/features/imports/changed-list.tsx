import type { z } from 'zod';
import type { plannedChange } from '../../../../contract/imports.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { useWords } from '../../words/use-words.ts';
import { useFieldWords } from './field-words.ts';
import style from './imports.module.css';
import { useShownValue } from './shown-value.ts';

type ChangeRow = z.infer<typeof plannedChange>;

/** What changes, or has changed, field by field. */
export function Changed({ path }: { path: string }) {
  const { t } = useWords();
  const loaded = useList<ChangeRow>(path, {});
  const columns: Column<ChangeRow>[] = [
    {
      key: 'what',
      title: t('imports.what'),
      width: '110px',
      card: 'aside',
      cell: (row) => t(`imports.entity.${row.entity}`),
    },
    {
      key: 'name',
      title: t('imports.which'),
      width: 'minmax(150px, 260px)',
      card: 'title',
      cell: (row) => <strong title={row.name}>{row.name || t('imports.gone')}</strong>,
    },
    {
      key: 'fields',
      title: t('imports.before-after'),
      width: 'minmax(280px, 3fr)',
      cell: (row) => <ChangedFields fields={row.fields} />,
    },
  ];
  return (
    <List
      label={t('imports.list.changed.name')}
      columns={columns}
      loaded={loaded}
      idOf={changeId}
      nameOf={(row) => row.name}
      empty={<EmptyState title={t('imports.list.changed.none')} />}
    />
  );
}

function ChangedFields({ fields }: { fields: ChangeRow['fields'] }) {
  const { t } = useWords();
  const { keptWords } = useFieldWords();
  const shown = useShownValue();
  return (
    <ul className={style.fields}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          <span className={style.field}>{keptWords(field)}</span>
          <span>
            <del>{shown(before)}</del>
            <span className={style.becomes}>
              <Icon name="right" size={14} />
              <span className="unseen">{t('imports.becomes')}</span>
            </span>
            <ins>{shown(after)}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}

const changeId = (row: ChangeRow) => `${row.entity}-${row.name}`;

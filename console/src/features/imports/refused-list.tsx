import type { z } from 'zod';
import type { plannedRefusal } from '../../../../contract/imports.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { useWords } from '../../words/use-words.ts';
import { refusedFile } from './import-calls.ts';
import style from './imports.module.css';

type RefusedRow = z.infer<typeof plannedRefusal>;

interface RefusedProps {
  /** The upload or the import. */
  readonly of: string;
  readonly path: string;
  readonly count: number;
  /** They were refused before: there is nothing more to decide. */
  readonly isOver?: boolean;
}

/** The refused lines, and the way to have them as a file. */
export function Refused({ of, path, count, isOver = false }: RefusedProps) {
  const { t } = useWords();
  const loaded = useList<RefusedRow>(path, {});
  return (
    <>
      {count > 0 && (
        <p className={style.refusedHead}>
          <span>{t(isOver ? 'imports.refused.over' : 'imports.refused.then')}</span>
          <a href={refusedFile(of)} download className={style.download}>
            <Icon name="download" size={16} />
            {t('imports.refused.download')}
          </a>
        </p>
      )}
      <RefusedList loaded={loaded} />
    </>
  );
}

/** Refused lines: where, what stood there, and why in words. */
function RefusedList({ loaded }: { loaded: ReturnType<typeof useList<RefusedRow>> }) {
  const { t } = useWords();
  const columns: Column<RefusedRow>[] = [
    {
      key: 'line',
      title: t('imports.line'),
      width: '72px',
      card: 'title',
      cell: (row) => (
        <>
          <span className={style.phoneOnly}>{t('imports.line')} </span>
          {row.line}
        </>
      ),
    },
    { key: 'column', title: t('imports.column'), width: 'minmax(120px, 220px)', cell: (row) => row.column },
    {
      key: 'value',
      title: t('imports.value'),
      width: 'minmax(120px, 260px)',
      cell: (row) => row.value !== null && <code className={style.value}>{row.value || '""'}</code>,
    },
    {
      key: 'why',
      title: t('imports.why'),
      width: 'minmax(220px, 3fr)',
      cell: (row) => <span className={style.why}>{row.why}</span>,
    },
  ];
  return (
    <List
      label={t('imports.list.refused.name')}
      columns={columns}
      loaded={loaded}
      idOf={refusedId}
      nameOf={(row) => String(row.line)}
      empty={<EmptyState title={t('imports.list.refused.none')} />}
    />
  );
}

const refusedId = (row: RefusedRow) => `${row.line}-${row.column}`;

import { Tabs } from '@mantine/core';
import type { z } from 'zod';
import type {
  ImportPlan,
  plannedAdded,
  plannedChange,
  plannedRefusal,
} from '../../../../contract/imports.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { useFieldWords } from './field-words.ts';
import { mostListed, type PlanList, planListPath, refusedFile } from './import-calls.ts';
import style from './imports.module.css';
import { useShownValue } from './shown-value.ts';

type Counts = NonNullable<ImportPlan['counts']>;

const lists: readonly PlanList[] = ['added', 'changed', 'refused'];

function countOf(counts: Counts, list: PlanList): number {
  if (list === 'added') return counts.added;
  if (list === 'refused') return counts.refused;
  return counts.changed + counts.customersChanged + counts.contactsChanged;
}

/** What would be added, what would change field by field, and what was refused and why. */
export function PlanLists({ job, counts }: { job: string; counts: Counts }) {
  const { t } = useWords();
  const change = useChangeAddress();
  const fullest = lists.find((list) => countOf(counts, list) > 0) ?? 'added';
  const shown = (useAddressWords().show as PlanList | undefined) ?? fullest;
  return (
    <Tabs
      value={shown}
      onChange={(list) => void change({ show: list ?? undefined })}
      className={style.lists ?? ''}
    >
      <Tabs.List>
        {lists.map((list) => (
          <Tabs.Tab key={list} value={list}>
            {t(`imports.list.${list}`, { count: countOf(counts, list) })}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {countOf(counts, shown) > mostListed && (
        <p className={style.listed}>{t('imports.list.first', { count: mostListed })}</p>
      )}
      <Tabs.Panel value="added" pt="md">
        {shown === 'added' && <Added job={job} />}
      </Tabs.Panel>
      <Tabs.Panel value="changed" pt="md">
        {shown === 'changed' && <Changed job={job} />}
      </Tabs.Panel>
      <Tabs.Panel value="refused" pt="md">
        {shown === 'refused' && <Refused job={job} count={counts.refused} />}
      </Tabs.Panel>
    </Tabs>
  );
}

type AddedRow = z.infer<typeof plannedAdded>;
type ChangeRow = z.infer<typeof plannedChange>;
type RefusedRow = z.infer<typeof plannedRefusal>;

function Added({ job }: { job: string }) {
  const { t } = useWords();
  const loaded = useList<AddedRow>(planListPath(job, 'added'), {});
  const day = (on: string | null) => (on === null ? t('imports.nothing') : <Day on={on} />);
  const columns: Column<AddedRow>[] = [
    { key: 'number', title: t('imports.order'), width: '130px', card: 'title', cell: (row) => row.number },
    {
      key: 'name',
      title: t('imports.field.commonName'),
      width: 'minmax(140px, 1.3fr)',
      cell: (row) => <span title={row.commonName ?? undefined}>{row.commonName}</span>,
    },
    {
      key: 'customer',
      title: t('imports.customer'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <span title={row.customer}>{row.customer}</span>,
    },
    {
      key: 'covers',
      title: t('imports.covers-until'),
      width: '116px',
      card: 'aside',
      cell: (row) => day(endOf(row, 'coverage')),
    },
    {
      key: 'certificate',
      title: t('imports.certificate-until'),
      width: '116px',
      leaves: 2,
      cell: (row) => day(endOf(row, 'certificate') ?? endOf(row, 'coverage')),
    },
    {
      key: 'reading',
      title: t('imports.reading'),
      width: 'minmax(180px, 1.6fr)',
      leaves: 3,
      cell: (row) => <span className={style.why}>{row.reading}</span>,
    },
  ];
  return (
    <List
      label={t('imports.list.added.name')}
      columns={columns}
      loaded={loaded}
      idOf={addedId}
      nameOf={(row) => row.number}
      empty={<EmptyState title={t('imports.list.added.none')} />}
    />
  );
}

function Changed({ job }: { job: string }) {
  const { t } = useWords();
  const loaded = useList<ChangeRow>(planListPath(job, 'changed'), {});
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
      cell: (row) => <strong title={row.name}>{row.name}</strong>,
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

function Refused({ job, count }: { job: string; count: number }) {
  const { t } = useWords();
  const loaded = useList<RefusedRow>(planListPath(job, 'refused'), {});
  return (
    <>
      {count > 0 && (
        <p className={style.refusedHead}>
          <span>{t('imports.refused.then')}</span>
          <a href={refusedFile(job)} download className={style.download}>
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

/** The last day of one of its clocks; one end for both is the coverage's. */
function endOf({ clocks }: AddedRow, kind: string): string | null {
  return clocks.find((clock) => clock.kind === kind)?.ends ?? null;
}

const addedId = (row: AddedRow) => `${row.authority}-${row.number}`;
const changeId = (row: ChangeRow) => `${row.entity}-${row.name}`;
const refusedId = (row: RefusedRow) => `${row.line}-${row.column}`;

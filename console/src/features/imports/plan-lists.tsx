import { Tabs } from '@mantine/core';
import type { z } from 'zod';
import type { ImportPlan, plannedAdded } from '../../../../contract/imports.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { Changed } from './changed-list.tsx';
import { mostListed, type PlanList, planListPath } from './import-calls.ts';
import style from './imports.module.css';
import { Refused } from './refused-list.tsx';

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
      {shown !== 'refused' && countOf(counts, shown) > mostListed && (
        <p className={style.listed}>{t('imports.list.first', { count: mostListed })}</p>
      )}
      <Tabs.Panel value="added" pt="md">
        {shown === 'added' && <Added job={job} />}
      </Tabs.Panel>
      <Tabs.Panel value="changed" pt="md">
        {shown === 'changed' && <Changed path={planListPath(job, 'changed')} />}
      </Tabs.Panel>
      <Tabs.Panel value="refused" pt="md">
        {shown === 'refused' && (
          <Refused of={job} path={planListPath(job, 'refused')} count={counts.refused} />
        )}
      </Tabs.Panel>
    </Tabs>
  );
}

type AddedRow = z.infer<typeof plannedAdded>;

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

/** The last day of one of its clocks; one end for both is the coverage's. */
function endOf({ clocks }: AddedRow, kind: string): string | null {
  return clocks.find((clock) => clock.kind === kind)?.ends ?? null;
}

const addedId = (row: AddedRow) => `${row.authority}-${row.number}`;

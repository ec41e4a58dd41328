import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PlanChanges as Changes, PlanChange } from '../../../../contract/plan.ts';
import { api } from '../../api/client.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { shortDayText } from '../../shell/time-text.ts';
import { useAddressWords, useChangeAddress, useQuickView } from '../../shell/use-address.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { stageValues } from '../messages/messages-page.tsx';
import style from './plan.module.css';
import { Two } from './plan-list.tsx';
import { shiftDay } from './plan-weeks.ts';

/** What became another since yesterday's plan, and why. */
export function PlanChanges({ today, customer }: { today: string; customer: string | undefined }) {
  const { t } = useWords();
  const { since, cause } = useAddressWords();
  const change = useChangeAddress();
  const { open } = useQuickView();
  const filter = { since: since === 'week' ? shiftDay(today, -7) : today, cause, customer };
  const loaded = useList<PlanChange>('/plan/changes', filter);
  const columns = useChangeColumns();
  const choices = ['today', 'week'].map((value) => ({ value, label: t(`plan.changes.since.${value}`) }));
  return (
    <>
      <div className={style.since}>
        <span id="plan-since">{t('plan.changes.since')}</span>
        <SegmentedControl
          aria-labelledby="plan-since"
          data={choices}
          value={since === 'week' ? 'week' : 'today'}
          onChange={(value) => void change({ since: value === 'week' ? 'week' : undefined })}
        />
      </div>
      <ChangeTotals since={filter.since} chosen={cause} />
      <List
        label={t('plan.view.changes')}
        rowLines={2}
        columns={columns}
        loaded={loaded}
        idOf={(row) => row.id}
        nameOf={(row) => row.number}
        open={(row) => open('order', row.order)}
        empty={
          <EmptyState title={t('plan.changes.none')} text={t('plan.changes.none-then')}>
            <PageLink to="/plan">{t('plan.changes.back')}</PageLink>
          </EmptyState>
        }
      />
    </>
  );
}

/** By cause, in numbers; pressing one shows only that cause. */
function ChangeTotals({ since, chosen }: { since: string; chosen: string | undefined }) {
  const { t } = useWords();
  const change = useChangeAddress();
  const { data } = useQuery({
    queryKey: ['plan', 'change-totals', since],
    queryFn: ({ signal }) => api.get<Changes>('/plan/changes', { since, limit: 1 }, signal),
  });
  const byCause = Map.groupBy(data?.totals ?? [], (total) => total.causeCode);
  if (byCause.size === 0) return null;
  return (
    <ul className={style.causes} aria-label={t('plan.changes.totals')}>
      {[...byCause].map(([code, totals]) => (
        <li key={code}>
          <button
            type="button"
            aria-pressed={chosen === code}
            onClick={() => void change({ cause: chosen === code ? undefined : code })}
          >
            <strong>{totals[0]!.cause}</strong>
            <span>{kinds(totals, t)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function kinds(totals: NonNullable<Changes['totals']>, t: ReturnType<typeof useWords>['t']): string {
  const byKind = Map.groupBy(totals, ({ kind }) => kind);
  return [...byKind]
    .map(([kind, some]) =>
      t(`plan.change-kind.${kind}`, { count: some.reduce((sum, { touches }) => sum + touches, 0) }),
    )
    .join(' · ');
}

function useChangeColumns(): readonly Column<PlanChange>[] {
  const { t, locale } = useWords();
  return useMemo(() => {
    const day = (word: PlanChange['was']) => (word ? shortDayText(word.day, locale) : '');
    return [
      {
        key: 'order',
        title: t('plan.col.order'),
        width: 'minmax(150px, 1.4fr)',
        card: 'title',
        cell: (row) => <Two first={row.commonName ?? row.number} second={row.customer.name} />,
      },
      {
        key: 'stage',
        title: t('plan.col.stage'),
        width: '132px',
        leaves: 3,
        cell: (row) => t('messages.stage-words', stageValues(row.stage)),
      },
      {
        key: 'change',
        title: t('plan.col.change'),
        width: 'minmax(180px, 1.6fr)',
        card: 'line',
        cell: (row) => t(`plan.change.${row.kind}`, { was: day(row.was), day: day(row.is) }),
      },
      {
        key: 'cause',
        title: t('plan.col.cause'),
        width: 'minmax(150px, 1.2fr)',
        cell: (row) => <Cause row={row} />,
      },
      {
        key: 'at',
        title: t('plan.col.day'),
        width: '150px',
        card: 'aside',
        leaves: 1,
        cell: (row) => <Moment at={row.at} />,
      },
    ];
  }, [t, locale]);
}

function Cause({ row }: { row: PlanChange }) {
  const { t } = useWords();
  if (row.causeCode === 'import' && row.ref) {
    return <PageLink to={`/imports/${row.ref}`}>{t('plan.cause-import', { id: row.ref })}</PageLink>;
  }
  return <Two first={row.cause} second={row.ref} />;
}

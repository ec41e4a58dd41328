import { type ReactNode, useMemo } from 'react';
import type { PlanRow } from '../../../../contract/plan.ts';
import type { Query } from '../../api/client.ts';
import type { Column } from '../../shell/list/column.ts';
import { List } from '../../shell/list/list.tsx';
import type { OnList } from '../../shell/list/list-props.ts';
import { useList } from '../../shell/list/use-list.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { dayText } from '../../shell/time-text.ts';
import { useQuickView } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { stageValues } from '../messages/messages-page.tsx';
import style from './plan.module.css';
import { TouchState } from './touch-state.tsx';

/** One row for each touch and day, in the order of days. */
export function PlanList({ filter, onList }: { filter: Query; onList: OnList<PlanRow> }) {
  const { t, locale } = useWords();
  const { opened, open } = useQuickView();
  const loaded = useList<PlanRow>('/plan', filter);
  return (
    <List
      label={t('plan.title')}
      rowLines={2}
      {...onList}
      loaded={loaded}
      idOf={idOf}
      nameOf={(row) => row.number}
      groupOf={(row) => dayText(row.day, locale)}
      open={(row) => open('plan-touch', row.id)}
      openedId={opened?.startsWith('plan-touch:') ? opened.slice('plan-touch:'.length) : null}
    />
  );
}

const idOf = (row: PlanRow) => row.id;

export function usePlanColumns(): readonly Column<PlanRow>[] {
  const { t } = useWords();
  return useMemo(
    () => [
      {
        key: 'order',
        title: t('plan.col.order'),
        width: 'minmax(140px, 1.2fr)',
        card: 'title',
        cell: (row) => (
          <Two
            first={
              <QuickLink kind="plan-touch" id={row.id}>
                {row.commonName ?? row.number}
              </QuickLink>
            }
            second={row.commonName ? row.number : null}
          />
        ),
      },
      {
        key: 'customer',
        title: t('plan.col.customer'),
        width: 'minmax(120px, 1fr)',
        leaves: 3,
        cell: (row) => <Two first={row.customer.name} second={row.owner} />,
      },
      {
        key: 'stage',
        title: t('plan.col.stage'),
        width: '124px',
        leaves: 2,
        cell: (row) => (
          <Two
            first={t('messages.stage-words', stageValues(row.stage))}
            second={t('messages.clock', { kind: row.kind })}
          />
        ),
      },
      {
        key: 'state',
        title: t('plan.col.state'),
        width: '116px',
        card: 'aside',
        cell: (row) => <TouchState state={row.state} />,
      },
      {
        key: 'why',
        title: t('plan.col.why'),
        width: 'minmax(150px, 1.6fr)',
        card: 'line',
        cell: (row) => <span className={style.why}>{row.why}</span>,
      },
      {
        key: 'to',
        title: t('plan.col.to'),
        width: 'minmax(130px, 1.2fr)',
        leaves: 3,
        cell: (row) =>
          row.to ? (
            <Two
              first={row.to.address}
              second={row.others > 0 ? t('plan.others', { count: row.others }) : row.to.name}
            />
          ) : (
            <span className="quiet">{t('plan.nobody')}</span>
          ),
      },
    ],
    [t],
  );
}

export function Two({ first, second }: { first: ReactNode; second: string | null }) {
  return (
    <span className={style.two}>
      <span>{first}</span>
      {second && <small>{second}</small>}
    </span>
  );
}

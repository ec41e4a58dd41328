import { SegmentedControl } from '@mantine/core';
import type { PlanDays, PlanRow } from '../../../../contract/plan.ts';
import type { Query } from '../../api/client.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { ExportMenu } from '../../shell/export-menu.tsx';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import type { OnList } from '../../shell/list/list-props.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { dayText } from '../../shell/time-text.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './plan.module.css';
import { PlanCalendar } from './plan-calendar.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { PlanList, usePlanColumns } from './plan-list.tsx';
import { planFilterNames, planFilterOf, usePlanDays } from './plan-query.ts';
import { usePlanFilters } from './use-plan-filters.ts';

const views = ['calendar', 'list', 'changes'] as const;
/** Of the address, besides the filters, what a saved view keeps. */
const viewWords = ['view', 'since', 'cause'];
/** A calendar has none to choose. */
const noColumns: readonly Column<PlanRow>[] = [];

/** Who gets what in the days ahead, why, and why not: before it runs. */
export function PlanPage() {
  const { t } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const view = views.find((one) => one === words.view) ?? 'calendar';
  const filter = planFilterOf(words);
  const { data, error, refetch } = usePlanDays(filter);
  const filters = usePlanFilters(words.customer);
  const columns = usePlanColumns();
  const { listed, onList } = useListed('plan', view === 'list' ? columns : noColumns, viewWords);
  const choices = views.map((value) => ({ value, label: t(`plan.view.${value}`) }));
  return (
    <>
      <PageHead
        title={t('plan.title')}
        line={data ? <Standing days={data} /> : t('plan.line')}
        help="held-run"
      >
        <SegmentedControl
          aria-label={t('plan.view')}
          data={choices}
          value={view}
          onChange={(value) => void change({ view: value === 'calendar' ? undefined : value }, 'add')}
        />
        <ExportMenu list="/plan" filter={filter} words="plan.export" />
      </PageHead>
      {view !== 'changes' && <FilterBar filters={filters} listed={listed} />}
      {error && !data && <ProblemNote problem={error} again={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={12} />}
      {data && <Shown {...{ days: data, view, filter, onList, customer: words.customer }} />}
    </>
  );
}

interface ShownProps {
  readonly days: PlanDays;
  readonly view: (typeof views)[number];
  readonly filter: Query;
  readonly onList: OnList<PlanRow>;
  readonly customer: string | undefined;
}

function Shown({ days, view, filter, onList, customer }: ShownProps) {
  const { t } = useWords();
  const { standing, approvalNeeded } = days;
  if (standing.day === null) return <EmptyState title={t('plan.none')} text={t('plan.none-then')} />;
  if (view === 'changes') return <PlanChanges today={standing.today} customer={customer} />;
  const isFiltered = planFilterNames.some((name) => filter[name]);
  if (days.days.length === 0 && !isFiltered) {
    return (
      <EmptyState title={t('plan.empty')} text={t('plan.empty-then')}>
        <PageLink to="/imports/new">{t('plan.empty-action')}</PageLink>
      </EmptyState>
    );
  }
  if (view === 'list') return <PlanList filter={filter} onList={onList} />;
  return <PlanCalendar standing={standing} days={days.days} approvalNeeded={approvalNeeded} />;
}

/** How fresh what is shown is, and whether it leaves at all. */
function Standing({ days: { standing } }: { days: PlanDays }) {
  const { t, locale, rich } = useStandingWords();
  const { making, refreshedAt, until } = standing;
  return (
    <span className={style.standing} aria-live="polite">
      {!standing.sendingOn && (
        <span className={style.off}>
          <Icon name="bell-off" size={16} /> {t('plan.sending-off')}
        </span>
      )}
      {refreshedAt && until && rich(refreshedAt, dayText(until, locale))}
      {making && (
        <span>
          {t('plan.making', {
            percent: new Intl.NumberFormat(locale, { style: 'percent' }).format(
              making.total === 0 ? 0 : making.done / making.total,
            ),
          })}
        </span>
      )}
      {!making && standing.stale && refreshedAt && <span>{t('plan.stale')}</span>}
    </span>
  );
}

function useStandingWords() {
  const { t, locale } = useWords();
  const rich = (at: string, until: string) => {
    const [before = '', after = ''] = t('plan.fresh', { at: '\u0001', until }).split('\u0001');
    return (
      <span>
        {before}
        <Moment at={at} />
        {after}
      </span>
    );
  };
  return { t, locale, rich };
}

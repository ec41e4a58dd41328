import { useQuery } from '@tanstack/react-query';
import type { Dashboard } from '../../../../contract/dashboard.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { SetupCard } from '../setup/setup-card.tsx';
import { BreakingSoon } from './breaking-soon.tsx';
import style from './dashboard.module.css';
import { DashboardSkeleton } from './dashboard-skeleton.tsx';
import { DueAhead } from './due-ahead.tsx';
import { MoneyThisMonth } from './money-this-month.tsx';
import { RenewalRate } from './renewal-rate.tsx';
import { Sending } from './sending.tsx';
import { ToMend } from './to-mend.tsx';

const everyMs = 60_000;

/** What breaks, what leaves, what is to be mended, what it is worth: in ten seconds. Every figure leads to its list. */
export function DashboardPage() {
  const { t, rich } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['dashboard'],
    queryFn: ({ signal }) => api.get<Dashboard>('/dashboard', undefined, signal),
    refetchInterval: everyMs,
  });
  const line = data ? rich('dashboard.as-of', { at: <Moment key="at" at={data.asOf} /> }) : ' ';
  return (
    <>
      <PageHead title={t('dashboard.title')} line={line} />
      <SetupCard />
      {error && <ProblemNote problem={error} again={() => void refetch()} />}
      {data ? <Answers seen={data} /> : !error && <DashboardSkeleton />}
    </>
  );
}

function Answers({ seen }: { seen: Dashboard }) {
  const { t } = useWords();
  const mayImport = useMay('imports:apply');
  if (isEmpty(seen)) {
    return (
      <EmptyState title={t('dashboard.empty')} text={t('dashboard.empty.text')}>
        {mayImport && <PageLink to="/imports/new">{t('dashboard.empty.action')}</PageLink>}
      </EmptyState>
    );
  }
  return (
    <div className={style.answers}>
      <BreakingSoon breaking={seen.breaking} />
      <ToMend seen={seen} />
      <Sending sending={seen.sending} runs={seen.runs} />
      <DueAhead due={seen.due} />
      {seen.moneyThisMonth.currencies.length > 0 && <MoneyThisMonth money={seen.moneyThisMonth} />}
      <RenewalRate rate={seen.renewalRate} />
    </div>
  );
}

/** Nothing was ever imported and nothing is running out: an account that begins. */
function isEmpty({ runs, due }: Dashboard): boolean {
  return runs.lastImport === null && Object.values(due).every(({ count }) => count === 0);
}

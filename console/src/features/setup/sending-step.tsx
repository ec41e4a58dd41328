import { useQuery } from '@tanstack/react-query';
import type { SendingRun, SendingState } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { pages } from '../../shell/pages.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { SendingOutlookView } from './sending-outlook.tsx';
import style from './setup.module.css';

const everyMs = 3_000;

/** What would leave at this moment, and the switch; once it is on, how the first messages fare. */
export function SendingStep() {
  const { data, error, refetch } = useQuery({
    queryKey: ['sending'],
    queryFn: ({ signal }) => api.get<SendingState>('/sending', undefined, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.on ? everyMs : false),
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={6} />;
  return data.on ? <IsOn seen={data} /> : <SendingOutlookView />;
}

function IsOn({ seen: { waiting, workers } }: { seen: SendingState }) {
  const { t } = useWords();
  // The state tells of runs that are not over; the first one often is.
  const { data } = useQuery({
    queryKey: ['setup-runs'],
    queryFn: ({ signal }) =>
      api.get<{ readonly rows: readonly SendingRun[] }>('/sending/runs', { limit: 20 }, signal),
    refetchInterval: everyMs,
  });
  const submitted = data?.rows.reduce((sum, { counts }) => sum + counts.submitted, 0) ?? 0;
  const place = pages.some(({ path }) => path === '/sending') ? 'sending' : 'messages';
  return (
    <div className={style.body} role="status">
      <p className={style.good}>{t('setup.sending.is-on')}</p>
      <p>{t('setup.sending.under-way', { submitted, waiting: waiting.all })}</p>
      {workers.alive === 0 && <p className={style.warning}>{t('dashboard.sending.asleep')}</p>}
      <p>
        <PageLink to={`/${place}`}>{t(`setup.sending.${place}`)}</PageLink>
      </p>
    </div>
  );
}

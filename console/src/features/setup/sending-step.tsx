import { useQuery } from '@tanstack/react-query';
import type { SendingState } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
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

function IsOn({ seen: { runs, waiting, workers } }: { seen: SendingState }) {
  const { t } = useWords();
  const submitted = runs.reduce((sum, { counts }) => sum + counts.submitted, 0);
  return (
    <div className={style.body} role="status">
      <p className={style.good}>{t('setup.sending.is-on')}</p>
      <p>{t('setup.sending.under-way', { submitted, waiting: waiting.all })}</p>
      {workers.alive === 0 && <p className={style.warning}>{t('dashboard.sending.asleep')}</p>}
      <p>
        <PageLink to="/messages">{t('setup.sending.messages')}</PageLink>
      </p>
    </div>
  );
}

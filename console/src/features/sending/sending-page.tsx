import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../../api/use-session.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { HeldRun } from './held-run.tsx';
import { LiveRun } from './live-run.tsx';
import { PastRuns } from './past-runs.tsx';
import style from './sending.module.css';
import { isGoing, sendingQuery } from './sending-query.ts';
import { SendingSwitch } from './sending-switch.tsx';

/** Whether messages leave, what waits for a person, and how far each run has come. */
export function SendingPage() {
  const { t } = useWords();
  const { data: state, error, refetch } = useQuery(sendingQuery);
  const queries = useQueryClient();
  // A run that begins, ends or is spoken of changes the list of runs, which does not ask by itself.
  const standing = state?.runs.map(({ id, state: word }) => `${id} ${word}`).join(', ');
  useEffect(() => {
    if (standing !== undefined) void queries.invalidateQueries({ queryKey: ['list', '/sending/runs'] });
  }, [standing, queries]);
  const may = { switch: useMay('sending:switch'), release: useMay('messages:release') };
  return (
    <>
      <PageHead title={t('sending.title')} line={t('sending.line')} help="stop-everything" />
      {!state && error && <ProblemNote problem={error} again={() => void refetch()} />}
      {!state && !error && <PageSkeleton rows={6} />}
      {state && (
        <div className={style.page}>
          <SendingSwitch state={state} may={may.switch} />
          {state.runs
            .filter((run) => run.state === 'held')
            .map((run) => (
              <HeldRun key={run.id} run={run} may={may.release} />
            ))}
          {state.runs
            .filter((run) => run.state === 'released' || run.state === 'stopped')
            .map((run) => (
              <LiveRun
                key={run.id}
                run={run}
                at={state.asOf}
                isGoing={isGoing(state, run)}
                may={may.release}
              />
            ))}
          <PastRuns />
        </div>
      )}
    </>
  );
}

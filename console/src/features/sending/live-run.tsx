import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SendingRun } from '../../../../contract/sending.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { RingProgress } from '../../shell/ring.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { DiscardRun } from './discard-run.tsx';
import { RunCounts } from './run-counts.tsx';
import style from './sending.module.css';
import { useRunPace } from './use-run-pace.ts';
import { useSendingChanges } from './use-sending-changes.ts';

interface LiveRunProps {
  readonly run: SendingRun;
  /** When these counts were taken. */
  readonly at: string;
  readonly isGoing: boolean;
  readonly may: boolean;
}

/** A run on its way or stopped: how far it has come, how fast, and a hand on it. */
export function LiveRun({ run, at, isGoing, may }: LiveRunProps) {
  const { t, rich } = useWords();
  const { say } = useSendingChanges();
  const pace = useRunPace(run, at);
  const [isBusy, setBusy] = useState(false);
  const [isDiscarding, discard] = useState(false);
  const done = run.planned === 0 ? 1 : (run.planned - run.left) / run.planned;
  const isStopped = run.state === 'stopped';
  const word = async (what: 'stop' | 'resume') => {
    setBusy(true);
    await say(run, what);
    setBusy(false);
  };
  return (
    <section className={style.run} data-tone={isStopped ? 'held' : 'going'} aria-label={t('sending.run')}>
      <div className={style.live}>
        <RingProgress done={done} label={t('sending.progress')} size={56} />
        <div>
          <h2>
            {isStopped
              ? t('sending.stopped', { left: run.left })
              : t('sending.going', { done: run.planned - run.left, count: run.planned })}
          </h2>
          <p className="quiet">
            {rich('sending.planned-at', { at: <Moment key="at" at={run.asOf} /> })}
            {isGoing &&
              pace &&
              ` · ${t('sending.pace', { perSecond: pace.perSecond, minutes: pace.minutesLeft })}`}
            {!isStopped && !isGoing && ` · ${t('sending.not-going')}`}
          </p>
        </div>
        {may && run.left > 0 && !isDiscarding && (
          <div className={style.hands}>
            {isStopped ? (
              <>
                <Button variant="filled" loading={isBusy} onClick={() => void word('resume')}>
                  {t('sending.resume', { left: run.left })}
                </Button>
                <Button variant="default" onClick={() => discard(true)}>
                  {t('sending.discard')}
                </Button>
              </>
            ) : (
              <Button color="red" loading={isBusy} onClick={() => void word('stop')}>
                {t('sending.stop')}
              </Button>
            )}
          </div>
        )}
      </div>
      <RunCounts run={run} />
      {!isStopped && may && <p className="quiet">{t('sending.stop-what')}</p>}
      <p>
        <PageLink to="/messages" words={{ run: run.id }}>
          {t('sending.see-all', { count: run.planned })}
        </PageLink>
      </p>
      {isDiscarding && <DiscardRun run={run} leave={() => discard(false)} />}
    </section>
  );
}

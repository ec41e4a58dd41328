import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SendingRun } from '../../../../contract/sending.ts';
import { HelpLink } from '../../shell/help/help-link.tsx';
import { Icon } from '../../shell/icon.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { stageValues } from '../messages/messages-page.tsx';
import { DiscardRun } from './discard-run.tsx';
import { FirstRecipients } from './outlook.tsx';
import style from './sending.module.css';
import { runQuery } from './sending-query.ts';
import { useSendingChanges } from './use-sending-changes.ts';

/** A run that waits for a person: why, what is in it, and what may become of it. */
export function HeldRun({ run, may }: { run: SendingRun; may: boolean }) {
  const { t, rich } = useWords();
  const { say } = useSendingChanges();
  const { data } = useQuery(runQuery(run.id));
  const [isDiscarding, discard] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const release = async () => {
    setBusy(true);
    await say(run, 'release');
    setBusy(false);
  };
  return (
    <section className={style.run} data-tone="held" aria-label={t('sending.held')}>
      <h2>
        <Icon name="warning" />
        {t('sending.held.title', { count: run.left })}
      </h2>
      <p>
        {run.unusual
          ? rich('sending.held.why', {
              usual: Math.round(run.unusual.usual),
              most: Math.round(run.unusual.mostUnasked),
              at: <Moment key="at" at={run.asOf} />,
            })
          : rich('sending.held.since', { at: <Moment key="at" at={run.asOf} /> })}
      </p>
      <HelpLink about="held-run" />
      {data ? (
        <>
          <ul className={style.reasons}>
            {data.shares.map(({ stage, purpose, locale, count }) => (
              <li key={`${stage} ${purpose} ${locale}`}>
                <span>
                  {t('messages.stage-words', stageValues(stage))} · {t(`messages.purpose.${purpose}`)} ·{' '}
                  {locale}
                </span>{' '}
                <span className="quiet">{t('sending.count', { count })}</span>
              </li>
            ))}
          </ul>
          <h3>{t('sending.first')}</h3>
          <FirstRecipients first={data.first} />
        </>
      ) : (
        <PageSkeleton rows={3} />
      )}
      <p>
        <PageLink to="/messages" words={{ run: run.id }}>
          {t('sending.see-all', { count: run.planned })}
        </PageLink>
      </p>
      {may && !isDiscarding && (
        <div className={style.actions}>
          <Button variant="filled" loading={isBusy} onClick={() => void release()}>
            {t('sending.release', { count: run.left })}
          </Button>
          <Button variant="default" onClick={() => discard(true)}>
            {t('sending.discard')}
          </Button>
        </div>
      )}
      {isDiscarding && <DiscardRun run={run} leave={() => discard(false)} />}
    </section>
  );
}

import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { SendingOutlook, SendingState } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { Outlook } from './outlook.tsx';
import style from './sending.module.css';
import { useSendingChanges } from './use-sending-changes.ts';

/** On or off, since when, and what would leave; off holds at once, on asks first. */
export function SendingSwitch({ state, may }: { state: SendingState; may: boolean }) {
  const { t, rich } = useWords();
  const { switchSending } = useSendingChanges();
  const [isBusy, setBusy] = useState(false);
  const outlook = useMutation({ mutationFn: () => api.post<SendingOutlook>('/sending/outlook') });
  const isAsking = !state.on && !outlook.isIdle;
  const doSwitch = async (on: boolean) => {
    setBusy(true);
    if (await switchSending(on)) outlook.reset();
    setBusy(false);
  };
  return (
    <section className={style.switch} data-on={state.on} aria-label={t('sending.switch')}>
      <div className={style.switchHead}>
        <div>
          <h2>
            <span className={style.lamp} aria-hidden="true" />
            {t(state.on ? 'sending.is-on' : 'sending.is-off')}
          </h2>
          <p className="quiet">
            {state.changedAt && rich('sending.since', { at: <Moment key="at" at={state.changedAt} /> })}{' '}
            {t('sending.waiting', { count: state.waiting.all })}
          </p>
          {state.workers.alive === 0 ? (
            <p className={style.warning}>
              <Icon name="warning" size={16} />
              {t('sending.no-worker')}
            </p>
          ) : (
            <p className="quiet">{t('sending.workers', { count: state.workers.alive })}</p>
          )}
        </div>
        {may && state.on && (
          <Button color="red" loading={isBusy} onClick={() => void doSwitch(false)}>
            {t('sending.off')}
          </Button>
        )}
        {may && !state.on && !isAsking && (
          <Button variant="filled" onClick={() => outlook.mutate()}>
            {t('sending.on')}
          </Button>
        )}
      </div>
      {isAsking && (
        <div className={style.ask} aria-live="polite">
          {outlook.error && <ProblemNote problem={outlook.error} again={() => outlook.mutate()} />}
          {outlook.isPending && <PageSkeleton rows={4} />}
          {outlook.data && <Outlook outlook={outlook.data} />}
          <div className={style.actions}>
            {outlook.data && (
              <Button variant="filled" loading={isBusy} onClick={() => void doSwitch(true)} data-autofocus>
                {t('sending.on.yes', { count: outlook.data.messages + outlook.data.waiting })}
              </Button>
            )}
            <Button variant="subtle" onClick={() => outlook.reset()}>
              {t('shell.cancel')}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

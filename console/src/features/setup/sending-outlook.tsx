import { Button, Checkbox } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Undoable } from '../../../../contract/list.ts';
import type { MailSettingsShown } from '../../../../contract/mail-settings.ts';
import type { SendingOutlook } from '../../../../contract/sending.ts';
import { api } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { mailQuery } from '../mail/mail-query.ts';
import { useStageWords } from '../settings/stage-words.ts';
import style from './setup.module.css';

/** What would leave if sending were switched on now, to whom, and what stays back and why; then the word to switch it on. */
export function SendingOutlookView() {
  const maySwitch = useMay('sending:switch');
  const { data, error, refetch } = useQuery({
    queryKey: ['sending-outlook'],
    queryFn: () => api.post<SendingOutlook>('/sending/outlook'),
    enabled: maySwitch,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={6} />;
  return (
    <div className={style.body}>
      <Leaves outlook={data} />
      <StaysBack outlook={data} />
      {maySwitch && <SwitchOn outlook={data} />}
    </div>
  );
}

function Leaves({ outlook }: { outlook: SendingOutlook }) {
  const { t, rich } = useWords();
  const stageWords = useStageWords();
  const all = outlook.messages + outlook.waiting;
  return (
    <section aria-live="polite">
      <p className={style.figure}>
        <strong>{all}</strong> {t('setup.sending.would', { all })}
      </p>
      <p className="quiet">{rich('setup.sending.as-of', { at: <Moment key="at" at={outlook.asOf} /> })}</p>
      {outlook.unusual && (
        <p className={style.warning}>{t('setup.sending.unusual', { most: outlook.unusual.mostUnasked })}</p>
      )}
      {outlook.first.length > 0 && (
        <>
          <h3>{t('setup.sending.first')}</h3>
          <ul className={style.first}>
            {outlook.first.map(({ id, address, contact, customer, stage, orders }) => (
              <li key={id}>
                <span>
                  <strong>{customer ?? address}</strong>
                  <small>{contact ? `${contact} · ${address}` : address}</small>
                </span>
                <span>
                  <PageLink to={`/messages/${id}`}>{t('setup.sending.read', { orders })}</PageLink>
                  <small>{stageWords(stage)}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function StaysBack({ outlook: { held, suppressed } }: { outlook: SendingOutlook }) {
  const { t, locale } = useWords();
  const lines = [...held, ...suppressed];
  if (lines.length === 0) return null;
  return (
    <details className={style.more}>
      <summary>
        {t('setup.sending.back', { count: lines.reduce((sum, { count }) => sum + count, 0) })}
      </summary>
      <ul className={style.days}>
        {lines.map(({ words, count }) => (
          <li key={words}>
            <span>{words}</span>
            <span>{count.toLocaleString(locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Two gestures: that it was looked at, and the switch. */
function SwitchOn({ outlook: { messages, waiting } }: { outlook: SendingOutlook }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [hasLooked, look] = useState(false);
  const mail = useQuery({ ...mailQuery, enabled: useMay('settings:read') }).data;
  const all = messages + waiting;
  const switching = useMutation({
    mutationFn: () => api.post<Undoable>('/sending/switch', { body: { on: true } }),
    onSuccess: async ({ undo }) => {
      toast({ text: t('setup.sending.switched'), undo });
      await client.invalidateQueries();
    },
  });
  return (
    <section className={style.switch} aria-label={t('setup.sending.switch')}>
      {mail && <Leaving mail={mail} />}
      {switching.error && <ProblemNote problem={switching.error} />}
      <Checkbox
        checked={hasLooked}
        onChange={({ currentTarget: { checked } }) => look(checked)}
        label={t('setup.sending.looked', { all })}
      />
      <div>
        <Button
          variant="filled"
          disabled={!hasLooked}
          loading={switching.isPending}
          onClick={() => switching.mutate()}
        >
          {t('setup.sending.switch')}
        </Button>
      </div>
      <p className="quiet">{t('setup.sending.switch.line')}</p>
    </section>
  );
}

/** Through which server and under which sender. */
function Leaving({ mail }: { mail: MailSettingsShown }) {
  const { t } = useWords();
  const place = mail.own ?? (mail.installation.kind === 'smtp' ? mail.installation : null);
  if (!place) {
    return (
      <p className={style.warning}>
        {t('setup.sending.outbox')}{' '}
        <PageLink to="/setup" words={{ step: 'mail' }}>
          {t('setup.sending.name-server')}
        </PageLink>
      </p>
    );
  }
  return (
    <p>
      {t('setup.sending.through', { server: `${place.host}:${place.port}`, sender: mail.sender.address })}
    </p>
  );
}

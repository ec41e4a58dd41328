import { Button, Popover, Radio, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MessageView, ResendChoices } from '../../../../contract/messages.ts';
import { api } from '../../api/client.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './messages.module.css';
import { useMessageChanges } from './use-message-changes.ts';

/** To whom and why a message is said again; those to whom it must not go stand there with the reason. */
export function ResendForm({ message }: { message: MessageView }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      position="bottom-end"
      width={380}
      closeOnClickOutside={false}
    >
      <Popover.Target>
        <Button variant="filled" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('messages.resend')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('messages.resend')}>
        {isOpen && <Form message={message} leave={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function Form({ message, leave }: { message: MessageView; leave: () => void }) {
  const { t } = useWords();
  const { resend } = useMessageChanges();
  const [chosen, choose] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['resend-choices', message.id],
    queryFn: ({ signal }) => api.get<ResendChoices>(`/messages/${message.id}/recipients`, undefined, signal),
    staleTime: 0,
  });
  if (!data)
    return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <PageSkeleton rows={4} />;
  const open = data.contacts.filter(({ why }) => why === null);
  const contact = chosen ?? open.find(({ isSame }) => isSame)?.id ?? open[0]?.id ?? null;
  const mayGo = data.why === null && contact !== null && reason.trim() !== '';
  return (
    <form
      className={style.resend}
      onSubmit={async (event) => {
        event.preventDefault();
        if (!mayGo || isBusy) return;
        setBusy(true);
        const made = await resend(message.id, { contact, reason: reason.trim() });
        setBusy(false);
        if (made) leave();
      }}
    >
      <p>{t('messages.resend.what')}</p>
      {data.why && <p className={style.refused}>{data.why}</p>}
      <Radio.Group label={t('messages.resend.to')} value={contact ?? ''} onChange={choose}>
        {data.contacts.map(({ id, name, address, why }) => (
          <Radio
            key={id}
            value={id}
            mt="xs"
            disabled={why !== null}
            label={name ? `${name} · ${address}` : address}
            description={why}
          />
        ))}
      </Radio.Group>
      {message.customer && (
        <p>
          <PageLink to={`/customers/${message.customer.id}`}>{t('messages.resend.correct')}</PageLink>
        </p>
      )}
      <TextInput
        label={t('messages.resend.why')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        required
        withAsterisk={false}
        data-autofocus
      />
      <div className={style.actions}>
        <Button type="submit" variant="filled" loading={isBusy} disabled={!mayGo}>
          {t('messages.resend.yes')}
        </Button>
        <Button variant="subtle" onClick={leave} disabled={isBusy}>
          {t('shell.cancel')}
        </Button>
      </div>
    </form>
  );
}

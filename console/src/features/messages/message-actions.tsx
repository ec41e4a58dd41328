import { Button } from '@mantine/core';
import { useState } from 'react';
import type { MessageView } from '../../../../contract/messages.ts';
import { useWords } from '../../words/use-words.ts';
import style from './messages.module.css';
import { ResendForm } from './resend-form.tsx';
import { useMessageChanges } from './use-message-changes.ts';

/** What a person may do about a message now: say it again, try it again, repeat it, or note that it is taken care of. */
export function MessageActions({ message }: { message: MessageView }) {
  const { t } = useWords();
  const { again, see } = useMessageChanges();
  const [busy, setBusy] = useState<string | null>(null);
  const { id, actions } = message;
  if (actions.length === 0) return null;
  const run = async (name: string, work: () => Promise<unknown>) => {
    setBusy(name);
    await work();
    setBusy(null);
  };
  const button = (name: 'try-again' | 'repeat' | 'see' | 'unsee', work: () => Promise<unknown>) =>
    actions.includes(name) && (
      <Button
        variant="default"
        loading={busy === name}
        disabled={busy !== null}
        onClick={() => void run(name, work)}
      >
        {t(`messages.${name}`)}
      </Button>
    );
  return (
    <div className={style.actions}>
      {button('try-again', () => again(id, 'try-again'))}
      {button('repeat', () => again(id, 'repeat'))}
      {button('see', () => see([id], true))}
      {button('unsee', () => see([id], false))}
      {actions.includes('resend') && <ResendForm message={message} />}
    </div>
  );
}

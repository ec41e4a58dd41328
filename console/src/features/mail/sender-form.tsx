import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MailSettingsShown } from '../../../../contract/mail-settings.ts';
import { api } from '../../api/client.ts';
import { useSession } from '../../api/use-session.ts';
import { Field, Form } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import style from './mail.module.css';
import { takeUpMail } from './mail-query.ts';

/** Who the messages come from, and where answers go. */
export function SenderForm({ seen }: { seen: MailSettingsShown }) {
  const { t } = useWords();
  const { sender } = seen;
  const [isEditing, edit] = useState(sender.source !== 'own');
  if (isEditing) return <Edit seen={seen} done={() => edit(false)} />;
  return (
    <div className={style.kept}>
      <p>
        <strong>{sender.name}</strong> &lt;{sender.address}&gt;
        {sender.replyTo && <small>{t('mail.sender.replies', { address: sender.replyTo })}</small>}
      </p>
      <Button onClick={() => edit(true)}>{t('mail.sender.change')}</Button>
    </div>
  );
}

function Edit({ seen: { sender }, done }: { seen: MailSettingsShown; done: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const company = useSession()?.partner.name;
  const isOwn = sender.source === 'own';
  const submitting = useSubmit(async ({ name, address, replyTo }) => {
    const body = { name, address, replyTo: replyTo?.trim() || null };
    await takeUpMail(client, await api.put<MailSettingsShown>('/mail-settings/sender', { body }));
    toast({ text: t('mail.sender.saved') });
    done();
  });
  return (
    <Form
      submitting={submitting}
      action={t('mail.sender.save')}
      aside={
        isOwn && (
          <Button variant="subtle" onClick={done}>
            {t('shell.cancel')}
          </Button>
        )
      }
    >
      <Field
        submitting={submitting}
        name="name"
        label={t('mail.sender.name')}
        description={t('mail.sender.name.line')}
        defaultValue={sender.name ?? company ?? ''}
        maxLength={80}
        autoComplete="off"
      />
      <Field
        submitting={submitting}
        name="address"
        type="email"
        label={t('mail.sender.address')}
        description={isOwn ? undefined : t('mail.sender.address.installation', { address: sender.address })}
        defaultValue={isOwn ? sender.address : ''}
        placeholder={t('mail.sender.address.such')}
        maxLength={254}
        autoComplete="off"
      />
      <Field
        submitting={submitting}
        name="replyTo"
        type="email"
        required={false}
        label={t('mail.sender.reply')}
        description={t('mail.sender.reply.line')}
        defaultValue={sender.replyTo ?? ''}
        maxLength={254}
        autoComplete="off"
      />
    </Form>
  );
}

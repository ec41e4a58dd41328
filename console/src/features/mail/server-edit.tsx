import { Button, Checkbox } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  MailServerChange,
  MailSettingsShown,
  ServerCheckShown,
} from '../../../../contract/mail-settings.ts';
import { api } from '../../api/client.ts';
import { Field, Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import { ActionButton } from './action-button.tsx';
import style from './mail.module.css';
import { takeUpMail } from './mail-query.ts';
import { SecurityChoice } from './security-choice.tsx';
import { CheckSteps } from './server-check.tsx';

type Security = MailServerChange['security'];

/** The usual port of each way to connect. */
const usualPorts: Readonly<Record<Security, number>> = {
  ...{ tls: 465, starttls: 587, 'starttls-if-offered': 25, none: 25 },
};

/** Whether the server's certificate is looked at. */
const isChecked = (security: Security): boolean => security === 'tls' || security === 'starttls';

/** What is entered is spoken with before it is kept; what does not answer is kept only if somebody insists. */
export function ServerEdit({ seen, done }: { seen: MailSettingsShown; done: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const { own } = seen;
  const [security, setSecurity] = useState<Security>(own?.security ?? 'starttls');
  const [port, setPort] = useState(String(own?.port ?? usualPorts.starttls));
  const [refused, refuse] = useState<{ check: ServerCheckShown; server: object } | null>(null);
  const keep = async (server: object) => {
    await api.put('/mail-settings/server', { body: server });
    // Once more, with what is kept: its outcome is shown to everybody from now on.
    await api.post('/mail-settings/server-check', { body: {} });
    await takeUpMail(client);
    done();
    toast({ text: t('mail.server.saved') });
  };
  const submitting = useSubmit(async ({ host, user, password, verify }) => {
    refuse(null);
    const server = {
      ...{ host: host?.trim(), port: Number(port), security },
      verifyCertificate: !isChecked(security) || verify === 'on',
      user: user?.trim() || null,
      ...(password ? { password } : {}),
    };
    const check = await api.post<ServerCheckShown>('/mail-settings/server-check', { body: { server } });
    if (!check.ok) return refuse({ check, server });
    await keep(server);
  });
  const inServer = {
    ...submitting,
    errorOf: (name: string) => submitting.errorOf(`server/${name}`) ?? submitting.errorOf(name),
  };
  const choose = (next: Security) => {
    if (Number(port) === usualPorts[security]) setPort(String(usualPorts[next]));
    setSecurity(next);
  };
  return (
    <>
      <Form
        submitting={submitting}
        action={t('mail.server.check-and-save')}
        aside={
          (own || seen.installation.kind === 'smtp') && (
            <Button variant="subtle" onClick={done}>
              {t('shell.cancel')}
            </Button>
          )
        }
      >
        <Field
          submitting={inServer}
          name="host"
          label={t('mail.server.host')}
          placeholder="smtp.example.com"
          defaultValue={own?.host ?? ''}
          maxLength={253}
          autoComplete="off"
          spellCheck={false}
        />
        <SecurityChoice value={security} choose={choose} />
        <Field
          submitting={inServer}
          name="port"
          type="number"
          min={1}
          max={65_535}
          label={t('mail.server.port')}
          value={port}
          onChange={({ currentTarget: { value } }) => setPort(value)}
          styles={{ input: { width: 130 } }}
        />
        <Field
          submitting={inServer}
          name="user"
          required={false}
          label={t('mail.server.user')}
          description={t('mail.server.user.line')}
          defaultValue={own?.user ?? ''}
          maxLength={320}
          autoComplete="off"
          spellCheck={false}
        />
        <PasswordField
          submitting={inServer}
          name="password"
          required={false}
          label={t('mail.server.password')}
          description={t(own?.hasPassword ? 'mail.server.password.kept' : 'mail.server.password.line')}
          maxLength={1000}
          autoComplete="new-password"
        />
        {isChecked(security) && (
          <Checkbox
            name="verify"
            defaultChecked={own?.verifyCertificate ?? true}
            label={t('mail.server.verify')}
            description={t('mail.server.verify.line')}
          />
        )}
      </Form>
      {refused && (
        <div className={style.refused}>
          <CheckSteps check={refused.check} />
          <ActionButton run={() => keep(refused.server)}>{t('mail.server.save-anyway')}</ActionButton>
        </div>
      )}
    </>
  );
}

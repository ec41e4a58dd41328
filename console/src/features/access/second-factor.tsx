import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { secondFactorSetUp } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { sessionQuery, useSession } from '../../api/use-session.ts';
import { Field, Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';
import { QrCode } from './qr-code.tsx';

type SetUp = z.infer<typeof secondFactorSetUp>;

/** The app's code: on with the password and one right code, off with the password. */
export function SecondFactor() {
  const { t } = useWords();
  const isOn = useSession()?.person.twoFactor;
  const [setUp, setSetUp] = useState<SetUp | null>(null);
  const client = useQueryClient();
  const done = async (says: string) => {
    setSetUp(null);
    await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    toast({ text: t(says) });
  };
  if (isOn) return <TurnOff done={() => done('access.totp.off.done')} />;
  return setUp ? (
    <Confirm setUp={setUp} done={() => done('access.totp.on.done')} />
  ) : (
    <TurnOn next={setSetUp} />
  );
}

function TurnOn({ next }: { next: (setUp: SetUp) => void }) {
  const { t } = useWords();
  const submitting = useSubmit(
    async ({ password }) => {
      next(await api.post<SetUp>('/access/totp/enable', { body: { password } }));
    },
    { invalid: t('access.password.wrong') },
  );
  return (
    <Form submitting={submitting} action={t('access.totp.on')}>
      <PasswordField
        submitting={submitting}
        name="password"
        label={t('access.password.own')}
        autoComplete="current-password"
      />
    </Form>
  );
}

function Confirm({ setUp, done }: { setUp: SetUp; done: () => Promise<void> }) {
  const { t } = useWords();
  const submitting = useSubmit(
    async ({ code }) => {
      await api.post('/access/totp/verify', { body: { code: code?.replaceAll(' ', '') } });
      await done();
    },
    { invalid: t('access.code.wrong') },
  );
  const secret = new URL(setUp.uri).searchParams.get('secret') ?? '';
  return (
    <>
      <p>{t('access.totp.scan')}</p>
      <QrCode text={setUp.uri} label={t('access.totp.qr')} />
      <p>{t('access.totp.type')}</p>
      <code className={style.secret}>{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      <p>{t('access.totp.recovery')}</p>
      <code className={`${style.secret} ${style.codes}`}>
        {setUp.recoveryCodes.map((code) => (
          <span key={code}>{code}</span>
        ))}
      </code>
      <Form submitting={submitting} action={t('access.totp.confirm')}>
        <Field
          submitting={submitting}
          name="code"
          label={t('access.totp.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Form>
    </>
  );
}

function TurnOff({ done }: { done: () => Promise<void> }) {
  const { t } = useWords();
  const submitting = useSubmit(
    async ({ password }) => {
      await api.post('/access/totp/disable', { body: { password } });
      await done();
    },
    { invalid: t('access.password.wrong') },
  );
  return (
    <>
      <p>{t('access.totp.is-on')}</p>
      <div className={style.below}>
        <Form submitting={submitting} action={t('access.totp.off')} isDanger>
          <PasswordField
            submitting={submitting}
            name="password"
            label={t('access.password.own')}
            autoComplete="current-password"
          />
        </Form>
      </div>
    </>
  );
}

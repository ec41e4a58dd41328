import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccessState, SignInAnswer } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { Field, Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { enter } from './enter.ts';
import { SignedOutPage } from './signed-out-page.tsx';

export function SignInPage() {
  const { to } = useAddressWords();
  const { data } = useQuery({
    queryKey: ['access-state'],
    queryFn: () => api.get<AccessState>('/access/state'),
  });
  const [next, setNext] = useState<SignInAnswer['next'] | null>(null);
  if (data?.state === 'first-run') return <Navigate to={'/first-run' as never} replace />;
  if (data?.state === 'signed-in') return <Navigate to={(to ?? '/') as never} replace />;
  return next === 'second-factor' ? (
    <CodeForm wanted={to} back={() => setNext(null)} />
  ) : (
    <PasswordForm wanted={to} next={setNext} />
  );
}

interface PasswordFormProps {
  readonly wanted: string | undefined;
  readonly next: (next: SignInAnswer['next']) => void;
}

function PasswordForm({ wanted, next }: PasswordFormProps) {
  const { t } = useWords();
  const submitting = useSubmit(
    async ({ email, password }) => {
      const answer = await api.post<SignInAnswer>('/access/sign-in', { body: { email, password } });
      if (answer.next === 'signed-in') enter(wanted);
      else next(answer.next);
    },
    { 'signed-out': t('access.wrong') },
  );
  return (
    <SignedOutPage title={t('access.sign-in')}>
      <Form
        submitting={submitting}
        action={t('access.sign-in.action')}
        aside={<PageLink to="/forgot-password">{t('access.forgot')}</PageLink>}
      >
        <Field
          submitting={submitting}
          name="email"
          type="email"
          label={t('access.email')}
          autoComplete="username"
          autoFocus
        />
        <PasswordField
          submitting={submitting}
          name="password"
          label={t('access.password')}
          autoComplete="current-password"
        />
      </Form>
    </SignedOutPage>
  );
}

function CodeForm({ wanted, back }: { wanted: string | undefined; back: () => void }) {
  const { t } = useWords();
  const submitting = useSubmit(
    async ({ code }) => {
      await api.post('/access/sign-in/totp', { body: { code: code?.replaceAll(' ', '') } });
      enter(wanted);
    },
    { 'wrong-code': t('access.code.wrong') },
  );
  return (
    <SignedOutPage title={t('access.code')} line={t('access.code.line')}>
      <Form
        submitting={submitting}
        action={t('access.sign-in.action')}
        aside={
          <Button variant="subtle" onClick={back}>
            {t('access.code.again')}
          </Button>
        }
      >
        <Field
          submitting={submitting}
          name="code"
          label={t('access.code.label')}
          autoComplete="one-time-code"
          inputMode="text"
          autoFocus
        />
      </Form>
    </SignedOutPage>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccessState } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import { Field, Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { enter } from './enter.ts';
import { SignedOutPage } from './signed-out-page.tsx';
import { tokenInAddress } from './token-in-address.ts';

/** The company's name and its first administrator. */
export function FirstRunPage() {
  const { t, language } = useWords();
  const [token] = useState(tokenInAddress);
  const { data, error, refetch } = useQuery({
    queryKey: ['access-state'],
    queryFn: () => api.get<AccessState>('/access/state'),
  });
  const submitting = useSubmit(async ({ partner, name, email, password }) => {
    const proof = token === '' ? {} : { token };
    await api.post('/access/first-run', { body: { partner, name, email, password, language, ...proof } });
    enter('/setup');
  });
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (data && data.state !== 'first-run') return <Navigate to={'/sign-in' as never} replace />;
  if (data && !data.mayBegin && token === '') {
    return <SignedOutPage title={t('access.first-run')} line={t('access.first-run.link')} />;
  }
  return (
    <SignedOutPage title={t('access.first-run')} line={t('access.first-run.line')}>
      <Form submitting={submitting} action={t('access.first-run.action')}>
        <Field
          submitting={submitting}
          name="partner"
          label={t('access.partner')}
          description={t('access.partner.line')}
          autoComplete="organization"
          autoFocus
        />
        <Field submitting={submitting} name="name" label={t('access.name')} autoComplete="name" />
        <Field
          submitting={submitting}
          name="email"
          type="email"
          label={t('access.email')}
          autoComplete="username"
        />
        <PasswordField
          submitting={submitting}
          name="password"
          label={t('access.password')}
          description={t('access.password.rule')}
          autoComplete="new-password"
        />
      </Form>
    </SignedOutPage>
  );
}

import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { SignedOutPage } from './signed-out-page.tsx';
import { tokenInAddress } from './token-in-address.ts';

export function ResetPasswordPage() {
  const { t } = useWords();
  const [token] = useState(tokenInAddress);
  const [isDone, setDone] = useState(false);
  const submitting = useSubmit(async ({ password }) => {
    await api.post('/access/password/reset', { body: { token, password } });
    setDone(true);
  });
  if (isDone) {
    return (
      <SignedOutPage title={t('access.reset.done')} line={t('access.reset.done.line')}>
        <PageLink to="/sign-in">{t('access.sign-in')}</PageLink>
      </SignedOutPage>
    );
  }
  if (token === '') {
    return (
      <SignedOutPage title={t('access.link-broken')} line={t('access.link-broken.line')}>
        <PageLink to="/forgot-password">{t('access.forgot.title')}</PageLink>
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title={t('access.reset')}>
      <Form submitting={submitting} action={t('access.reset.action')}>
        <PasswordField
          submitting={submitting}
          name="password"
          label={t('access.password.new')}
          description={t('access.password.rule')}
          autoComplete="new-password"
          autoFocus
        />
      </Form>
    </SignedOutPage>
  );
}

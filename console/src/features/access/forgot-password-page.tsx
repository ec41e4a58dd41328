import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Field, Form } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { SignedOutPage } from './signed-out-page.tsx';

/** Says the same whether there is such an account or not. */
export function ForgotPasswordPage() {
  const { t } = useWords();
  const [asked, setAsked] = useState<string | null>(null);
  const submitting = useSubmit(async ({ email = '' }) => {
    await api.post('/access/password/forgot', { body: { email } });
    setAsked(email);
  });
  const back = <PageLink to="/sign-in">{t('access.back')}</PageLink>;
  if (asked !== null) {
    return (
      <SignedOutPage title={t('access.forgot.sent')} line={t('access.forgot.sent.line', { email: asked })}>
        {back}
      </SignedOutPage>
    );
  }
  return (
    <SignedOutPage title={t('access.forgot.title')} line={t('access.forgot.line')}>
      <Form submitting={submitting} action={t('access.forgot.action')} aside={back}>
        <Field
          submitting={submitting}
          name="email"
          type="email"
          label={t('access.email')}
          autoComplete="username"
          autoFocus
        />
      </Form>
    </SignedOutPage>
  );
}

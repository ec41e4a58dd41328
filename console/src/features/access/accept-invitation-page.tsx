import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { Field, Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { Bar } from '../../shell/page-skeleton.tsx';
import { useWords } from '../../words/use-words.ts';
import { enter } from './enter.ts';
import type { InvitationShown } from './invitation-shown.ts';
import { SignedOutPage } from './signed-out-page.tsx';
import { tokenInAddress } from './token-in-address.ts';

export function AcceptInvitationPage() {
  const { t } = useWords();
  const [token] = useState(tokenInAddress);
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.post<InvitationShown>('/access/invitation/show', { body: { token } }),
    enabled: token !== '',
    retry: false,
  });
  if (token === '' || error) {
    return <SignedOutPage title={t('access.link-broken')} line={t('access.invitation.broken')} />;
  }
  return data ? <Accept token={token} shown={data} /> : <Bar width="100%" height={180} />;
}

function Accept({ token, shown }: { token: string; shown: InvitationShown }) {
  const { t } = useWords();
  const { partner, email, role, hasAccount } = shown;
  const submitting = useSubmit(
    async ({ name, password }) => {
      await api.post('/access/invitation/accept', {
        body: { token, password, ...(hasAccount ? {} : { name }) },
      });
      enter('/');
    },
    { 'signed-out': t('access.password.wrong') },
  );
  return (
    <SignedOutPage
      title={t('access.invitation', { partner })}
      line={t('access.invitation.line', { email, role: t(`access.role.${role}`) })}
    >
      <Form submitting={submitting} action={t('access.invitation.action')}>
        {!hasAccount && (
          <Field
            submitting={submitting}
            name="name"
            label={t('access.name')}
            autoComplete="name"
            defaultValue={shown.name}
          />
        )}
        <PasswordField
          submitting={submitting}
          name="password"
          label={t(hasAccount ? 'access.password.own' : 'access.password.choose')}
          description={hasAccount ? undefined : t('access.password.rule')}
          autoComplete={hasAccount ? 'current-password' : 'new-password'}
          autoFocus
        />
      </Form>
    </SignedOutPage>
  );
}

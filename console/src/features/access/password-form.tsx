import { api } from '../../api/client.ts';
import { Form, PasswordField } from '../../shell/form/form.tsx';
import { useSubmit } from '../../shell/form/use-submit.ts';
import { toast } from '../../shell/toast/toasts.ts';
import { useWords } from '../../words/use-words.ts';

export function PasswordForm() {
  const { t } = useWords();
  const submitting = useSubmit(async ({ current, password }, form) => {
    await api.post('/access/password', { body: { current, password } });
    form.reset();
    toast({ text: t('access.password.changed') });
  });
  return (
    <Form submitting={submitting} action={t('access.password.change')}>
      <PasswordField
        submitting={submitting}
        name="current"
        label={t('access.password.own')}
        autoComplete="current-password"
      />
      <PasswordField
        submitting={submitting}
        name="password"
        label={t('access.password.new')}
        description={t('access.password.rule')}
        autoComplete="new-password"
      />
    </Form>
  );
}

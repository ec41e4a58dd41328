import { useMay } from '../../api/use-session.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { useWords } from '../../words/use-words.ts';
import { DailyMail } from './daily-mail.tsx';
import { Part } from './part.tsx';
import { PasswordForm } from './password-form.tsx';
import { ProfileForm } from './profile-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

export function ProfilePage() {
  const { t } = useWords();
  const mayInbox = useMay('inbox:change');
  return (
    <>
      <PageHead title={t('nav.profile')} />
      <Part title={t('access.profile.you')} line={t('access.profile.you.line')}>
        <ProfileForm />
      </Part>
      {mayInbox && (
        <Part title={t('inbox.mail')} line={t('inbox.mail.line')}>
          <DailyMail />
        </Part>
      )}
      <Part title={t('access.password')} line={t('access.password.line')}>
        <PasswordForm />
      </Part>
      <Part title={t('access.totp')} line={t('access.totp.line')}>
        <SecondFactor />
      </Part>
      <Part title={t('access.sessions')} line={t('access.sessions.line')}>
        <Sessions />
      </Part>
    </>
  );
}

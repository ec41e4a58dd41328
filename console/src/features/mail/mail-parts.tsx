import { useQuery } from '@tanstack/react-query';
import type { MailSettingsShown } from '../../../../contract/mail-settings.ts';
import { useMay } from '../../api/use-session.ts';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useWords } from '../../words/use-words.ts';
import { Part } from '../settings/part.tsx';
import style from './mail.module.css';
import { mailQuery } from './mail-query.ts';
import { Records } from './records.tsx';
import { SenderForm } from './sender-form.tsx';
import { ServerForm } from './server-form.tsx';
import { TestMessage } from './test-message.tsx';

/** Sender, server, test message and records of the domain: everything between a message and its inbox. */
export function MailParts() {
  const { t } = useWords();
  const mayChange = useMay('settings:connect');
  const { data, error, refetch } = useQuery(mailQuery);
  if (error) return <ProblemNote problem={error} again={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={6} />;
  return (
    <fieldset className={style.plain} disabled={!mayChange}>
      <legend className="unseen">{t('settings.section.mail')}</legend>
      {!mayChange && <p className="quiet">{t('settings.read-only')}</p>}
      <Part title={t('mail.sender')} line={t('mail.sender.line')}>
        <SenderForm seen={data} />
      </Part>
      <Part title={t('mail.server')} line={t('mail.server.line')}>
        <ServerForm seen={data} />
      </Part>
      <Part title={t('mail.test')} line={t('mail.test.line')}>
        <TestMessage />
      </Part>
      <Part title={t('mail.records')} line={<RecordsLine seen={data} />}>
        <Records seen={data} />
      </Part>
    </fieldset>
  );
}

function RecordsLine({ seen: { domain } }: { seen: MailSettingsShown }) {
  const { rich } = useWords();
  return <>{rich('mail.records.line', { domain: <strong key="domain">{domain}</strong> })}</>;
}

import { useWords } from '../../words/use-words.ts';
import style from './access.module.css';

/** Where no mail leaves, the link is handed over by hand. */
export function InvitationLink({ link }: { link: string }) {
  const { t } = useWords();
  return (
    <div>
      <p>{t('access.invite.link')}</p>
      <code className={style.secret}>{link}</code>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { inboxCountQuery } from '../../api/inbox-count.ts';
import { useMay } from '../../api/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import { Icon } from '../icon.tsx';
import { PageLink } from '../page-link.tsx';
import style from './top-bar.module.css';

const mostShown = 99;

/** How much waits unread, and the way to it. Without an answer it shows no number. */
export function InboxBell() {
  const { t, locale } = useWords();
  const may = useMay('inbox:read');
  const { data } = useQuery({ ...inboxCountQuery, enabled: may });
  if (!may) return null;
  const unread = data?.unread ?? 0;
  const label = t('inbox.bell', { unread });
  const number = new Intl.NumberFormat(locale).format(Math.min(unread, mostShown));
  return (
    <PageLink to="/inbox" className={style.bell} aria-label={label} title={label}>
      <Icon name="bell" size={20} />
      {unread > 0 && (
        <span className={style.count} aria-hidden="true">
          {unread > mostShown ? `${number}+` : number}
        </span>
      )}
    </PageLink>
  );
}

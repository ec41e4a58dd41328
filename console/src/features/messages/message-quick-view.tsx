import { useQuery } from '@tanstack/react-query';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { useWords } from '../../words/use-words.ts';
import { MessageActions } from './message-actions.tsx';
import {
  MessageAdvice,
  MessageDeliveries,
  MessageEvents,
  MessageFamily,
  MessageLine,
  MessageShown,
} from './message-parts.tsx';
import { messageQuery } from './message-query.ts';
import style from './messages.module.css';

/** A message beside the list; its text and source are on its page. */
export function MessageQuickView({ id }: QuickViewProps) {
  const { t } = useWords();
  const { data: message, error, refetch } = useQuery(messageQuery(id));
  if (!message) {
    return error ? <ProblemNote problem={error} again={() => void refetch()} /> : <PageSkeleton rows={8} />;
  }
  return (
    <article className={style.quick} aria-label={message.subject}>
      <h2>{message.subject}</h2>
      <p className="quiet">
        <MessageLine message={message} />
      </p>
      <p>
        <PageLink to={`/messages/${message.id}`}>{t('messages.whole')}</PageLink>
      </p>
      <MessageActions message={message} />
      <MessageAdvice message={message} />
      <MessageShown message={message} isNarrow />
      <MessageDeliveries message={message} />
      <MessageEvents message={message} />
      <MessageFamily message={message} />
    </article>
  );
}

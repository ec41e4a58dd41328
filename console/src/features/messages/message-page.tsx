import { useQuery } from '@tanstack/react-query';
import type { MessageView } from '../../../../contract/messages.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useAddressPart } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { MessageActions } from './message-actions.tsx';
import {
  MessageAdvice,
  MessageDeliveries,
  MessageEvents,
  MessageFamily,
  MessageLine,
  MessageShown,
  MessageText,
} from './message-parts.tsx';
import { messageQuery } from './message-query.ts';
import style from './messages.module.css';

/** One message: as it looks, as text, whom and what it was for, and what became of it. */
export function MessagePage() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(messageQuery(useAddressPart('id')));
  return (
    <>
      <p>
        <PageLink to="/messages">{t('messages.back')}</PageLink>
      </p>
      {data ? (
        <Message message={data} />
      ) : error ? (
        <ProblemNote problem={error} again={() => void refetch()} />
      ) : (
        <PageSkeleton rows={8} />
      )}
    </>
  );
}

function Message({ message }: { message: MessageView }) {
  return (
    <>
      <PageHead title={message.subject} line={<MessageLine message={message} />}>
        <MessageActions message={message} />
      </PageHead>
      <MessageAdvice message={message} />
      <div className={style.columns}>
        <div className={style.main}>
          <MessageShown message={message} />
          <MessageText message={message} />
        </div>
        <div className={style.side}>
          <MessageDeliveries message={message} />
          <MessageEvents message={message} />
          <MessageFamily message={message} />
        </div>
      </div>
    </>
  );
}

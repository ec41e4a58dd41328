import type { MessageRow } from '../../../../contract/messages.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { MessageState } from '../messages/message-state.tsx';
import style from './order-view.module.css';
import { Section } from './section.tsx';

/** What was written about this order, newest first. */
export function OrderMessages({ messages }: { messages: readonly MessageRow[] }) {
  const { t } = useWords();
  return (
    <Section title={t('expiring.view.messages')}>
      {messages.length === 0 && <p className="quiet">{t('expiring.view.no-messages')}</p>}
      <ul className={style.lines}>
        {messages.map((message) => (
          <li key={message.id}>
            <p>
              <PageLink to={`/messages/${message.id}`}>{message.subject ?? message.address}</PageLink>
            </p>
            <p className={style.wide}>
              <MessageState state={message.state} />
              <span className="quiet">
                {' '}
                · <Moment at={message.finishedAt ?? message.plannedAt} short /> · {message.address}
              </span>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

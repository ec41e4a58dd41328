import type { RequestEvent } from '../../../../contract/requests.ts';
import { dayText } from '../../shell/time-text.ts';
import { Moment } from '../../shell/when.tsx';
import type { Words } from '../../words/message.ts';
import { useWords } from '../../words/use-words.ts';
import style from './requests.module.css';

/** Who did what when, the latest first. */
export function RequestHistory({ events }: { events: readonly RequestEvent[] }) {
  const words = useWords();
  const { t } = words;
  if (events.length === 0) return null;
  return (
    <section className={style.history} aria-labelledby="request-history">
      <h3 id="request-history">{t('requests.history')}</h3>
      <ol>
        {events.toReversed().map((event) => (
          <li key={`${event.at} ${event.kind} ${JSON.stringify(event.after)}`}>
            <p className={style.said}>{eventText(words, event)}</p>
            <p className="quiet">
              {event.by ?? t('requests.the-customer')} · <Moment at={event.at} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function eventText({ t, has, locale }: Words, { kind, after }: RequestEvent): string {
  const text = (name: string) => (typeof after[name] === 'string' ? (after[name] as string) : '');
  const values = {
    owner: text('owner') || 'none',
    day: text('nextOn') ? dayText(text('nextOn'), locale) : 'none',
    note: text('note') || 'none',
    number: text('newNumber') || 'none',
    reason: text('reason') ? t(`requests.reason.${text('reason')}`) : 'none',
    silent: after.silent === true ? 'yes' : 'no',
  };
  const said = has(`requests.event.${kind}`) ? t(`requests.event.${kind}`, values) : kind;
  return kind !== 'note' && text('note') ? `${said} «${text('note')}»` : said;
}

import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { MessageView } from '../../../../contract/messages.ts';
import { apiPath } from '../../api/client.ts';
import { HelpLink } from '../../shell/help/help-link.tsx';
import { Icon } from '../../shell/icon.tsx';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { useIsPhone } from '../../shell/use-media.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { MessageState } from './message-state.tsx';
import style from './messages.module.css';
import { stageValues } from './messages-page.tsx';

interface PartProps {
  readonly message: MessageView;
}

/** To whom, for what, when, and what became of it. */
export function MessageLine({ message }: PartProps) {
  const { t } = useWords();
  return (
    <>
      <MessageState state={message.state} /> · {message.to} ·{' '}
      {message.customer && (
        <>
          <PageLink to={`/customers/${message.customer.id}`}>{message.customer.name}</PageLink> ·{' '}
        </>
      )}
      <Moment at={message.plannedAt} /> · {t('messages.stage-words', stageValues(message.stage))} ·{' '}
      {t(`messages.purpose.${message.purpose}`)}
    </>
  );
}

const advised: Readonly<Record<string, string>> = {
  failed: 'lost',
  bounced: 'lost',
  uncertain: 'doubt',
  withdrawn: 'quiet',
  preview: 'quiet',
};

/** What happened and what to do, for the states that need a person. */
export function MessageAdvice({ message }: PartProps) {
  const { t } = useWords();
  const tone = advised[message.state];
  return (
    <>
      {tone && (
        <div className={style.advice} data-tone={tone}>
          <p>
            <strong>{t(`messages.advice.${message.state}`)}</strong>
          </p>
          <p>{t(`messages.advice.${message.state}.then`)}</p>
          {tone !== 'quiet' && <HelpLink about="failed-doubtful" />}
        </div>
      )}
      {message.pricesHidden && (
        <p className={style.advice} data-tone="quiet">
          {t('messages.prices-hidden')}
        </p>
      )}
      {!message.asSubmitted && message.state !== 'preview' && (
        <p className={style.advice} data-tone="quiet">
          {t('messages.not-as-submitted')}
        </p>
      )}
    </>
  );
}

/** The message as its reader sees it. The sandbox takes every right from it: no script, no form, no way out. */
export function MessageShown({ message, isNarrow = false }: PartProps & { isNarrow?: boolean }) {
  const { t } = useWords();
  const isPhone = useIsPhone();
  const [width, setWidth] = useState('wide');
  const widths = ['wide', 'phone'].map((value) => ({ value, label: t(`messages.${value}`) }));
  return (
    <section aria-label={t('messages.shown')}>
      {!isNarrow && (
        <div className={style.tools}>
          {!isPhone && (
            <SegmentedControl
              data={widths}
              value={width}
              onChange={setWidth}
              aria-label={t('messages.width')}
            />
          )}
          {message.hasBytes && <SourceLink message={message} />}
        </div>
      )}
      <iframe
        className={style.frame}
        data-width={width}
        sandbox=""
        referrerPolicy="no-referrer"
        title={t('messages.shown')}
        src={apiPath(`/messages/${encodeURIComponent(message.id)}/html`)}
      />
    </section>
  );
}

export function SourceLink({ message }: PartProps) {
  const { t } = useWords();
  return (
    <a className={style.download} href={apiPath(`/messages/${encodeURIComponent(message.id)}/eml`)} download>
      <Icon name="download" size={16} />
      {t('messages.source')}
    </a>
  );
}

export function MessageText({ message }: PartProps) {
  const { t } = useWords();
  return (
    <section aria-label={t('messages.text')}>
      <h2>{t('messages.text')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre className={style.text} tabIndex={0} lang="">
        {message.text}
      </pre>
    </section>
  );
}

export function MessageDeliveries({ message }: PartProps) {
  const { t } = useWords();
  return (
    <section aria-label={t('messages.deliveries')}>
      <h2>{t('messages.deliveries')}</h2>
      <ul className={style.lines}>
        {message.deliveries.map(({ order, number, clock, stage, droppedBy }) => (
          <li key={`${number}-${clock}-${stage}`}>
            <p>
              {order === null ? (
                number
              ) : (
                <QuickLink kind="order" id={order}>
                  {number ?? order}
                </QuickLink>
              )}{' '}
              <span className="quiet">
                · {t('messages.clock', { kind: clock })} · {t('messages.stage-words', stageValues(stage))}
              </span>
            </p>
            {droppedBy && <p className="quiet">{t('messages.dropped', { why: droppedBy })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function MessageEvents({ message }: PartProps) {
  const { t } = useWords();
  return (
    <section aria-label={t('messages.events')}>
      <h2>{t('messages.events')}</h2>
      {message.events.length === 0 && <p className="quiet">{t('messages.no-events')}</p>}
      <ul className={style.lines}>
        {message.events.map(({ at, words, said, means }) => (
          <li key={`${at}-${words}`}>
            <p>{means === null || said === null ? words : words.replace(`: ${said}`, '')}</p>
            {means && <p>{means}</p>}
            {means && (
              <p className="quiet">
                <code lang="">{said}</code>
              </p>
            )}
            <p className="quiet">
              <Moment at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** At whose request it was made, who has taken care of it, and the messages that say the same. */
export function MessageFamily({ message }: PartProps) {
  const { t, rich } = useWords();
  const { asked, seen, family } = message;
  if (!asked && !seen && family.length === 0) return null;
  return (
    <section aria-label={t('messages.family')}>
      <h2>{t('messages.family')}</h2>
      <ul className={style.lines}>
        {asked && (
          <li>
            <p>{t('messages.asked', { by: asked.by ?? t('messages.somebody') })}</p>
            {asked.why && <p className="quiet">{t('messages.quoted', { words: asked.why })}</p>}
          </li>
        )}
        {seen && (
          <li>
            <p>
              {rich('messages.seen-by', {
                by: seen.by ?? t('messages.somebody'),
                at: <Moment key="at" at={seen.at} short />,
              })}
            </p>
          </li>
        )}
        {family.map(({ id, isFirst, address, state, at }) => (
          <li key={id}>
            <p>
              <PageLink to={`/messages/${id}`}>
                {t(isFirst ? 'messages.family-first' : 'messages.family-again', { to: address })}
              </PageLink>
            </p>
            <p className="quiet">
              <MessageState state={state} /> · <Moment at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

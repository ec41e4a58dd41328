import type { SendingOutlook } from '../../../../contract/sending.ts';
import { Icon } from '../../shell/icon.tsx';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { stageValues } from '../messages/messages-page.tsx';
import style from './sending.module.css';

/** What would leave if sending were on: how many, to whom first, and what stays and why. */
export function Outlook({ outlook }: { outlook: SendingOutlook }) {
  const { t } = useWords();
  const { messages, waiting, unusual, first, held, suppressed, shares } = outlook;
  const usual = Math.round(unusual?.usual ?? 0);
  return (
    <div className={style.outlook}>
      <p>
        <strong>{t('sending.would', { count: messages })}</strong>{' '}
        {waiting > 0 && t('sending.would-waiting', { count: waiting })}
      </p>
      {unusual && (
        <p className={style.warning}>
          <Icon name="warning" size={16} />
          {t('sending.would-hold', { most: Math.round(unusual.mostUnasked), usual })}
        </p>
      )}
      {shares.length > 0 && (
        <p className="quiet">
          {shares
            .map(({ stage, count }) =>
              t('sending.share', { count, stage: t('messages.stage-words', stageValues(stage)) }),
            )
            .join(' · ')}
        </p>
      )}
      {first.length > 0 && (
        <>
          <h3>{t('sending.first')}</h3>
          <FirstRecipients first={first} />
          {messages > first.length && (
            <p>
              <PageLink to="/messages" words={{ state: 'preview' }}>
                {t('sending.see-previews')}
              </PageLink>
            </p>
          )}
        </>
      )}
      {[...held, ...suppressed].length > 0 && (
        <>
          <h3>{t('sending.stays')}</h3>
          <ul className={style.reasons}>
            {[...held, ...suppressed].map(({ words, count }) => (
              <li key={words}>
                <span>{words}</span> <span className="quiet">{t('sending.count', { count })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function FirstRecipients({ first }: { first: SendingOutlook['first'] }) {
  const { t } = useWords();
  return (
    <ul className={style.first}>
      {first.map(({ id, address, contact, customer, stage, orders }) => (
        <li key={id}>
          <QuickLink kind="message" id={id}>
            {address}
          </QuickLink>
          <small>
            {[contact, customer].filter(Boolean).join(' · ')} ·{' '}
            {t('messages.stage-words', stageValues(stage))} · {t('messages.orders', { count: orders })}
          </small>
        </li>
      ))}
    </ul>
  );
}

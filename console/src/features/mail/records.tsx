import { useQueryClient } from '@tanstack/react-query';
import type { MailSettingsShown, RecordCheck } from '../../../../contract/mail-settings.ts';
import { api } from '../../api/client.ts';
import { Icon, type IconName } from '../../shell/icon.tsx';
import { toast } from '../../shell/toast/toasts.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { ActionButton } from './action-button.tsx';
import style from './mail.module.css';
import { takeUpMail } from './mail-query.ts';
import { RecordToSet } from './record-to-set.tsx';

const kinds = ['spf', 'dkim', 'dmarc', 'mx'] as const;

/** What stands in the DNS of the sender's domain, what to set there, and a look again. */
export function Records({ seen }: { seen: MailSettingsShown }) {
  const { t, rich } = useWords();
  const client = useQueryClient();
  const look = async () => {
    await api.post('/mail-settings/domain-check', { body: {} });
    await takeUpMail(client);
  };
  const check = seen.lastDomainCheck;
  return (
    <>
      {check && (
        <ul className={style.records} aria-live="polite">
          {kinds.map((kind) => (
            <li key={kind}>
              <Judged kind={kind} check={check[kind]} seen={seen} />
            </li>
          ))}
        </ul>
      )}
      <div className={style.row}>
        <ActionButton run={look}>{t(check ? 'mail.records.again' : 'mail.records.look')}</ActionButton>
        {check && (
          <p className="quiet">{rich('mail.checked-at', { at: <Moment key="at" at={check.at} /> })}</p>
        )}
      </div>
    </>
  );
}

const icons: Readonly<Record<RecordCheck['state'], IconName>> = {
  ...{ good: 'check', warning: 'warning', missing: 'plus', wrong: 'close', unknown: 'more' },
};

interface JudgedProps {
  readonly kind: (typeof kinds)[number];
  readonly check: RecordCheck;
  readonly seen: MailSettingsShown;
}

function Judged({ kind, check, seen }: JudgedProps) {
  const { t } = useWords();
  const { state, words, todo, found, record } = check;
  const isFine = state === 'good';
  return (
    <section data-state={state} aria-label={t(`mail.record.${kind}`)}>
      <h3>
        <span className={style.mark}>
          <Icon name={icons[state]} size={14} />
          {t(`mail.record.state.${state}`)}
        </span>
        {t(`mail.record.${kind}`)}
      </h3>
      <p className="quiet">{t(`mail.record.${kind}.line`)}</p>
      <p>
        {words} {todo}
      </p>
      {!isFine && record && <RecordToSet record={record} />}
      {kind === 'dkim' && !seen.dkim && !seen.signedByInstallation && <MakeKey />}
      {found.length > 0 && (
        <details>
          <summary>{t('mail.record.found')}</summary>
          {found.map((text) => (
            <code key={text}>{text}</code>
          ))}
        </details>
      )}
    </section>
  );
}

/** The key is made once; its record has to be set by whoever keeps the domain. */
function MakeKey() {
  const { t } = useWords();
  const client = useQueryClient();
  const make = async () => {
    await api.post('/mail-settings/dkim', { body: {} });
    await api.post('/mail-settings/domain-check', { body: {} });
    await takeUpMail(client);
    toast({ text: t('mail.key.made') });
  };
  return (
    <div>
      <ActionButton run={make}>{t('mail.key.make')}</ActionButton>
    </div>
  );
}

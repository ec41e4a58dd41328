import type { DnsRecord } from '../../../../contract/mail-settings.ts';
import { useWords } from '../../words/use-words.ts';
import { CopyButton } from './copy-button.tsx';
import style from './mail.module.css';

/** A record as whoever keeps the domain has to enter it, field by field. */
export function RecordToSet({ record }: { record: DnsRecord }) {
  const { t } = useWords();
  const name = `${record.type} ${record.name}`;
  return (
    <div className={style.record}>
      <dl>
        <dt>{t('mail.record.type')}</dt>
        <dd>
          <code>{record.type}</code>
        </dd>
        <dt>{t('mail.record.host')}</dt>
        <dd>
          <code>{record.host}</code>
          <CopyButton text={record.host} of={t('mail.record.host.of', { record: name })} />
        </dd>
        <dt>{t('mail.record.value')}</dt>
        <dd>
          <code>{record.value}</code>
          <CopyButton text={record.value} of={t('mail.record.value.of', { record: name })} />
        </dd>
      </dl>
      <details>
        <summary>{t('mail.record.zone')}</summary>
        <div className={style.zone}>
          <code>{`${record.name}. IN ${record.type} ${record.zoneFile}`}</code>
          <CopyButton
            text={`${record.name}. IN ${record.type} ${record.zoneFile}`}
            of={t('mail.record.zone.of', { record: name })}
          />
        </div>
      </details>
    </div>
  );
}

import { Radio } from '@mantine/core';
import { type MailServerChange, mailSecurities } from '../../../../contract/mail-settings.ts';
import { useWords } from '../../words/use-words.ts';
import style from './mail.module.css';

interface SecurityChoiceProps {
  readonly value: MailServerChange['security'];
  readonly choose: (value: MailServerChange['security']) => void;
}

/** How the way to the server is kept from others' eyes; the two good ways first. */
export function SecurityChoice({ value, choose }: SecurityChoiceProps) {
  const { t } = useWords();
  const good = ['starttls', 'tls'] as const;
  const rest = mailSecurities.filter((one) => one !== 'tls' && one !== 'starttls');
  const choice = (one: MailServerChange['security']) => (
    <Radio
      key={one}
      value={one}
      label={t(`mail.security.${one}`)}
      description={t(`mail.security.${one}.line`)}
    />
  );
  return (
    <Radio.Group
      label={t('mail.security')}
      value={value}
      onChange={(next) => choose(next as MailServerChange['security'])}
    >
      <div className={style.choices}>
        {good.map(choice)}
        {rest.includes(value as never) ? (
          rest.map(choice)
        ) : (
          <details>
            <summary>{t('mail.security.more')}</summary>
            <div className={style.choices}>{rest.map(choice)}</div>
          </details>
        )}
      </div>
    </Radio.Group>
  );
}

import { domainViews } from '../../../../contract/domains.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import style from './domains.module.css';

/** All by name, or what asks for something to be done: ends, gaps, duplicates. */
export function DomainViews() {
  const { t } = useWords();
  const { show = 'all' } = useAddressWords();
  const change = useChangeAddress();
  return (
    <div className={style.views} role="group" aria-label={t('domains.views')}>
      {domainViews.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={show === one}
          onClick={() => void change({ show: one === 'all' ? undefined : one })}
        >
          {t(`domains.views.${one}`)}
        </button>
      ))}
    </div>
  );
}

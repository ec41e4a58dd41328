import type { DomainName } from '../../../../contract/domains.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './domains.module.css';

/** What speaks for each name, by itself or by a wildcard, and until when; what asks for something stands first. */
export function DomainNames({ names, more }: { names: readonly DomainName[]; more: number }) {
  const { t } = useWords();
  return (
    <section className={style.section} aria-labelledby="domain-names">
      <h3 id="domain-names">{t('domains.names')}</h3>
      <ul className={style.lines}>
        {names.map((name) => (
          <li key={name.name} data-state={name.state}>
            <p className={style.name}>
              <strong>{name.name}</strong>
              <State name={name} />
            </p>
            {name.by.length > 0 && (
              <p className={style.small}>
                {name.by.map(({ id, number, how }) => (
                  <span key={id}>
                    <QuickLink kind="order" id={id}>
                      {number}
                    </QuickLink>{' '}
                    {how === 'wildcard' && <span className="quiet">{t('domains.by.wildcard')}</span>}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{t('domains.more-names', { count: more })}</p>}
    </section>
  );
}

function State({ name }: { name: DomainName }) {
  const { t, rich } = useWords();
  const { state, endsOn, isDuplicate } = name;
  return (
    <span className={style.trouble}>
      <span data-kind={state}>
        {endsOn === null
          ? t(`domains.state.${state}`)
          : rich(`domains.state.${state}`, { day: <Day key="day" on={endsOn} /> })}
      </span>
      {isDuplicate && <span data-kind="duplicate">{t('domains.duplicate')}</span>}
    </span>
  );
}

import { Ring } from '../../shell/ring.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './days-kept-picture.module.css';

const term = 365;
const left = 30;

/** An order renewed thirty days before its end, with those days kept and with them lost, on one scale of days. */
export function DaysKeptPicture() {
  const { t } = useWords();
  const shareOf = (days: number) => `${(days / (term + left * 2)) * 100}%`;
  const rows = [
    { name: 'kept', days: term + left },
    { name: 'lost', days: term },
  ] as const;
  return (
    <figure className={style.picture}>
      <div className={style.rows} aria-hidden="true">
        {rows.map(({ name, days }) => (
          <div key={name} className={style.row}>
            <span className={style.words}>
              <Ring daysLeft={days} share={days / (term + left)} size={22} isSilent />
              {t(`setup.promise.picture.${name}`, { days })}
            </span>
            <span className={style.life}>
              <span className={style.old} style={{ width: shareOf(left) }}>
                {left}
              </span>
              <span className={style.term} style={{ width: shareOf(term) }}>
                {term}
              </span>
              {name === 'kept' && (
                <span className={style.kept} style={{ width: shareOf(left) }}>
                  +{left}
                </span>
              )}
            </span>
          </div>
        ))}
      </div>
      <figcaption>{t('setup.promise.picture', { left, term, all: term + left })}</figcaption>
    </figure>
  );
}

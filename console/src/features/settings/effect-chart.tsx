import type { RulesEffect } from '../../../../contract/settings.ts';
import { dayText, shortDayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './effect.module.css';

const height = 64;
const step = 10;

/** Notices by day: as it is in outline, as it would be filled. The table is one key away. */
export function EffectChart({ days }: { days: RulesEffect['perDay'] }) {
  const { t, locale } = useWords();
  const most = Math.max(1, ...days.flatMap(({ before, after }) => [before, after]));
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / most) * height));
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;
  return (
    <figure className={style.chart}>
      <figcaption>
        {t('settings.effect.per-day')}
        <span className={style.key} aria-hidden="true">
          <i data-side="before" /> {t('settings.effect.before')} <i data-side="after" />{' '}
          {t('settings.effect.after')}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * step} ${height + 1}`}
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {days.map(({ day, before, after }, i) => (
          <g key={day} transform={`translate(${i * step + 1} 0)`}>
            <rect className={style.after} x="1" y={height - tall(after)} width="6" height={tall(after)} />
            <rect className={style.before} x="0" y={height - tall(before)} width="8" height={tall(before)} />
          </g>
        ))}
        <line className={style.ground} x1="0" x2={days.length * step} y1={height + 0.5} y2={height + 0.5} />
      </svg>
      <p className={style.axis} aria-hidden="true">
        <span>{shortDayText(first.day, locale)}</span>
        <span>{t('settings.effect.most', { count: most })}</span>
        <span>{shortDayText(last.day, locale)}</span>
      </p>
      <details>
        <summary>{t('settings.effect.as-table')}</summary>
        <table className={style.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.effect.day')}</th>
              <th scope="col">{t('settings.effect.before')}</th>
              <th scope="col">{t('settings.effect.after')}</th>
            </tr>
          </thead>
          <tbody>
            {days
              .filter(({ before, after }) => before + after > 0)
              .map(({ day, before, after }) => (
                <tr key={day}>
                  <th scope="row">{dayText(day, locale)}</th>
                  <td>{before.toLocaleString(locale)}</td>
                  <td>{after.toLocaleString(locale)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

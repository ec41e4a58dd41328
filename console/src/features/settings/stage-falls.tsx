import type { CalendarFall, CalendarShown } from '../../../../contract/settings.ts';
import { useWords } from '../../words/use-words.ts';
import { inOrder } from './calendar-edits.ts';
import effect from './effect.module.css';
import style from './stage-falls.module.css';

/** When each stage really opens, for lives of different lengths: the shorter they get, the more stages fall together. */
export function StageFalls({ calendar, falls }: { calendar: CalendarShown; falls: readonly CalendarFall[] }) {
  const { t, locale } = useWords();
  const own = falls.filter((fall) => fall.calendar === calendar.id);
  const stages = inOrder(calendar.stages);
  if (own.length === 0 || stages.length === 0) return null;
  return (
    <section className={style.falls} aria-label={t('settings.falls')}>
      <table className={effect.table}>
        <caption>{t('settings.falls')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('settings.falls.life')}</th>
            {stages.map(({ id, daysBefore }) => (
              <th key={id} scope="col">
                {daysBefore > 0 ? daysBefore : `+${-daysBefore}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {own.map(({ lifetimeDays, stages: fallen }) => (
            <tr key={lifetimeDays}>
              <th scope="row">{t('settings.falls.days', { days: lifetimeDays })}</th>
              {stages.map(({ id }) => {
                const fall = fallen.find((one) => one.id === id);
                const opens = fall?.opensDaysBefore ?? null;
                if (opens === null) {
                  const why = t(`settings.falls.${fall?.why ?? 'merged'}`);
                  return (
                    <td key={id} className={style.gone} title={why}>
                      <span aria-hidden="true">{fall?.why === 'shrunk' ? '×' : '→'}</span>
                      <span className="unseen">{why}</span>
                    </td>
                  );
                }
                return <td key={id}>{opens > 0 ? opens.toLocaleString(locale) : `+${-opens}`}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('settings.falls.line')}</p>
    </section>
  );
}

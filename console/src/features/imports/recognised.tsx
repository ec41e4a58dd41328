import type { ImportPlan } from '../../../../contract/imports.ts';
import { useWords } from '../../words/use-words.ts';
import style from './imports.module.css';

/** What the file was taken for, so that a wrong guess is seen before anything is written. */
export function Recognised({ plan }: { plan: ImportPlan }) {
  const { t, locale } = useWords();
  const { job, counts, dates, readings } = plan;
  const facts: [string, string][] = [[t('imports.file'), job.file]];
  if (counts) facts.push([t('imports.lines'), linesOf(counts).toLocaleString(locale)]);
  if (dates) facts.push([t('imports.dates'), t(`imports.dates.${dates}`)]);
  return (
    <>
      <dl className={style.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {readings.length > 0 && (
        <section className={style.readings} aria-label={t('imports.readings')}>
          <h2>{t('imports.readings')}</h2>
          <ul className={style.lines}>
            {readings.map(({ words, orders }) => (
              <li key={words}>
                <span>{words}</span>
                <strong>{t('imports.orders', { count: orders })}</strong>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Every line is new, changed, the same, refused or a repetition. */
function linesOf({
  added,
  changed,
  unchanged,
  refused,
  repeated,
}: NonNullable<ImportPlan['counts']>): number {
  return added + changed + unchanged + refused + repeated;
}

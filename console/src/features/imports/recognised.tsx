import type { ImportPlan } from '../../../../contract/imports.ts';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { FileFacts, Remarks } from './file-facts.tsx';
import style from './imports.module.css';

/** What the file was taken for, so that a wrong guess is seen before anything is written. */
export function Recognised({ plan }: { plan: ImportPlan }) {
  const { t, rich, locale } = useWords();
  const { job, counts, readings } = plan;
  const lines = counts ? ([[t('imports.lines'), linesOf(counts).toLocaleString(locale)]] as const) : [];
  return (
    <>
      <p className="quiet">
        {rich('imports.brought', {
          ...{ by: job.by, at: <Moment key="at" at={job.at} /> },
          until: <Moment key="until" at={job.expiresAt} />,
        })}
      </p>
      <FileFacts
        row={{ ...plan, bytes: job.bytes }}
        more={[
          [t('imports.file'), job.file],
          ...lines.map(([name, value]): [string, string] => [name, value]),
        ]}
      />
      <Remarks remarks={plan.remarks} />
      {readings.length > 0 && <Readings readings={readings} />}
    </>
  );
}

/** How often each reading of the dates was used. */
export function Readings({ readings }: { readings: ImportPlan['readings'] }) {
  const { t } = useWords();
  return (
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

import { useRef } from 'react';
import type { ImportJob } from '../../../../contract/imports.ts';
import { RingProgress } from '../../shell/ring.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './imports.module.css';
import { type Seen, type WorkRate, workRate } from './work-rate.ts';

/** The ring fills: what is being done, how many rows, how fast, how long it takes still. */
export function ImportProgress({ job }: { job: ImportJob }) {
  const { t, has, locale } = useWords();
  const { phase, done, of } = job.progress;
  const rate = useWorkRate(job);
  const key = `imports.phase.${phase}`;
  const says = t(has(key) ? key : `imports.stage.${job.stage}`);
  const share = of ? Math.min(done / of, 1) : null;
  return (
    <section className={style.progress} aria-label={says}>
      <RingProgress done={share} label={says} size={96} />
      <div>
        <h2>{says}</h2>
        <p>
          {of === null
            ? t('imports.rows', { count: done })
            : t('imports.rows-of', { done: done.toLocaleString(locale), of: of.toLocaleString(locale) })}
        </p>
        <p className="quiet">{rate ? t('imports.rate', rateValues(rate)) : ' '}</p>
        <p className="quiet">{t(`imports.stage.${job.stage}.then`)}</p>
      </div>
    </section>
  );
}

function rateValues({ perSecond, secondsLeft }: WorkRate) {
  const seconds = secondsLeft === null ? null : Math.ceil(secondsLeft);
  return {
    rows: Math.round(perSecond),
    unit: seconds === null ? 'none' : seconds < 90 ? 'seconds' : 'minutes',
    left: seconds === null ? 0 : seconds < 90 ? seconds : Math.round(seconds / 60),
  };
}

/** Each phase counts from its own beginning. */
function useWorkRate({ progress: { phase, done, of } }: ImportJob): WorkRate | null {
  const first = useRef<Seen & { phase: string }>(null);
  const now = { at: performance.now(), done };
  if (first.current?.phase !== phase || done < first.current.done) first.current = { ...now, phase };
  return workRate(first.current, now, of);
}

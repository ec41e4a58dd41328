import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ImportJob } from '../../../../contract/imports.ts';
import { useMay } from '../../api/use-session.ts';
import { RingProgress } from '../../shell/ring.tsx';
import { useWords } from '../../words/use-words.ts';
import { useSizeText } from './file-facts.tsx';
import { stopWork } from './import-calls.ts';
import style from './imports.module.css';
import { type Seen, seenLately, type WorkRate, workRate } from './work-rate.ts';

/** The ring fills: what is being done, how many rows, how fast, how long it takes still; and the way to stop it. */
export function ImportProgress({ job }: { job: ImportJob }) {
  const { t, has, locale } = useWords();
  const size = useSizeText();
  const { phase, done, of, share } = job.progress;
  const rate = useWorkRate(job);
  const key = `imports.phase.${phase}`;
  const says = t(has(key) ? key : `imports.stage.${job.stage}`);
  const all = of?.toLocaleString(locale);
  const count =
    all === undefined
      ? t('imports.rows', { count: done })
      : t('imports.rows-of', { done: done.toLocaleString(locale), of: all });
  return (
    <section className={style.progress} aria-label={says}>
      <RingProgress done={share} label={says} size={96} />
      <div>
        <h2>{says}</h2>
        <p>
          {job.file} · {size(job.bytes)}
        </p>
        <p>{done > 0 ? count : '\u00a0'}</p>
        <p className="quiet">{rate ? t('imports.rate', rateValues(rate)) : ' '}</p>
        <p className="quiet">{t(`imports.stage.${job.stage}.then`)}</p>
        <StopWork job={job} />
      </div>
    </section>
  );
}

function StopWork({ job }: { job: ImportJob }) {
  const { t } = useWords();
  const may = useMay('imports:apply');
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => stopWork(job.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['import-plan', job.id] }),
  });
  if (!may) return null;
  const isStopping = job.isStopping || stop.isPending;
  return (
    <Button mt="md" loading={isStopping} onClick={() => stop.mutate()}>
      {t(isStopping ? 'imports.stopping' : 'imports.stop')}
    </Button>
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

/** Counted from the first row on. What is left goes by the share of the file, the pace by its rows. */
function useWorkRate({ progress: { phase, done, share } }: ImportJob): WorkRate | null {
  const seen = useRef<readonly Seen[]>([]);
  if (phase !== 'read' || done === 0) {
    seen.current = [];
    return null;
  }
  const now = { at: performance.now(), done };
  seen.current = seenLately(seen.current, now);
  return workRate(seen.current[0]!, now, share ? Math.round(done / share) : null);
}

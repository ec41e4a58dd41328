import { useEffect, useState } from 'react';
import type { SendingRun } from '../../../../contract/sending.ts';

export interface RunPace {
  readonly perSecond: number;
  readonly minutesLeft: number;
}

interface Sample {
  readonly at: number;
  readonly left: number;
}

/** Over so long a pace is measured: long enough to be calm, short enough to be of now. */
const spanMs = 10_000;

/** How fast a run goes, from what was seen of it in the last seconds; null until two looks differ in time. */
export function useRunPace(run: Pick<SendingRun, 'left'>, at: string): RunPace | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const moment = Date.parse(at);
  const { left } = run;
  useEffect(() => {
    setSamples((known) => [
      ...known.filter((sample) => sample.at > moment - spanMs && sample.at < moment),
      { at: moment, left },
    ]);
  }, [moment, left]);
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.at <= first.at) return null;
  const perSecond = Math.max(0, ((first.left - last.left) * 1_000) / (last.at - first.at));
  return {
    perSecond: Math.round(perSecond * 10) / 10,
    minutesLeft: perSecond === 0 ? 0 : Math.ceil(last.left / perSecond / 60),
  };
}

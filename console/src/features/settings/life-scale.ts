import type { CalendarStage } from '../../../../contract/settings.ts';

/** Which days the strip shows: days before the end are positive, days after it negative. */
export interface LifeSpan {
  readonly from: number;
  readonly until: number;
}

export function spanOf(stages: readonly CalendarStage[]): LifeSpan {
  const days = stages.map(({ daysBefore }) => daysBefore);
  return {
    from: Math.max(60, Math.round(Math.max(0, ...days) * 1.15)),
    until: Math.min(-14, Math.round(Math.min(0, ...days) * 1.6)),
  };
}

/** The last days lie wider apart than the first: by the root of their number. */
function root(days: number): number {
  return Math.sign(days) * Math.sqrt(Math.abs(days));
}

/** Where a day stands on the strip, in hundredths. */
export function placeOf({ from, until }: LifeSpan, days: number): number {
  return ((root(from) - root(days)) / (root(from) - root(until))) * 100;
}

/** The day at a place of the strip. */
export function dayAt({ from, until }: LifeSpan, place: number): number {
  const at = root(from) - (Math.min(100, Math.max(0, place)) / 100) * (root(from) - root(until));
  return Math.round(Math.sign(at) * at * at);
}

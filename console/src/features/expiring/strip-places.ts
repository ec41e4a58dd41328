import type { ClockShown } from '../../../../contract/orders.ts';

const dayMs = 86_400_000;

/** The stretch of time that the strip shows, in epoch milliseconds, half-open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** From the first word of any of the clocks, or today, to somewhat after the last: what people ask about, not the whole life. */
export function stretchOf(clocks: readonly ClockShown[], now: number): Stretch {
  const ends = clocks.map(({ endsAt }) => Date.parse(endsAt));
  const touches = clocks.flatMap((clock) => clock.touches.map(({ at }) => Date.parse(at)));
  const opens = clocks.flatMap((clock) => clock.stages.map((stage) => Date.parse(stage.opens)));
  const first = Math.min(now, ...touches, ...opens, ...ends);
  const last = Math.max(now, ...touches, ...opens, ...ends);
  const margin = Math.max((last - first) * 0.04, dayMs);
  return { from: first - margin, to: last + margin };
}

/** 0 at the beginning of the stretch, 100 at its end. */
export function placeIn({ from, to }: Stretch, at: number): number {
  return Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100));
}

/**
 * Keeps marks apart by at least `gap`, in their order, within 0 to 100: the last days hold many words and a finger
 * needs room. Expects places that ascend.
 */
export function keptApart(places: readonly number[], gap: number): number[] {
  const spread = [...places];
  for (let at = 1; at < spread.length; at += 1) spread[at] = Math.max(spread[at]!, spread[at - 1]! + gap);
  let most = 100;
  for (let at = spread.length - 1; at >= 0; at -= 1) {
    spread[at] = Math.max(0, Math.min(spread[at]!, most));
    most = spread[at]! - gap;
  }
  return spread;
}

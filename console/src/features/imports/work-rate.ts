/** How far a piece of work was at one moment, in milliseconds. */
export interface Seen {
  readonly at: number;
  readonly done: number;
}

export interface WorkRate {
  readonly perSecond: number;
  /** Null while nobody knows how much there is. */
  readonly secondsLeft: number | null;
}

/** A first second says too little about the rest. */
const leastMs = 800;

/** The pace since `first`, and how long the rest takes at it; null while it is too early to say. */
export function workRate(first: Seen, now: Seen, of: number | null): WorkRate | null {
  const ms = now.at - first.at;
  const done = now.done - first.done;
  if (ms < leastMs || done <= 0) return null;
  const perSecond = (done * 1000) / ms;
  return { perSecond, secondsLeft: of === null ? null : Math.max(0, (of - now.done) / perSecond) };
}

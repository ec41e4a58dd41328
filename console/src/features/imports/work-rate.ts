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

/** The pace is that of the last seconds: a machine is not equally fast all the time. */
const windowMs = 8_000;

/** What was seen of one piece of work, `now` included; the oldest of it is where the pace is measured from. */
export function seenLately(seen: readonly Seen[], now: Seen): readonly Seen[] {
  const isAnew = now.done < (seen.at(-1)?.done ?? 0);
  return [...(isAnew ? [] : seen.filter(({ at }) => now.at - at <= windowMs)), now];
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

/**
 * So many in any second, evenly spaced after a burst of at most a tenth of a second's worth. Keeps its place as
 * the theoretical arrival time of the next (GCRA, ITU-T I.371 annex A). Times are monotonic milliseconds.
 */
export class RateLimit {
  readonly #spacing: number;
  readonly #slack: number;
  #next = 0;

  constructor(perSecond: number) {
    this.#spacing = 1000 / perSecond;
    this.#slack = Math.max(100 - this.#spacing, 0);
  }

  /** 0 when one may go now, and counts it; else how long to wait, and counts nothing. */
  waitFor(now: number): number {
    const wait = this.#next - this.#slack - now;
    if (wait > 0) return wait;
    this.#next = Math.max(this.#next, now) + this.#spacing;
    return 0;
  }
}

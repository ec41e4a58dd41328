import { uncovered, wildcardFor } from './covers.ts';
import type { RankedOrder } from './succession-order.ts';

/** When a newer order may count as following an older one. */
export interface SuccessionWindow {
  /** Days before the older one's end from which a successor may begin; half the lifetime where that is less. */
  readonly earlyDays: number;
  /** Days after the older one's end until which it may begin: people renew late. */
  readonly lateDays: number;
  /** How much later it has to end: at least so many days, and so many hundredths of the older one's lifetime. */
  readonly laterByDays: number;
  readonly laterByPercent: number;
}

export const usualSuccessionWindow: SuccessionWindow = {
  earlyDays: 90,
  lateDays: 30,
  laterByDays: 14,
  laterByPercent: 10,
};

/** One possible successor of one order, and how well it fits. */
export interface Candidate {
  readonly newer: RankedOrder;
  readonly left: readonly string[];
  readonly serversLeft: number;
  /** Days between the older one's end and the newer one's begin. */
  readonly distance: number;
}

/** With more possible successors under one name only those that begin around the end are looked at. */
const nearest = 512;

/**
 * Finds possible successors through the names, never by comparing all orders with all. `whole` candidates cover every
 * name on as many servers; `partial` ones at least half of the names, or all on fewer servers.
 */
export class SuccessorIndex {
  readonly #byName = new Map<string, RankedOrder[]>();
  readonly #window: SuccessionWindow;

  constructor(newer: readonly RankedOrder[], window: SuccessionWindow) {
    this.#window = window;
    const dated = newer.filter(({ from, until }) => from !== undefined && until !== undefined);
    for (const order of dated.sort((a, b) => a.from! - b.from! || a.rank - b.rank)) {
      for (const name of order.names) this.#add(name, order);
    }
  }

  #add(name: string, order: RankedOrder): void {
    const list = this.#byName.get(name);
    if (list) list.push(order);
    else this.#byName.set(name, [order]);
  }

  /** Best first. */
  whole(older: RankedOrder): Candidate[] {
    const rarest = this.#rarest(older, 1);
    return this.#candidates(older, rarest).filter(
      ({ left, serversLeft }) => left.length === 0 && serversLeft === 0,
    );
  }

  /** Best first. Whoever covers half of the names covers at least one of any half and one more. */
  partial(older: RankedOrder, taken: ReadonlySet<RankedOrder>): Candidate[] {
    const half = Math.ceil(older.names.size / 2);
    const names = this.#rarest(older, older.names.size - half + 1);
    return this.#candidates(older, names).filter(
      ({ newer, left, serversLeft }) =>
        !taken.has(newer) && (left.length > 0 || serversLeft > 0) && older.names.size - left.length >= half,
    );
  }

  #rarest(older: RankedOrder, count: number): string[] {
    if (older.names.size <= count) return [...older.names];
    const counted = [...older.names].map((name) => ({ name, carriers: this.#carriers(name) }));
    counted.sort((a, b) => a.carriers - b.carriers || (a.name < b.name ? -1 : 1));
    return counted.slice(0, count).map(({ name }) => name);
  }

  #carriers(name: string): number {
    return this.#lists(name).reduce((sum, list) => sum + list.length, 0);
  }

  #lists(name: string): RankedOrder[][] {
    const wildcard = wildcardFor(name);
    const lists = [this.#byName.get(name), wildcard ? this.#byName.get(wildcard) : undefined];
    return lists.filter((list) => list !== undefined);
  }

  #candidates(older: RankedOrder, names: readonly string[]): Candidate[] {
    const fits = new Map<RankedOrder, Candidate>();
    const limits = limitsFor(older, this.#window);
    for (const list of names.flatMap((name) => this.#lists(name))) {
      for (const newer of around(list, limits)) {
        if (!fits.has(newer) && mayFollow(older, newer, limits)) fits.set(newer, measureFit(older, newer));
      }
    }
    return [...fits.values()].sort(byFit);
  }
}

interface Limits {
  readonly end: number;
  readonly opens: number;
  readonly closes: number;
  readonly endsFrom: number;
}

function limitsFor(older: RankedOrder, window: SuccessionWindow): Limits {
  const end = older.until!;
  const lifetime = older.from === undefined ? undefined : end - older.from;
  const early =
    lifetime === undefined ? window.earlyDays : Math.min(window.earlyDays, Math.ceil(lifetime / 2));
  const later = Math.max(window.laterByDays, Math.ceil(((lifetime ?? 0) * window.laterByPercent) / 100));
  return { end, opens: end - early, closes: end + window.lateDays, endsFrom: end + later };
}

function mayFollow(older: RankedOrder, newer: RankedOrder, { endsFrom }: Limits): boolean {
  if (newer === older || newer.until! < endsFrom) return false;
  return older.from === undefined || newer.from! > older.from;
}

/** The part of a list, sorted by begin, that begins inside the window; at most the `nearest` around the end. */
function around(list: readonly RankedOrder[], { opens, closes, end }: Limits): readonly RankedOrder[] {
  let first = firstFrom(list, opens);
  let last = firstFrom(list, closes + 1);
  if (last - first > nearest) {
    first = Math.min(Math.max(first, firstFrom(list, end) - nearest / 2), last - nearest);
    last = first + nearest;
  }
  return first === 0 && last === list.length ? list : list.slice(first, last);
}

function firstFrom(list: readonly RankedOrder[], day: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How well one order would follow another; says nothing about whether it may. */
export function measureFit(older: RankedOrder, newer: RankedOrder): Candidate {
  return {
    newer,
    left: uncovered(older.order.names, newer.names),
    serversLeft: Math.max(0, older.servers - newer.servers),
    distance: Math.abs(newer.from! - older.until!),
  };
}

function byFit(a: Candidate, b: Candidate): number {
  return (
    a.left.length - b.left.length ||
    a.serversLeft - b.serversLeft ||
    a.distance - b.distance ||
    a.newer.from! - b.newer.from! ||
    a.newer.rank - b.newer.rank
  );
}

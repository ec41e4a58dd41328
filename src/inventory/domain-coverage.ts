import { covers, wildcardFor } from './covers.ts';

/** An order with those of its names that lie under one registrable domain. Days are ISO, the last one included. */
export interface DomainOrder {
  readonly id: string;
  readonly status: string;
  readonly renewed: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly names: readonly string[];
}

/**
 * covered: something speaks for it after the look-ahead, too. gap: what speaks for it ends within the look-ahead, or
 * has just ended, and nothing follows, nor has it been renewed by proof or a person's word. later: nothing speaks for it now, something will. past: it ended long ago.
 */
export type NameState = 'covered' | 'gap' | 'later' | 'past';

export interface NameCoverage {
  readonly name: string;
  readonly state: NameState;
  /** The last day without a break from today on, or, where nothing speaks for it any more, the last day at all. */
  readonly endsOn: string | null;
  /** Ids of the orders that speak for it now or later, else of those that did last; by this name or by a wildcard. */
  readonly by: readonly { readonly order: string; readonly how: 'exact' | 'wildcard' }[];
  /** Several orders speak for it today, and none of them follows another. */
  readonly isDuplicate: boolean;
}

export interface Horizon {
  readonly today: string;
  /** How far ahead an end without a successor is a gap. */
  readonly days: number;
}

/** For so long after its end a name that nothing speaks for is a gap; then it is history. */
export const lookBackDays = 30;

/** What speaks for each name under a domain, until when, how often. Orders that were never issued, or taken back, speak for none. */
export function nameCoverage(orders: readonly DomainOrder[], horizon: Horizon): NameCoverage[] {
  const spans = orders.flatMap((order) => (order.status === 'issued' && order.until !== null ? [order] : []));
  const byName = new Map<string, DomainOrder[]>();
  for (const order of spans) {
    for (const name of order.names) byName.set(name, [...(byName.get(name) ?? []), order]);
  }
  return [...byName.keys()].sort().map((name) => coverageOf(name, byName, horizon));
}

function coverageOf(
  name: string,
  byName: ReadonlyMap<string, readonly DomainOrder[]>,
  { today, days }: Horizon,
): NameCoverage {
  const wildcard = wildcardFor(name);
  const wide = wildcard !== undefined && covers(wildcard, name) ? (byName.get(wildcard) ?? []) : [];
  const exact = byName.get(name) ?? [];
  const speaking = [...new Set([...exact, ...wide])];
  const here = speaking.filter(({ until }) => until! >= today);
  const now = here.filter(({ from }) => from === null || from <= today);
  const endsOn = now.length > 0 ? unbrokenEnd(now, here) : lastEnd(speaking);
  const isOpen = speaking.some(({ until, renewed }) => until === endsOn && renewed !== 'renewed');
  return {
    name,
    state: stateOf({ isNow: now.length > 0, isLater: here.length > 0, isOpen, endsOn, today, days }),
    endsOn,
    by: (here.length > 0 ? here : speaking.filter(({ until }) => until === endsOn)).map((order) => ({
      order: order.id,
      how: exact.includes(order) ? 'exact' : 'wildcard',
    })),
    isDuplicate: now.filter(({ renewed }) => renewed === 'no').length > 1,
  };
}

/** From what is in force on, through everything that begins before it has ended. */
function unbrokenEnd(now: readonly DomainOrder[], here: readonly DomainOrder[]): string {
  let reach = lastEnd(now)!;
  for (;;) {
    const next = dayAfter(reach, 1);
    const further = here.filter(({ from, until }) => (from === null || from <= next) && until! > reach);
    if (further.length === 0) return reach;
    reach = lastEnd(further)!;
  }
}

function stateOf(of: {
  readonly isNow: boolean;
  readonly isLater: boolean;
  readonly isOpen: boolean;
  readonly endsOn: string | null;
  readonly today: string;
  readonly days: number;
}): NameState {
  const { isNow, isLater, isOpen, endsOn, today, days } = of;
  if (isNow) return isOpen && endsOn! <= dayAfter(today, days) ? 'gap' : 'covered';
  if (isLater) return 'later';
  return isOpen && endsOn! >= dayAfter(today, -lookBackDays) ? 'gap' : 'past';
}

function lastEnd(orders: readonly DomainOrder[]): string | null {
  return orders.reduce<string | null>(
    (last, { until }) => (last === null || until! > last ? until : last),
    null,
  );
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** A domain in a list. */
export interface DomainSummary {
  /** Names under it that something speaks for, has just stopped to, or will. */
  readonly names: number;
  /** Orders in force. */
  readonly orders: number;
  /** The first end of an order in force. */
  readonly endsOn: string | null;
  /** Names with a gap, and the day of the first. */
  readonly gaps: number;
  readonly firstGap: string | null;
  readonly duplicates: number;
}

export function summaryOf(
  orders: readonly DomainOrder[],
  coverage: readonly NameCoverage[],
  { today }: Horizon,
): DomainSummary {
  const inForce = orders.filter(
    ({ status, from, until }) =>
      status === 'issued' && until !== null && until >= today && (from === null || from <= today),
  );
  const gaps = coverage.filter(({ state }) => state === 'gap');
  return {
    names: coverage.filter(({ state }) => state !== 'past').length,
    orders: inForce.length,
    endsOn: firstOf(inForce.map(({ until }) => until!)),
    gaps: gaps.length,
    firstGap: firstOf(gaps.map(({ endsOn }) => endsOn!)),
    duplicates: coverage.filter(({ isDuplicate }) => isDuplicate).length,
  };
}

function firstOf(days: readonly string[]): string | null {
  return days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
}

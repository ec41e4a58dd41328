import type { ClockFacts } from '../cadence/clock-facts.ts';
import type { PlannedMoment } from '../cadence/plan-ahead.ts';

/** One word that an order would have: on which day, and of which stage. */
export interface ToldWord {
  readonly day: string;
  readonly stage: number;
}

/** What somebody would hear in the days ahead, by what the rules are. */
export interface LivedDays {
  readonly notices: Map<string, number>;
  /** `kind stage` → words. */
  readonly stages: Map<string, number>;
  readonly noticesByCustomer: Map<string, number>;
  readonly wordsByClock: Map<string, ToldWord[]>;
}

export function noDays(): LivedDays {
  return { notices: new Map(), stages: new Map(), noticesByCustomer: new Map(), wordsByClock: new Map() };
}

/** Adds what one moment would send. Days are those of `timeZone`. */
export function addMoment(
  days: LivedDays,
  moment: PlannedMoment,
  clocks: ReadonlyMap<string, ClockFacts>,
  dayOf: (at: number) => string,
): void {
  for (const notice of moment.notices) {
    const day = dayOf(notice.at);
    count(days.notices, day);
    const customers = new Set(notice.deliveries.map(({ clock }) => clocks.get(clock)!.customer));
    for (const customer of customers) count(days.noticesByCustomer, customer);
    for (const { clock, kind, stage } of notice.deliveries) {
      const words = days.wordsByClock.get(clock) ?? [];
      // The same stage told to several people is one word about the order.
      if (words.some((one) => one.stage === stage)) continue;
      count(days.stages, `${kind} ${stage}`);
      days.wordsByClock.set(clock, [...words, { day, stage }]);
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

/** Everything that two lives differ in, with counts for everybody where only some were looked at. */
export interface ComparedDays {
  readonly notices: BeforeAndAfter;
  readonly perDay: readonly ({ readonly day: string } & BeforeAndAfter)[];
  readonly perStage: readonly ({ readonly kind: string; readonly stage: number } & BeforeAndAfter)[];
  readonly customers: { readonly more: number; readonly fewer: number; readonly otherwise: number };
  readonly orders: number;
  /** By the day of the first difference, then by clock. */
  readonly different: readonly DifferentClock[];
}

export interface DifferentClock {
  readonly clock: string;
  readonly before: readonly ToldWord[];
  readonly after: readonly ToldWord[];
}

export function compareDays(
  before: LivedDays,
  after: LivedDays,
  at: {
    readonly days: readonly string[];
    readonly times: number;
    readonly clocks: ReadonlyMap<string, ClockFacts>;
    readonly moved: MovedStages;
  },
): ComparedDays {
  const { days, times, clocks } = at;
  const both = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, key: string) => ({
    before: Math.round((a.get(key) ?? 0) * times),
    after: Math.round((b.get(key) ?? 0) * times),
  });
  const perDay = days.map((day) => ({ day, ...both(before.notices, after.notices, day) }));
  const stages = [...new Set([...before.stages.keys(), ...after.stages.keys()])].map((key) => {
    const [kind, stage] = key.split(' ') as [string, string];
    return { kind, stage: Number(stage), ...both(before.stages, after.stages, key) };
  });
  const different = differentClocks(
    before,
    after,
    (clock, stage) => at.moved.get(`${clocks.get(clock)!.kind} ${stage}`) ?? stage,
  );
  const orders = new Set(different.map(({ clock }) => clocks.get(clock)!.order));
  return {
    notices: { before: sum(perDay, 'before'), after: sum(perDay, 'after') },
    perDay,
    perStage: stages.sort((a, b) => (a.kind < b.kind ? 1 : a.kind > b.kind ? -1 : b.stage - a.stage)),
    customers: customersWho(before, after, { different, times, clocks }),
    orders: Math.round(orders.size * times),
    different,
  };
}

function sum(rows: readonly BeforeAndAfter[], side: keyof BeforeAndAfter): number {
  return rows.reduce((total, row) => total + row[side], 0);
}

/** `kind stage` → the number that the same stage has under the other rules. */
export type MovedStages = ReadonlyMap<string, number>;

/** The same stage under another number on the same day is the same word. */
function differentClocks(
  before: LivedDays,
  after: LivedDays,
  numberAfter: (clock: string, stage: number) => number,
): DifferentClock[] {
  const clocks = new Set([...before.wordsByClock.keys(), ...after.wordsByClock.keys()]);
  return [...clocks]
    .map((clock) => ({
      clock,
      before: before.wordsByClock.get(clock) ?? [],
      after: after.wordsByClock.get(clock) ?? [],
    }))
    .filter(({ clock, before: was, after: is }) => {
      const renamed = was.map(({ day, stage }) => ({ day, stage: numberAfter(clock, stage) }));
      return textOf(renamed) !== textOf(is);
    })
    .sort((a, b) => compare(firstDay(a), firstDay(b)) || compare(a.clock, b.clock));
}

function textOf(words: readonly ToldWord[]): string {
  return words.map(({ day, stage }) => `${day}/${stage}`).join(' ');
}

function firstDay({ before, after }: DifferentClock): string {
  const [a, b] = [new Set(before.map(wordText)), new Set(after.map(wordText))];
  const only = [
    ...before.filter((one) => !b.has(wordText(one))),
    ...after.filter((one) => !a.has(wordText(one))),
  ];
  return only.map(({ day }) => day).sort()[0] ?? '';
}

function wordText({ day, stage }: ToldWord): string {
  return `${day}/${stage}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** More or fewer messages; or as many, but on other days or about other stages. */
function customersWho(
  before: LivedDays,
  after: LivedDays,
  at: {
    readonly different: readonly DifferentClock[];
    readonly times: number;
    readonly clocks: ReadonlyMap<string, ClockFacts>;
  },
): ComparedDays['customers'] {
  const customers = new Set([...before.noticesByCustomer.keys(), ...after.noticesByCustomer.keys()]);
  let [more, fewer, otherwise] = [0, 0, 0];
  const touched = new Set(at.different.map(({ clock }) => at.clocks.get(clock)!.customer));
  for (const customer of customers) {
    const change =
      (after.noticesByCustomer.get(customer) ?? 0) - (before.noticesByCustomer.get(customer) ?? 0);
    if (change > 0) more += 1;
    else if (change < 0) fewer += 1;
    else if (touched.has(customer)) otherwise += 1;
  }
  const scaled = (count: number) => Math.round(count * at.times);
  return { more: scaled(more), fewer: scaled(fewer), otherwise: scaled(otherwise) };
}

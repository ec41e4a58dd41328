import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AddressFacts } from '../cadence/address-facts.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import { planAhead } from '../cadence/plan-ahead.ts';
import { reachDays } from '../cadence/reach-days.ts';
import type { ClockOfInventory } from '../inventory/clock-facts.ts';
import { countEnding, loadClocksEnding } from '../inventory/load-clock-facts.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { inviteFrom } from './invite-from.ts';
import { loadAddressFacts, loadLedger } from './ledger-store.ts';
import type { PlanningRules } from './plan-touches.ts';
import {
  addMoment,
  type ComparedDays,
  compareDays,
  type LivedDays,
  type MovedStages,
  noDays,
} from './rules-effect.ts';

/** So many clocks are looked at; of a larger inventory, as many customers as have about so many. */
const mostClocks = 10_000;
/** Clocks that live together; customers are not torn apart. */
const clocksOfOneLife = 400;
const dayMs = 86_400_000;
const longestAfterEndDays = 130;

export interface PreviewedRules extends ComparedDays {
  readonly from: string;
  /** The last day. */
  readonly until: string;
  /** Clocks that can have a word in these days. */
  readonly clocks: number;
  readonly sampledOneIn: number;
  /** The clocks that `different` names. */
  readonly facts: ReadonlyMap<string, ClockFacts>;
}

/**
 * Lives the days ahead twice, under the rules as they are and as they would be, with nothing sent or written, and
 * tells what is different. Of a large inventory one customer in so many is looked at and everything is multiplied;
 * addresses that several customers share count for each of them there.
 */
export async function previewRules(
  tx: PartnerTransaction,
  rules: {
    readonly before: PlanningRules;
    readonly after: PlanningRules;
    /** Stages that only have another number under the rules as they would be. */
    readonly moved: MovedStages;
  },
  at: { readonly now: number; readonly days: number; readonly timeZone: string },
): Promise<PreviewedRules> {
  const reach = Math.max(reachDays(rules.before.cadence), reachDays(rules.after.cadence));
  const until = at.now + at.days * dayMs;
  const ends = { from: at.now - longestAfterEndDays * dayMs, until: until + reach * dayMs };
  const clocks = await countEnding(tx, ends);
  const sampledOneIn = Math.max(1, Math.ceil(clocks / mostClocks));
  const known = await loadClocksEnding(tx, { ...ends, oneIn: sampledOneIn, defaults: rules.before.defaults });
  const ledger = await loadLedger(
    tx,
    known.map(({ clock }) => clock),
  );
  const world = { known, ledger, addresses: await addressesOf(tx, known, rules, at.now) };
  const dayOf = days(at.timeZone);
  const before = await live(world, rules.before, { ...at, until, dayOf });
  const after = await live(world, rules.after, { ...at, until, dayOf });
  const told = allDays(dayOf(at.now), dayOf(until - 1));
  // By what was looked at, not by what was meant to be: customers are of different sizes.
  const times = sampledOneIn === 1 || known.length === 0 ? 1 : clocks / known.length;
  const facts = new Map(known.map((clock): [string, ClockFacts] => [clock.clock, { ...clock, ...unasked }]));
  return {
    ...{ from: told[0]!, until: told.at(-1)!, clocks, sampledOneIn, facts },
    ...compareDays(before, after, { days: told, times, clocks: facts, moved: rules.moved }),
  };
}

const unasked = { brand: '', inviteFrom: null, ledger: [] };

interface KnownWorld {
  readonly known: readonly ClockOfInventory[];
  readonly ledger: ReadonlyMap<string, ClockFacts['ledger']>;
  readonly addresses: ReadonlyMap<string, AddressFacts>;
}

async function addressesOf(
  tx: PartnerTransaction,
  known: readonly ClockOfInventory[],
  { before, after }: { readonly before: PlanningRules; readonly after: PlanningRules },
  now: number,
): Promise<ReadonlyMap<string, AddressFacts>> {
  const keys = new Set(known.flatMap((clock) => clock.recipients.map(({ addressKey }) => addressKey)));
  const remembersDays = Math.max(2, before.rules.minDaysBetweenNotices, after.rules.minDaysBetweenNotices);
  return loadAddressFacts(tx, [...keys], { now, remembersDays });
}

async function live(
  { known, ledger, addresses }: KnownWorld,
  planning: PlanningRules,
  at: { readonly now: number; readonly until: number; readonly dayOf: (at: number) => string },
): Promise<LivedDays> {
  const { cadence, rules, policies } = planning;
  const { now, until, dayOf } = at;
  const lived = noDays();
  for (const part of inParts(known)) {
    const clocks = part.map((clock) => ({
      ...clock,
      brand: clock.brand ?? '',
      inviteFrom: inviteFrom(policies, clock),
      ledger: ledger.get(clock.clock) ?? [],
    }));
    const byClock = new Map(clocks.map((clock) => [clock.clock, clock]));
    for (const moment of planAhead({ clocks, addresses, cadence, rules, now, from: now, until })) {
      addMoment(lived, moment, byClock, dayOf);
    }
    // It only counts; without a pause everybody else's requests would wait for all of it.
    await nextTurn();
  }
  return lived;
}

/** By customers that share an address, so that what goes to one mailbox is gathered as it will be. */
function inParts(known: readonly ClockOfInventory[]): ClockOfInventory[][] {
  const groupOf = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let next = groupOf.get(at); next !== undefined && next !== at; next = groupOf.get(at)) at = next;
    return at;
  };
  for (const { customer, recipients } of known) {
    if (!groupOf.has(customer)) groupOf.set(customer, customer);
    for (const { addressKey } of recipients) {
      const mailbox = `@${addressKey}`;
      if (!groupOf.has(mailbox)) groupOf.set(mailbox, root(customer));
      else groupOf.set(root(mailbox), root(customer));
    }
  }
  const parts: ClockOfInventory[][] = [[]];
  for (const group of Map.groupBy(known, ({ customer }) => root(customer)).values()) {
    if (parts.at(-1)!.length > clocksOfOneLife) parts.push([]);
    parts.at(-1)!.push(...group);
  }
  return parts;
}

function days(timeZone: string): (at: number) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / 900_000);
    let day = known.get(quarter);
    if (day === undefined) {
      day = Temporal.Instant.fromEpochMilliseconds(quarter * 900_000)
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString();
      known.set(quarter, day);
    }
    return day;
  };
}

function allDays(from: string, until: string): string[] {
  const all: string[] = [];
  for (let day = Temporal.PlainDate.from(from); day.toString() <= until; day = day.add({ days: 1 })) {
    all.push(day.toString());
  }
  return all;
}

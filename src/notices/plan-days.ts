import type { ClockFacts } from '../cadence/clock-facts.ts';
import { type PlannedMoment, planAhead } from '../cadence/plan-ahead.ts';
import { loadClocksOfCustomers } from '../inventory/load-clock-facts.ts';
import {
  type CustomerGroup,
  groupsOfCustomers,
  walkCustomerGroups,
} from '../inventory/load-customer-groups.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { inviteFrom } from './invite-from.ts';
import { loadAddressFacts, loadLedger } from './ledger-store.ts';
import type { PlanningRules } from './plan-touches.ts';
import { withInstructions } from './with-instructions.ts';

export interface PlanSpan {
  /** Where the telling begins, and where it ends (not included). Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Where the living begins: what happens between now and `from` is lived through. */
  readonly now: number;
}

/** Who gets what in the days ahead, why, and why not, for some customers. */
export interface PlannedDays {
  readonly moments: readonly PlannedMoment[];
  readonly clocks: ReadonlyMap<RowId, ClockFacts>;
}

/** Orders that are lived through together: enough to make few statements, few enough for the memory of any machine. */
const ordersAtOnce = 2_000;
/** Clocks of one life; the fewer, the less each of its moments has to go through. */
const clocksOfOneLife = 250;

/**
 * What the ticks of the days ahead will do if nothing changes until then, a part of the customers at a time: never
 * more in memory than one batch, however large the inventory. Customers that share addresses are never torn apart, so
 * each part is what it would be in a plan of the whole. Reads only; nothing is written or sent. `customers`: only
 * these, and whoever shares an address with them.
 */
export async function* planDays(
  scope: PartnerScope,
  planning: PlanningRules,
  span: PlanSpan,
  customers?: readonly RowId[],
): AsyncGenerator<PlannedDays> {
  if (customers) {
    const groups = await scope.transaction((tx) => groupsOfCustomers(tx, customers));
    yield* await planOf(scope, planning, span, groups);
    return;
  }
  for await (const { groups } of walkCustomerGroups(scope, { after: '0', orders: ordersAtOnce })) {
    yield* await planOf(scope, planning, span, groups);
  }
}

async function planOf(
  scope: PartnerScope,
  planning: PlanningRules,
  span: PlanSpan,
  groups: readonly CustomerGroup[],
): Promise<PlannedDays[]> {
  return scope.transaction((tx) => planGroups(tx, planning, span, groups));
}

/** The days ahead of these groups of customers. */
export async function planGroups(
  tx: PartnerTransaction,
  planning: PlanningRules,
  span: PlanSpan,
  groups: readonly CustomerGroup[],
): Promise<PlannedDays[]> {
  const facts = await factsOfCustomers(tx, planning, span, groups.flat());
  const keys = facts.flatMap((clock) => clock.recipients.map((person) => person.addressKey));
  const addresses = await loadAddressFacts(tx, [...new Set(keys)], {
    now: span.now,
    remembersDays: Math.max(2, planning.rules.minDaysBetweenNotices),
  });
  const { cadence, rules } = planning;
  return lives(facts, groups).map((clocks) => ({
    moments: [...planAhead({ clocks, addresses, cadence, rules, ...span })],
    clocks: new Map(clocks.map((clock) => [clock.clock, clock])),
  }));
}

async function factsOfCustomers(
  tx: PartnerTransaction,
  planning: PlanningRules,
  span: PlanSpan,
  customers: readonly RowId[],
): Promise<ClockFacts[]> {
  const { until } = span;
  const clocks = await loadClocksOfCustomers(tx, { customers, until, defaults: planning.defaults });
  const ledger = await loadLedger(
    tx,
    clocks.map((clock) => clock.clock),
  );
  return (await withInstructions(tx, clocks)).map((clock) => ({
    ...clock,
    brand: clock.brand ?? '',
    inviteFrom: inviteFrom(planning.policies, clock),
    ledger: ledger.get(clock.clock) ?? [],
  }));
}

/** The clocks by whole groups, a few groups to one life. */
function lives(facts: readonly ClockFacts[], groups: readonly CustomerGroup[]): ClockFacts[][] {
  const byCustomer = Map.groupBy(facts, (clock) => clock.customer);
  const all: ClockFacts[][] = [];
  let life: ClockFacts[] = [];
  for (const group of groups) {
    for (const customer of group) life.push(...(byCustomer.get(customer) ?? []));
    if (life.length < clocksOfOneLife) continue;
    all.push(life);
    life = [];
  }
  return life.length > 0 ? [...all, life] : all;
}

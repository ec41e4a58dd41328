import type { Cadence } from '../cadence/cadence.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import { type PlannedMoment, planAhead } from '../cadence/plan-ahead.ts';
import { loadUpcomingClocks } from '../inventory/load-clock-facts.ts';
import { loadOrdersForNotices } from '../inventory/load-orders-for-notices.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database, PartnerTransaction } from '../storage/database.ts';
import { inviteFrom } from './invite-from.ts';
import { loadAddressFacts, loadLedger } from './ledger-store.ts';
import { type PlanningRules, planningRules } from './plan-touches.ts';

export interface PlanSpan {
  /** Where the telling begins, and where it ends (not included). Epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** Where the living begins: what happens between now and `from` is lived through. */
  readonly now: number;
}

export interface PlannedDays {
  readonly moments: readonly PlannedMoment[];
  readonly clocks: ReadonlyMap<RowId, ClockFacts>;
  readonly orders: ReadonlyMap<RowId, OrderFacts>;
}

/**
 * Who gets what in the days ahead, why, and why not: what the ticks of those days will do if nothing changes until
 * then. Reads only; nothing is written or sent.
 */
export async function planDays(
  deps: { readonly db: Database; readonly cadence: Cadence },
  partner: Partner,
  span: PlanSpan,
): Promise<PlannedDays> {
  const planning = planningRules(partner, deps.cadence);
  return deps.db.forPartner(partner.id).transaction(async (tx) => {
    const facts = await upcomingFacts(tx, planning, span);
    const keys = facts.flatMap((clock) => clock.recipients.map((person) => person.addressKey));
    const addresses = await loadAddressFacts(tx, [...new Set(keys)], {
      now: span.now,
      remembersDays: Math.max(2, planning.rules.minDaysBetweenNotices),
    });
    const { cadence, rules } = planning;
    const moments = [...planAhead({ clocks: facts, addresses, cadence, rules, ...span })];
    const told = moments.flatMap((moment) => moment.decisions.map((decision) => decision.order));
    const orders = await loadOrdersForNotices(tx, told);
    return { moments, clocks: new Map(facts.map((clock) => [clock.clock, clock])), orders };
  });
}

async function upcomingFacts(
  tx: PartnerTransaction,
  planning: PlanningRules,
  span: PlanSpan,
): Promise<ClockFacts[]> {
  const clocks = await loadUpcomingClocks(tx, { until: span.until, defaults: planning.defaults });
  const ledger = await loadLedger(
    tx,
    clocks.map((clock) => clock.clock),
  );
  return clocks.map((clock) => ({
    ...clock,
    brand: clock.brand ?? '',
    inviteFrom: inviteFrom(planning.policies, clock),
    ledger: ledger.get(clock.clock) ?? [],
  }));
}

import type { Cadence } from '../cadence/cadence.ts';
import type { ClockFacts } from '../cadence/clock-facts.ts';
import { plannedTouches } from '../cadence/planned-touches.ts';
import type { Reason } from '../cadence/reason.ts';
import { stopReason } from '../cadence/stop-reason.ts';
import type { ClockOfInventory } from '../inventory/clock-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { inviteFrom } from './invite-from.ts';
import { selectTouches, type TouchRow } from './outlook-store.ts';
import type { PlanningRules } from './plan-touches.ts';
import { type LastNoticeRow, selectLastNotices } from './standing-store.ts';
import { withInstructions } from './with-instructions.ts';

export interface NextNotice {
  /** When the next stage opens, or until when the present one is held; office hours may move it within a day or so. */
  readonly at: Temporal.Instant;
  readonly stage: number;
  readonly state: 'planned' | 'held' | 'due';
}

/** What was said about a clock, what comes next, and what keeps the next word back. */
export interface ClockOutlook {
  readonly last: LastNoticeRow | undefined;
  readonly next: NextNotice | undefined;
  /** Why it is silent as a whole, or why its open stage waits. */
  readonly why: Reason | undefined;
}

/**
 * The outlook of any number of clocks in two statements. The facts of each are what the inventory says now, so a switch
 * that was turned a moment ago is heeded although no pass has run since.
 */
export async function outlookOfClocks(
  tx: PartnerTransaction,
  clocks: readonly ClockOfInventory[],
  { planning, now }: { readonly planning: Pick<PlanningRules, 'cadence' | 'policies'>; readonly now: number },
): Promise<ReadonlyMap<RowId, ClockOutlook>> {
  const ids = clocks.map((clock) => clock.clock);
  const last = new Map((await selectLastNotices(tx, ids)).map((row) => [row.clock, row]));
  const touches = Map.groupBy(await selectTouches(tx, ids), (row) => row.clock);
  const heeded = await withInstructions(tx, clocks);
  return new Map(
    heeded.map((clock) => {
      const rows = touches.get(clock.clock) ?? [];
      const facts = factsOf(clock, rows, planning.policies);
      return [clock.clock, { last: last.get(clock.clock), ...ahead(facts, rows, planning.cadence, now) }];
    }),
  );
}

function factsOf(
  clock: ClockOfInventory,
  rows: readonly TouchRow[],
  policies: PlanningRules['policies'],
): ClockFacts {
  return {
    ...clock,
    brand: clock.brand ?? '',
    inviteFrom: inviteFrom(policies, clock),
    ledger: rows.map(({ code, ...row }) => ({ ...row, reason: code })),
  };
}

function ahead(
  facts: ClockFacts,
  rows: readonly TouchRow[],
  cadence: Cadence,
  now: number,
): Omit<ClockOutlook, 'last'> {
  const stop = stopReason(facts, cadence.silentWhenCoverageEndsWithinDays);
  if (stop !== null) return { next: undefined, why: stop };
  const open = rows.find((row) => row.anchor === facts.anchor && !row.final);
  const why = open && open.state !== 'due' ? reasonOf(open) : undefined;
  if (open?.state === 'held' && open.until) return { next: at(open.until, open.stage, 'held'), why };
  const planned = plannedTouches(facts, cadence, now)[0];
  if (planned?.reason.code === 'opens-later') {
    return { next: at(planned.reason.params.at, planned.stage, 'planned'), why };
  }
  return { next: undefined, why };
}

function reasonOf({ code, params }: TouchRow): Reason {
  return { code, params } as Reason;
}

function at(millis: number, stage: number, state: NextNotice['state']): NextNotice {
  return { at: Temporal.Instant.fromEpochMilliseconds(Math.floor(millis)), stage, state };
}

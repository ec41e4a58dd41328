import type { ClockFacts } from '../cadence/clock-facts.ts';
import { plannedTouches } from '../cadence/planned-touches.ts';
import type { Reason } from '../cadence/reason.ts';
import { type StageWindow, stageWindows } from '../cadence/stage-windows.ts';
import { stopReason } from '../cadence/stop-reason.ts';
import type { ClockOfInventory } from '../inventory/clock-facts.ts';
import { loadClocks } from '../inventory/load-clock-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { inviteFrom } from './invite-from.ts';
import { type CarrierRow, selectCarriers } from './message-list-store.ts';
import { selectTouches, type TouchRow } from './outlook-store.ts';
import type { PlanningRules } from './plan-touches.ts';
import { withInstructions } from './with-instructions.ts';

/** One word in the life of a clock. Instants are epoch milliseconds. */
export interface TimelineTouch {
  readonly stage: number;
  readonly channel: string;
  readonly state: 'due' | 'held' | 'suppressed' | 'planned';
  readonly at: number;
  readonly until: number | null;
  readonly reason: Reason;
  readonly carrier: CarrierRow | undefined;
}

export interface ClockTimeline {
  readonly clock: ClockOfInventory;
  readonly windows: readonly StageWindow[];
  /** What was decided, oldest first, then what is to come. */
  readonly touches: readonly TimelineTouch[];
  /** Why the clock as a whole is silent. */
  readonly silent: Reason | null;
}

/** The whole life of these clocks in the running cycle: what was said, why not, and what comes when. */
export async function clockTimelines(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
  { planning, now }: { readonly planning: PlanningRules; readonly now: number },
): Promise<ClockTimeline[]> {
  if (clocks.length === 0) return [];
  const loaded = await loadClocks(tx, { clocks, defaults: planning.defaults });
  const known = await withInstructions(tx, loaded);
  const touches = Map.groupBy(await selectTouches(tx, clocks), (row) => row.clock);
  const carriers = Map.groupBy(await selectCarriers(tx, clocks), (row) => row.clock);
  return known.map((clock) => {
    const rows = (touches.get(clock.clock) ?? []).filter((row) => row.anchor === clock.anchor);
    const facts: ClockFacts = {
      ...clock,
      brand: clock.brand ?? '',
      inviteFrom: inviteFrom(planning.policies, clock),
      ledger: rows.map(({ code, ...row }) => ({ ...row, reason: code })),
    };
    const { cadence } = planning;
    return {
      clock,
      windows: stageWindows(clock.kind, facts, cadence),
      silent: stopReason(facts, cadence.silentWhenCoverageEndsWithinDays),
      touches: [
        ...rows.map((row) => decided(row, carriers.get(clock.clock) ?? [])).sort((a, b) => a.at - b.at),
        ...plannedTouches(facts, cadence, now).flatMap((touch) => {
          if (touch.reason.code !== 'opens-later') return [];
          const { stage, channel, reason } = touch;
          const at = touch.reason.params.at;
          return [{ stage, channel, reason, at, state: 'planned' as const, until: null, carrier: undefined }];
        }),
      ],
    };
  });
}

function decided(row: TouchRow, carriers: readonly CarrierRow[]): TimelineTouch {
  const { stage, channel, state, at, until, code, params, anchor } = row;
  const carrier = carriers.find(
    (one) => one.stage === stage && one.channel === channel && one.anchor === anchor,
  );
  return { stage, channel, state, at, until: until ?? null, reason: { code, params } as Reason, carrier };
}

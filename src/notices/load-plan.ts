import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type InstructionRow, selectInstruction, selectInstructions } from './instruction-store.ts';
import {
  type ChangeQuery,
  type PlanChangeRow,
  type PlanFilter,
  type PlanGroupTotal,
  type PlanListRow,
  type PlanPlace,
  selectChangeTotals,
  selectPlanChanges,
  selectPlanFacets,
  selectPlanGroups,
  selectPlanLines,
  selectPlanTotals,
  selectTouchLines,
} from './plan-list-store.ts';
import { isAnythingStale, type PlanHead, selectPlanHead } from './plan-store.ts';

export type PlanLineShown = PlanListRow;
export type PlanChangeShown = PlanChangeRow;
export type StandingInstruction = InstructionRow;
export type { PlanFilter, PlanGroupTotal, PlanPlace };

export interface PlanStandingNow {
  readonly head: PlanHead | undefined;
  readonly stale: boolean;
}

/** How fresh the plan is. */
export async function planStandingNow(tx: PartnerTransaction): Promise<PlanStandingNow> {
  const head = await selectPlanHead(tx);
  return { head, stale: head !== undefined && (await isAnythingStale(tx)).some };
}

/** One page of lines in the order of days and instants. */
export function loadPlanLines(
  tx: PartnerTransaction,
  query: { readonly filter: PlanFilter; readonly limit: number; readonly after: PlanPlace | undefined },
): Promise<PlanLineShown[]> {
  return selectPlanLines(tx, query);
}

export const loadPlanTotals = selectPlanTotals;
export const loadPlanGroups = selectPlanGroups;
export const loadPlanFacets = selectPlanFacets;
export const loadChangeTotals = selectChangeTotals;

/** Every line of one touch, in the order of days. */
export const loadTouchLines = selectTouchLines;

export function loadPlanChanges(
  tx: PartnerTransaction,
  query: ChangeQuery & { readonly limit: number; readonly before: RowId | undefined },
): Promise<PlanChangeShown[]> {
  return selectPlanChanges(tx, query);
}

/** What stands said of a customer, or of one of its clocks; oldest first. */
export async function standingInstructions(
  tx: PartnerTransaction,
  of: { readonly customer: RowId; readonly clock?: RowId },
): Promise<StandingInstruction[]> {
  const rows = await selectInstructions(tx, [of.customer]);
  return rows.filter(({ clock }) => clock === null || of.clock === undefined || clock === of.clock);
}

export const oneInstruction = selectInstruction;

import { loadOrdersForNotices } from '../inventory/load-orders-for-notices.ts';
import type { Language } from '../kernel/locale.ts';
import type { PartnerScope } from '../storage/database.ts';
import type { PlannedDays } from './plan-days.ts';
import { type PlanTable, planTable } from './plan-table.ts';
import type { PlanningRules } from './plan-touches.ts';

/** A part of the plan as rows, with the names of its orders and customers. */
export async function planTableOf(
  scope: PartnerScope,
  planned: PlannedDays,
  view: { readonly planning: PlanningRules; readonly language: Language },
): Promise<PlanTable> {
  const told = planned.moments.flatMap((moment) => moment.decisions.map((decision) => decision.order));
  const orders = await scope.transaction((tx) => loadOrdersForNotices(tx, told));
  const { cadence, rules, defaults } = view.planning;
  return planTable(planned, {
    timeZone: defaults.timeZone,
    language: view.language,
    cadence,
    defaultLocale: rules.defaultLocale,
    orders,
  });
}

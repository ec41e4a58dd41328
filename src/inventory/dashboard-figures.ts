import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type InventoryCounts,
  type LastImportRow,
  type OutcomeRow,
  selectInventoryCounts,
  selectLastImport,
  selectMoneyEnding,
  selectRenewalRate,
} from './dashboard-store.ts';

export interface RenewalRate {
  /** First and last day that were looked at. */
  readonly from: string;
  readonly until: string;
  readonly ended: number;
  readonly renewed: number;
}

export interface InventoryFigures extends InventoryCounts {
  readonly month: { readonly from: string; readonly until: string; readonly money: readonly OutcomeRow[] };
  readonly thisQuarter: RenewalRate;
  readonly lastQuarter: RenewalRate;
  readonly lastImport: LastImportRow | undefined;
}

/**
 * What the inventory says on the dashboard. The renewal rate is, of the coverages whose last day lies in a quarter and
 * is over, the share whose order has been renewed; the running quarter goes up to yesterday.
 */
export async function inventoryFigures(
  tx: PartnerTransaction,
  { today, visible }: { readonly today: string; readonly visible: readonly RowId[] | null },
): Promise<InventoryFigures> {
  const day = Temporal.PlainDate.from(today);
  const month = day.with({ day: 1 });
  const nextMonth = month.add({ months: 1 });
  const quarter = month.with({ month: Math.floor((day.month - 1) / 3) * 3 + 1 });
  const before = quarter.subtract({ months: 3 });
  const monthBegan = month.toZonedDateTime('UTC').toInstant().toString();
  const counts = await selectInventoryCounts(tx, { visible, today, monthBegan });
  const ending = { from: month.toString(), until: nextMonth.toString(), today, visible };
  return {
    ...counts,
    month: {
      from: ending.from,
      until: nextMonth.subtract({ days: 1 }).toString(),
      money: await selectMoneyEnding(tx, ending),
    },
    thisQuarter: await rate(tx, quarter, day, visible),
    lastQuarter: await rate(tx, before, quarter, visible),
    lastImport: await selectLastImport(tx),
  };
}

async function rate(
  tx: PartnerTransaction,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
  visible: readonly RowId[] | null,
): Promise<RenewalRate> {
  const counted = await selectRenewalRate(tx, { from: from.toString(), until: until.toString(), visible });
  const last = until.subtract({ days: 1 });
  const lastDay = Temporal.PlainDate.compare(last, from) < 0 ? from : last;
  return { from: from.toString(), until: lastDay.toString(), ...counted };
}

import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { OrderFacts } from './order-facts.ts';
import { type OrderFactsRow, selectOrderFacts } from './order-facts-store.ts';

/** What messages say about these orders. An order that is gone or withdrawn is missing. */
export async function loadOrdersForNotices(
  tx: PartnerTransaction,
  orders: Iterable<RowId>,
): Promise<Map<RowId, OrderFacts>> {
  const wanted = [...new Set(orders)];
  if (wanted.length === 0) return new Map();
  const rows = await selectOrderFacts(tx, wanted);
  return new Map(rows.map((row) => [row.order, factsOfRow(row)]));
}

function factsOfRow({ priceMinor, currency, ...facts }: OrderFactsRow): OrderFacts {
  const price = priceMinor !== null && currency !== null ? { minor: BigInt(priceMinor), currency } : null;
  return { ...facts, price };
}

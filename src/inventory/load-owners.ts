import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectOwners } from './order-facts-store.ts';

/** Who looks after these orders at the partner: the order's own word, else its customer's. */
export async function loadOwners(
  tx: PartnerTransaction,
  orders: Iterable<RowId>,
): Promise<ReadonlyMap<RowId, string>> {
  const wanted = [...orders];
  if (wanted.length === 0) return new Map();
  return new Map((await selectOwners(tx, wanted)).map(({ order, owner }) => [order, owner]));
}

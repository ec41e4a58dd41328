import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { wakeClocksOfCustomer } from './customer-list-store.ts';

/** Everything of a customer is decided again at the next pass, because something was said of it. */
export async function wakeCustomer(
  tx: PartnerTransaction,
  customer: RowId,
  now: Temporal.Instant,
): Promise<void> {
  await wakeClocksOfCustomer(tx, customer, now.toString());
}

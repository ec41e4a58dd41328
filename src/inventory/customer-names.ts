import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectCustomerNames } from './customer-names-store.ts';

export interface CustomerName {
  readonly id: RowId;
  readonly name: string;
}

/** Those of these customers that there are, by name. */
export async function customerNames(
  tx: PartnerTransaction,
  ids: readonly RowId[],
): Promise<readonly CustomerName[]> {
  return ids.length === 0 ? [] : selectCustomerNames(tx, ids);
}

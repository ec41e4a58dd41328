import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectOwnerNames, selectOwnerNamesOf } from './owner-store.ts';

/** Who stands as an owner somewhere, as far as the caller sees it. */
export function ownerNames(tx: PartnerTransaction, visible: readonly RowId[] | null): Promise<string[]> {
  return visible === null ? selectOwnerNames(tx) : selectOwnerNamesOf(tx, visible);
}

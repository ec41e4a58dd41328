import type { PartnerTransaction } from '../storage/database.ts';
import { selectAuthorities } from './audience-store.ts';

/** The authorities that the orders name, as promises name them; none while there are no orders. */
export function authoritiesOfInventory(tx: PartnerTransaction): Promise<string[]> {
  return selectAuthorities(tx);
}

import type { PartnerTransaction } from '../storage/database.ts';
import { markClocksWoken } from './version-store.ts';

/** Says that every clock has been brought up for the rules that changed at `changedAt`. */
export function noteClocksWoken(tx: PartnerTransaction, changedAt: Temporal.Instant): Promise<void> {
  return markClocksWoken(tx, changedAt.toString());
}

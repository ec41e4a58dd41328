import type { PartnerTransaction } from '../storage/database.ts';
import { countOldEntries, deleteOldEntries } from './audit-retention-store.ts';

/** Entries of the audit log that would be removed. */
export function oldAuditEntries(tx: PartnerTransaction, before: Temporal.Instant): Promise<number> {
  return countOldEntries(tx, before.toString());
}

/** Removes entries from before `before`, at most `limit`; how many. The table refuses what is younger than a year. */
export function forgetAudit(
  tx: PartnerTransaction,
  before: Temporal.Instant,
  limit: number,
): Promise<number> {
  return deleteOldEntries(tx, before.toString(), limit);
}

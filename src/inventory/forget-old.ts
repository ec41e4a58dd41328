import type { PartnerTransaction } from '../storage/database.ts';
import {
  countOldImports,
  countRemovedNotes,
  deleteRemovedNotes,
  removeImportChanges,
} from './retention-store.ts';

/** Imports whose changes would be removed. */
export function oldImportChanges(tx: PartnerTransaction, before: Temporal.Instant): Promise<number> {
  return countOldImports(tx, before.toString());
}

/**
 * Removes what one import from before `before` changed and which lines it refused; its report stays, but it cannot be
 * undone any more. False when there is none left.
 */
export function forgetImportChanges(
  tx: PartnerTransaction,
  before: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  return removeImportChanges(tx, before.toString(), now.toString());
}

/** Notes that people took away before `before` and that are still kept. */
export function oldRemovedNotes(tx: PartnerTransaction, before: Temporal.Instant): Promise<number> {
  return countRemovedNotes(tx, before.toString());
}

export function forgetRemovedNotes(tx: PartnerTransaction, before: Temporal.Instant): Promise<number> {
  return deleteRemovedNotes(tx, before.toString());
}

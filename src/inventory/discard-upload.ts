import type { PartnerTransaction } from '../storage/database.ts';
import { discardedHours, stageOfFacts, type Upload, uploadDays } from './import-upload.ts';
import { moveUpload, removeExpired } from './import-upload-store.ts';

/** Lays an upload aside: for an hour it can be had back. False when somebody works on it, or it was applied. */
export async function discardUpload(
  tx: PartnerTransaction,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const expiresAt = now.add({ hours: discardedHours }).toString();
  return moveUpload(tx, id, { from: ['waiting', 'stopped', 'failed'], to: 'discarded', expiresAt });
}

/** Takes a discarded upload up again where it stood. False when it is not discarded. */
export async function restoreUpload(
  tx: PartnerTransaction,
  { id, facts }: Upload,
  now: Temporal.Instant,
): Promise<boolean> {
  const expiresAt = now.add({ hours: 24 * uploadDays }).toString();
  return moveUpload(tx, id, { from: ['discarded'], to: stageOfFacts(facts), expiresAt });
}

/** Takes away the uploads whose time is over, bytes and all. */
export async function sweepUploads(tx: PartnerTransaction, now: Temporal.Instant): Promise<number> {
  return removeExpired(tx, now.toString());
}

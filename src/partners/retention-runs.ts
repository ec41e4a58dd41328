import type { RetentionCount } from '../../contract/settings.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { finishRetentionRun, latestRetentionRun, takeRetentionRun } from './retention-run-store.ts';

/** Takes a day's deletions on, so that several processes do them once; false: somebody else has. */
export function beginRetentionRun(
  tx: PartnerTransaction,
  day: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return takeRetentionRun(tx, day, now.toString());
}

export function endRetentionRun(
  tx: PartnerTransaction,
  day: string,
  done: { readonly at: Temporal.Instant; readonly removed: RetentionCount },
): Promise<void> {
  return finishRetentionRun(tx, day, { ...done, at: done.at.toString() });
}

/** The last day's deletions that were finished. */
export async function lastRetentionRun(
  tx: PartnerTransaction,
): Promise<{ readonly day: string; readonly removed: RetentionCount } | null> {
  return (await latestRetentionRun(tx)) ?? null;
}

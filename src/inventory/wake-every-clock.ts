import type { PartnerTransaction } from '../storage/database.ts';
import { wakeClocks } from './clock-store.ts';

/**
 * Brings every clock that can still come up before the next pass, because the rules by which they are decided have
 * changed: what is held until a moment under the old hours is decided anew under the new ones.
 */
export async function wakeEveryClock(tx: PartnerTransaction, now: Temporal.Instant): Promise<void> {
  await wakeClocks(tx, now.toString());
}

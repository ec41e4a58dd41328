import type { PartnerTransaction } from '../storage/database.ts';
import { countContents, removeContents } from './retention-store.ts';

/** Messages whose content would be removed. */
export function oldMessageContents(tx: PartnerTransaction, before: Temporal.Instant): Promise<number> {
  return countContents(tx, before.toString());
}

/**
 * Removes what messages said that ended before `before`: subject and facts, and with them the text. To whom, when and
 * about which orders, the server's answers and the digest of the bytes stay as proof. At most `limit`; how many.
 */
export function forgetMessageContent(
  tx: PartnerTransaction,
  { before, now, limit }: { before: Temporal.Instant; now: Temporal.Instant; limit: number },
): Promise<number> {
  return removeContents(tx, { before: before.toString(), at: now.toString(), limit });
}

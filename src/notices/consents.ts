import type { Purpose } from '../cadence/stage.ts';
import { addressChanged } from '../inventory/customer-word.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type NoticeAddressee, selectAddressee, storeConsents } from './consent-store.ts';

/** Whom a notice was for; undefined for one that we do not know. */
export async function addresseeOf(
  tx: PartnerTransaction,
  notice: RowId,
): Promise<NoticeAddressee | undefined> {
  return selectAddressee(tx, notice);
}

/**
 * An address objects to messages of these purposes, or agrees again. Honoured at once: what is waiting for it is
 * looked at again before it leaves. The word hangs on the address and outlives its contacts.
 */
export async function recordConsents(
  tx: PartnerTransaction,
  notice: RowId,
  word: { readonly purposes: readonly Purpose[]; readonly objected: boolean; readonly now: Temporal.Instant },
): Promise<void> {
  const addressee = await selectAddressee(tx, notice);
  if (!addressee) return;
  const { addressKey } = addressee;
  await storeConsents(tx, {
    ...word,
    addressKey,
    at: word.now.toString(),
    source: `link in notice ${notice}`,
  });
  await addressChanged(tx, addressKey, { now: word.now });
}

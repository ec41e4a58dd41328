import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type DisownedRow,
  isDisowned,
  removeDisowned,
  storeDisowned,
  storeMuted,
  storeRenewalRequested,
  wakeClocksOfAddress,
  wakeClocksOfOrders,
} from './customer-word-store.ts';

/** A customer's own word about its orders outranks what a file says; all of these may be said twice. */
interface Word {
  readonly now: Temporal.Instant;
  readonly reason?: string;
}

/** Touches of these orders stop, or go on if the wish is taken back. */
export async function markRenewalRequested(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  { now, requested }: Word & { readonly requested: boolean },
): Promise<void> {
  await storeRenewalRequested(tx, orders, requested ? now.toString() : null);
  await wakeClocksOfOrders(tx, orders, now.toString());
}

export async function muteOrder(tx: PartnerTransaction, order: RowId, word: Word): Promise<void> {
  await storeMuted(tx, order, { at: word.now.toString(), reason: word.reason ?? '' });
  await wakeClocksOfOrders(tx, [order], word.now.toString());
}

export async function unmuteOrder(tx: PartnerTransaction, order: RowId, { now }: Word): Promise<void> {
  await storeMuted(tx, order, null);
  await wakeClocksOfOrders(tx, [order], now.toString());
}

/** The owner of this address hears nothing more about the order; the next person in line does. */
export async function disownOrder(tx: PartnerTransaction, who: DisownedRow, word: Word): Promise<void> {
  await storeDisowned(tx, who, { at: word.now.toString(), reason: word.reason ?? '' });
  await wakeClocksOfOrders(tx, [who.order], word.now.toString());
}

export async function ownOrderAgain(tx: PartnerTransaction, who: DisownedRow, { now }: Word): Promise<void> {
  await removeDisowned(tx, who);
  await wakeClocksOfOrders(tx, [who.order], now.toString());
}

export async function hasDisowned(tx: PartnerTransaction, who: DisownedRow): Promise<boolean> {
  return isDisowned(tx, who);
}

/** What is known about an address has changed: everything that it may hear about is decided again. */
export async function addressChanged(
  tx: PartnerTransaction,
  addressKey: string,
  { now }: Word,
): Promise<void> {
  await wakeClocksOfAddress(tx, addressKey, now.toString());
}

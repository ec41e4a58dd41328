import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { wakeClocksOfOrders } from './customer-word-store.ts';
import { loadOrdersById } from './load-orders.ts';
import type { OrderLine } from './order-list.ts';
import type { RenewedAnswer } from './renewed.ts';
import { removeSuccessionWord, selectPerhapsRenewed, storeSuccessionWords } from './succession-word-store.ts';

/** An order and what may have taken its place. */
export interface PerhapsRenewed {
  readonly old: OrderLine;
  readonly candidates: readonly OrderLine[];
  readonly evidence: RenewedAnswer;
}

/** One page of orders that are perhaps renewed, soonest end first. */
export async function loadPerhapsRenewed(
  tx: PartnerTransaction,
  query: Parameters<typeof selectPerhapsRenewed>[1],
): Promise<PerhapsRenewed[]> {
  const ids = (await selectPerhapsRenewed(tx, query)).map(({ id }) => id);
  const orders = await loadOrdersById(tx, ids, query);
  const evidenceOf = (id: RowId) => orders.get(id)?.renewedEvidence as RenewedAnswer;
  const successors = ids.flatMap((id) => evidenceOf(id).successors.flatMap((one) => one.id ?? []));
  const candidates = await loadOrdersById(tx, [...new Set(successors)], query);
  return ids.flatMap((id) => {
    const old = orders.get(id);
    if (!old) return [];
    const evidence = evidenceOf(id);
    const found = evidence.successors.flatMap((one) => candidates.get(one.id ?? '') ?? []);
    return [{ old, candidates: found, evidence }];
  });
}

/** Where an order stands in that page. */
export function placeOfPerhaps({ old }: PerhapsRenewed): readonly (string | null)[] {
  return [old.coversUntil ?? 'infinity', old.id];
}

/**
 * A person's word about orders that are perhaps renewed; later imports heed it. Confirmed: their touches stop. Denied:
 * what was held back goes on. Orders that are not in doubt are left alone; returned are those that were.
 */
export async function sayRenewed(
  tx: PartnerTransaction,
  orders: readonly OrderLine[],
  word: { readonly answer: 'confirmed' | 'denied'; readonly person: string },
  now: Temporal.Instant,
): Promise<OrderLine[]> {
  const inDoubt = orders.filter(
    ({ renewed, renewedEvidence }) =>
      (renewed === 'perhaps' || renewed === 'partly') && renewedEvidence !== null,
  );
  if (inDoubt.length === 0) return [];
  const ids = inDoubt.map(({ id }) => id);
  await storeSuccessionWords(tx, { ...word, orders: ids, at: now.toString() });
  await wakeClocksOfOrders(tx, ids, now.toString());
  return inDoubt;
}

/** Forgets the word about an order; false where nobody has said one. */
export async function takeBackSuccessionWord(
  tx: PartnerTransaction,
  order: RowId,
  now: Temporal.Instant,
): Promise<boolean> {
  const removed = await removeSuccessionWord(tx, order);
  if (removed) await wakeClocksOfOrders(tx, [order], now.toString());
  return removed;
}

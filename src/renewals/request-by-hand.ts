import { markRenewalRequested, muteOrder, unmuteOrder } from '../inventory/customer-word.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  closeRequest,
  insertHandRequest,
  type OrderRequestRow,
  reopenRequest,
  selectRequestsOfOrders,
} from './hand-request-store.ts';

export type OrderRequest = OrderRequestRow;

/** The open request of each of these orders that has one. */
export async function requestsOfOrders(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<ReadonlyMap<RowId, OrderRequest>> {
  return new Map((await selectRequestsOfOrders(tx, orders)).map((row) => [row.order, row]));
}

/**
 * A colleague writes down what a customer said. A wish to renew and a renewal elsewhere or a refusal all stop the
 * order's touches at once; the last two also those of safety, because there is nothing left to keep working.
 */
export async function requestByHand(
  tx: PartnerTransaction,
  request: {
    readonly order: RowId;
    readonly answer: OrderRequest['answer'];
    readonly person: string;
    readonly personName: string;
    readonly note: string | null;
    readonly at: Temporal.Instant;
  },
  now: Temporal.Instant,
): Promise<OrderRequest> {
  const before = (await selectRequestsOfOrders(tx, [request.order]))[0];
  if (before && before.answer !== 'renew') await unmuteOrder(tx, request.order, { now });
  const row = await insertHandRequest(tx, { ...request, at: request.at.toString() });
  await silence(tx, row, now);
  return row;
}

/** Takes the open request of an order back; its touches go on. Undefined where nothing was open. */
export async function withdrawByHand(
  tx: PartnerTransaction,
  order: RowId,
  now: Temporal.Instant,
): Promise<OrderRequest | undefined> {
  const row = await closeRequest(tx, order, now.toString());
  if (!row) return undefined;
  await markRenewalRequested(tx, [order], { now, requested: false });
  if (row.answer !== 'renew') await unmuteOrder(tx, order, { now });
  return row;
}

/** The undo of `withdrawByHand`. */
export async function reopenByHand(
  tx: PartnerTransaction,
  order: RowId,
  now: Temporal.Instant,
): Promise<OrderRequest | undefined> {
  const row = await reopenRequest(tx, order);
  if (row) await silence(tx, row, now);
  return row;
}

async function silence(
  tx: PartnerTransaction,
  { order, answer, at }: OrderRequest,
  now: Temporal.Instant,
): Promise<void> {
  if (answer === 'renew') {
    await markRenewalRequested(tx, [order], { now: at, requested: true });
  } else {
    await markRenewalRequested(tx, [order], { now, requested: false });
    await muteOrder(tx, order, { now: at, reason: answer });
  }
}

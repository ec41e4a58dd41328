import { markRenewalRequested } from '../inventory/customer-word.ts';
import { loadOrdersForNotices } from '../inventory/load-orders-for-notices.ts';
import type { OrderFacts } from '../inventory/order-facts.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerScope } from '../storage/database.ts';
import { addRequests, type OpenRequestRow, selectOpenRequests, withdrawRequests } from './store.ts';

/** Records that orders are wanted renewed; every pending touch of their clocks stops with it. Twice is once. */
export async function requestRenewal(
  scope: PartnerScope,
  request: {
    readonly orders: readonly RowId[];
    readonly notice: RowId | null;
    readonly how: string;
    readonly now: Temporal.Instant;
  },
): Promise<void> {
  await scope.transaction(async (tx) => {
    await addRequests(tx, { ...request, at: request.now.toString() });
    await markRenewalRequested(tx, request.orders, { now: request.now, requested: true });
  });
}

/** Takes the wish back; touches go on as if it had not been said. */
export async function withdrawRenewal(
  scope: PartnerScope,
  orders: readonly RowId[],
  now: Temporal.Instant,
): Promise<void> {
  await scope.transaction(async (tx) => {
    await withdrawRequests(tx, orders, now.toString());
    await markRenewalRequested(tx, orders, { now, requested: false });
  });
}

export interface OpenRequest extends OpenRequestRow {
  /** Missing for an order that was taken out of the inventory since. */
  readonly facts: OrderFacts | undefined;
}

/** What customers asked to have renewed, nobody has taken back and no newer order has answered; oldest first. */
export async function openRequests(scope: PartnerScope, limit = 1_000): Promise<OpenRequest[]> {
  return scope.transaction(async (tx) => {
    const requests = await selectOpenRequests(tx, limit);
    const orders = await loadOrdersForNotices(
      tx,
      requests.map((request) => request.order),
    );
    return requests
      .map((request) => ({ ...request, facts: orders.get(request.order) }))
      .filter(({ facts }) => facts?.renewed !== 'renewed');
  });
}

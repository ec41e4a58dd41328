import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { askRenewal } from './ask-renewal.ts';
import { changeRequests, type RequestChanged } from './change-requests.ts';
import { type RequestRow, selectRequestsOfOrders } from './request-store.ts';

export type OrderRequest = RequestRow;

/** The standing request of each of these orders that has one. */
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
    readonly answer: 'renew' | 'renewed-elsewhere' | 'declined';
    readonly person: string;
    readonly personName: string;
    readonly note: string | null;
    readonly at: Temporal.Instant;
  },
  now: Temporal.Instant,
): Promise<RequestChanged[]> {
  const { answer, note, at } = request;
  const act =
    answer === 'renew'
      ? ({ kind: 'asked', note } as const)
      : answer === 'declined'
        ? ({ kind: 'declined', reason: null, note } as const)
        : ({ kind: 'renewed-elsewhere', note } as const);
  const actor = { person: request.person, name: request.personName };
  return askRenewal(tx, { orders: [request.order], act, how: 'by-hand', notice: null, actor, at }, now);
}

/** Takes the standing request of an order back; its touches go on. Undefined where there was none. */
export async function withdrawByHand(
  tx: PartnerTransaction,
  order: RowId,
  actor: { readonly person: string; readonly name: string },
  now: Temporal.Instant,
): Promise<{ readonly request: OrderRequest; readonly changed: RequestChanged } | undefined> {
  const request = (await selectRequestsOfOrders(tx, [order]))[0];
  if (!request) return undefined;
  const act = { kind: 'withdraw' } as const;
  const changed = await changeRequests(tx, { requests: [request.id], act, actor, visible: null }, now);
  return changed[0] && { request, changed: changed[0] };
}

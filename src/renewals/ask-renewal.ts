import { markRenewalRequested } from '../inventory/customer-word.ts';
import { loadOrdersById } from '../inventory/load-orders.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  fieldsOf,
  moveRequests,
  type RequestActor,
  type RequestChanged,
  type RequestMove,
} from './change-requests.ts';
import { fieldsAfter, freshRequest, type RequestAct } from './request-fields.ts';
import { insertRequest, insertRequestEvent, selectRequestsOfOrders } from './request-store.ts';

export interface Asking {
  readonly orders: readonly RowId[];
  /** A wish to renew, or what a customer has said of one: `renewed-elsewhere`, `declined`. */
  readonly act: Extract<RequestAct, { kind: 'asked' | 'renewed-elsewhere' | 'declined' }>;
  readonly how: string;
  readonly notice: RowId | null;
  readonly actor: RequestActor;
  /** When it was said. */
  readonly at: Temporal.Instant;
}

/**
 * Opens a request for each order, or changes the one that stands; touches stop at once. Returned is what changed, so
 * that it can be taken back: a request that was not there before is taken back by withdrawing it.
 */
export async function askRenewal(
  tx: PartnerTransaction,
  asking: Asking,
  now: Temporal.Instant,
): Promise<RequestChanged[]> {
  const { actor, act, at } = asking;
  const orders = await loadOrdersById(tx, asking.orders, { visible: null, lock: true });
  const standing = new Map(
    (await selectRequestsOfOrders(tx, [...orders.keys()], { lock: true })).map((row) => [row.order, row]),
  );
  const changed: RequestChanged[] = [];
  const moves: RequestMove[] = [];
  for (const order of orders.values()) {
    const kept = standing.get(order.id);
    const row = kept ?? (await openRequest(tx, order.id, asking, now));
    const after = fieldsAfter(fieldsOf(row), act, actor.name);
    if (!kept) {
      await markRenewalRequested(tx, [order.id], { now, requested: true });
      changed.push({ request: row.id, order, before: { withdrawn: true }, after: { withdrawn: false } });
    }
    const told = kept ? order : { ...order, renewalRequestedAt: now };
    if (after) moves.push({ row, order: told, after, ...(act.kind === 'asked' ? { at } : {}) });
  }
  const moved = await moveRequests(tx, moves, { kind: act.kind, actor }, now);
  const opened = new Set(changed.map(({ request }) => request));
  return [...changed, ...moved.filter(({ request }) => !opened.has(request))];
}

async function openRequest(
  tx: PartnerTransaction,
  order: RowId,
  { how, notice, actor, act, at }: Asking,
  now: Temporal.Instant,
) {
  const note = act.note ?? null;
  const words = { person: actor.person, personName: actor.name };
  const row = await insertRequest(tx, { order, notice, how, at: at.toString(), ...words, note });
  const after = { state: freshRequest.state, ...(note === null ? {} : { note }) };
  await insertRequestEvent(tx, row.id, { at: now.toString(), kind: 'asked', ...words, before: {}, after });
  return row;
}

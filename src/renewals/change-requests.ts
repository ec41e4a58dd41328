import { markRenewalRequested, muteOrder, unmuteOrder } from '../inventory/customer-word.ts';
import { type LinkChange, linkSuccessors } from '../inventory/link-successors.ts';
import { loadOrdersById } from '../inventory/load-orders.ts';
import type { OrderLine } from '../inventory/order-list.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  differenceOf,
  fieldsAfter,
  type RequestAct,
  type RequestFields,
  wordOnOrder,
} from './request-fields.ts';
import {
  insertRequestEvent,
  type RequestRow,
  selectRequestsById,
  selectRequestsOfOrders,
  updateRequest,
} from './request-store.ts';

/** Who does it; nulls: the customer, through a link. */
export interface RequestActor {
  readonly person: string | null;
  readonly name: string | null;
}

export interface RequestChanged {
  readonly request: RowId;
  readonly order: OrderLine;
  readonly before: Partial<RequestFields>;
  readonly after: Partial<RequestFields>;
}

/**
 * Does one thing with requests, and to their orders what follows from it: touches stop or go on at once, a new order's
 * number becomes a link. Requests to which the act is not open, and those that are so already, are left alone;
 * returned are those that changed. `visible`: the customers that the caller may see.
 */
export async function changeRequests(
  tx: PartnerTransaction,
  {
    requests,
    act,
    actor,
    visible,
  }: {
    readonly requests: readonly RowId[];
    readonly act: RequestAct;
    readonly actor: RequestActor;
    readonly visible: readonly RowId[] | null;
  },
  now: Temporal.Instant,
): Promise<RequestChanged[]> {
  const rows = await selectRequestsById(tx, requests, { lock: true });
  const orders = await loadOrdersById(
    tx,
    rows.map(({ order }) => order),
    { visible, lock: true },
  );
  const moves = rows.flatMap((row) => {
    const order = orders.get(row.order);
    const after = order && fieldsAfter(fieldsOf(row), act, actor.name);
    return order && after ? [{ row, order, after }] : [];
  });
  const free = await withoutRivals(tx, moves);
  return moveRequests(tx, free, { kind: act.kind, actor }, now);
}

/** An order has one standing request at most: the newest of those taken back may stand up where none does. */
async function withoutRivals(tx: PartnerTransaction, moves: readonly RequestMove[]): Promise<RequestMove[]> {
  const rising = moves.filter(({ row, after }) => row.withdrawn && !after.withdrawn);
  if (rising.length === 0) return [...moves];
  const orders = rising.map(({ order }) => order.id);
  const taken = new Set((await selectRequestsOfOrders(tx, orders)).map(({ order }) => order));
  return moves.toReversed().filter((move) => {
    if (!rising.includes(move)) return true;
    if (taken.has(move.order.id)) return false;
    taken.add(move.order.id);
    return true;
  });
}

/** Puts fields of a request back as they were; false where somebody has changed them since, or another one stands. */
export async function restoreRequest(
  tx: PartnerTransaction,
  step: { readonly id: RowId; readonly before: object; readonly after: object },
  actor: RequestActor,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = (await selectRequestsById(tx, [step.id], { lock: true }))[0];
  const order = row && (await loadOrdersById(tx, [row.order], { visible: null, lock: true })).get(row.order);
  if (!row || !order) return false;
  const held = fieldsOf(row);
  const isHeld = Object.entries(step.after).every(
    ([name, value]) => held[name as keyof RequestFields] === value,
  );
  const after = { ...held, ...(step.before as Partial<RequestFields>) };
  if (!isHeld || (row.withdrawn && !after.withdrawn && (await standingOf(tx, row.order)))) return false;
  return (await moveRequests(tx, [{ row, order, after }], { kind: 'undone', actor }, now)).length > 0;
}

async function standingOf(tx: PartnerTransaction, order: RowId): Promise<RequestRow | undefined> {
  return (await selectRequestsOfOrders(tx, [order]))[0];
}

export interface RequestMove {
  readonly row: RequestRow;
  readonly order: OrderLine;
  readonly after: RequestFields;
  /** When it was said, for one that is asked anew. */
  readonly at?: Temporal.Instant;
}

/** Writes moves with their history, and lets each order hear what its request now says. */
export async function moveRequests(
  tx: PartnerTransaction,
  moves: readonly RequestMove[],
  { kind, actor }: { readonly kind: string; readonly actor: RequestActor },
  now: Temporal.Instant,
): Promise<RequestChanged[]> {
  const changed: RequestChanged[] = [];
  const links: LinkChange[] = [];
  for (const move of moves) {
    const { row, order, after } = move;
    const difference = differenceOf(fieldsOf(row), after);
    if (!difference) continue;
    const link = linkOf(move);
    if (link) links.push(link);
    await updateRequest(tx, row.id, after, placed(move, actor, now));
    await insertRequestEvent(tx, row.id, {
      ...{ at: now.toString(), kind, person: actor.person, personName: actor.name },
      ...difference,
    });
    await tellOrder(tx, move, now);
    changed.push({ request: row.id, order, ...difference });
  }
  if (links.length > 0) await linkSuccessors(tx, links, now);
  return changed;
}

export function fieldsOf(row: RequestRow): RequestFields {
  const { state, silent, withdrawn, owner, nextOn, note, reason, newNumber } = row;
  return { state, silent, withdrawn, owner, nextOn, note, reason, newNumber };
}

/** The columns that follow from where it comes from and goes to. */
function placed(
  { row, order, after, at }: RequestMove,
  actor: RequestActor,
  now: Temporal.Instant,
): Parameters<typeof updateRequest>[3] {
  const isClosed = after.state !== 'open';
  const closesNow = isClosed && after.state !== row.state;
  const closed = {
    at: closesNow ? now.toString() : (row.closedAt?.toString() ?? null),
    by: closesNow ? actor.name : row.closedBy,
  };
  const isLinked = wordOnOrder(after).newNumber !== null;
  const wasLinked = wordOnOrder(fieldsOf(row)).newNumber !== null;
  return {
    closed: isClosed ? closed : { at: null, by: null },
    withdrawnAt: after.withdrawn ? now.toString() : null,
    linkBefore: isLinked ? (wasLinked ? row.linkBefore : order.renewedBy) : null,
    at: at?.toString() ?? null,
  };
}

/** The link to make or to take away; what somebody else has written over it stays. */
function linkOf({ row, order, after }: RequestMove): LinkChange | undefined {
  const [was, is] = [wordOnOrder(fieldsOf(row)).newNumber, wordOnOrder(after).newNumber];
  if (was === is) return undefined;
  if (is !== null) return { order: order.id, number: is };
  return order.renewedBy === was ? { order: order.id, number: row.linkBefore } : undefined;
}

async function tellOrder(
  tx: PartnerTransaction,
  { row, order, after, at }: RequestMove,
  now: Temporal.Instant,
): Promise<void> {
  const [was, is] = [wordOnOrder(fieldsOf(row)), wordOnOrder(after)];
  if (was.muted !== is.muted) {
    const isOurs = was.muted !== null && order.mutedReason === was.muted;
    if (is.muted !== null && (order.mutedAt === null || isOurs)) {
      await muteOrder(tx, order.id, { now, reason: is.muted });
    } else if (is.muted === null && isOurs) await unmuteOrder(tx, order.id, { now });
  }
  const isMarked = order.renewalRequestedAt !== null;
  if (is.requested !== isMarked || (is.requested && at !== undefined)) {
    await markRenewalRequested(tx, [order.id], { now, requested: is.requested });
  }
}

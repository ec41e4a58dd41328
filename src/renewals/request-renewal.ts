import type { RowId } from '../kernel/ids.ts';
import type { PartnerScope } from '../storage/database.ts';
import { askRenewal } from './ask-renewal.ts';
import { changeRequests } from './change-requests.ts';
import { loadRequestLines, type RequestLine } from './load-requests.ts';
import { selectRequestsOfOrders } from './request-store.ts';

const customer = { person: null, name: null } as const;

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
  const { now, orders, notice, how } = request;
  await scope.transaction((tx) =>
    askRenewal(tx, { orders, notice, how, act: { kind: 'asked' }, actor: customer, at: now }, now),
  );
}

/** Takes the wish back; touches go on as if it had not been said. */
export async function withdrawRenewal(
  scope: PartnerScope,
  orders: readonly RowId[],
  now: Temporal.Instant,
): Promise<void> {
  await scope.transaction(async (tx) => {
    const requests = (await selectRequestsOfOrders(tx, orders)).map(({ id }) => id);
    const act = { kind: 'withdraw' } as const;
    await changeRequests(tx, { requests, act, actor: customer, visible: null }, now);
  });
}

/** What is asked to be renewed, nobody has closed and no newer order has answered; oldest first. */
export async function openRequests(
  scope: PartnerScope,
  today: string,
  limit = 1_000,
): Promise<RequestLine[]> {
  const filter = { state: 'open', visible: null, today } as const;
  const sort = { by: 'asked', descending: false } as const;
  return scope.transaction((tx) => loadRequestLines(tx, { filter, sort, limit, after: undefined }));
}

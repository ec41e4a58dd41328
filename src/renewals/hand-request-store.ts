import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface OrderRequestRow {
  readonly id: RowId;
  readonly order: RowId;
  readonly answer: 'renew' | 'renewed-elsewhere' | 'declined';
  readonly how: string;
  readonly at: Temporal.Instant;
  readonly personName: string | null;
  readonly note: string | null;
}

/** The open requests of these orders; an order has one at most. */
export async function selectRequestsOfOrders(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<OrderRequestRow[]> {
  const { rows } = await sql<OrderRequestRow>`
    select id, order_id as "order", answer, how, at, person_name as "personName", note from renewal_request
    where partner = ${tx.partner} and order_id = any (${orders}::bigint[]) and withdrawn_at is null`.execute(
    tx.db,
  );
  return rows;
}

/** Adds a request by hand; a customer's own, open one is answered by it. */
export async function insertHandRequest(
  tx: PartnerTransaction,
  request: {
    readonly order: RowId;
    readonly answer: string;
    readonly person: string;
    readonly personName: string;
    readonly note: string | null;
    readonly at: string;
  },
): Promise<OrderRequestRow> {
  const { rows } = await sql<OrderRequestRow>`
    insert into renewal_request (partner, order_id, how, at, answer, person, person_name, note)
    values (${tx.partner}, ${request.order}::bigint, 'by-hand', ${request.at}::timestamptz, ${request.answer},
      ${request.person}, ${request.personName}, ${request.note})
    on conflict (partner, order_id) where withdrawn_at is null do update set how = excluded.how, at = excluded.at,
      answer = excluded.answer, person = excluded.person, person_name = excluded.person_name, note = excluded.note
    returning id, order_id as "order", answer, how, at, person_name as "personName", note`.execute(tx.db);
  return rows[0]!;
}

/** Closes the open request of an order; undefined where there is none. */
export async function closeRequest(
  tx: PartnerTransaction,
  order: RowId,
  at: string,
): Promise<OrderRequestRow | undefined> {
  const { rows } = await sql<OrderRequestRow>`
    update renewal_request set withdrawn_at = ${at}::timestamptz
    where partner = ${tx.partner} and order_id = ${order}::bigint and withdrawn_at is null
    returning id, order_id as "order", answer, how, at, person_name as "personName", note`.execute(tx.db);
  return rows[0];
}

/** Opens again the request that was closed last. */
export async function reopenRequest(
  tx: PartnerTransaction,
  order: RowId,
): Promise<OrderRequestRow | undefined> {
  const { rows } = await sql<OrderRequestRow>`
    update renewal_request set withdrawn_at = null
    where partner = ${tx.partner} and id = (
      select id from renewal_request where partner = ${tx.partner} and order_id = ${order}::bigint
      order by id desc limit 1)
      and withdrawn_at is not null
    returning id, order_id as "order", answer, how, at, person_name as "personName", note`.execute(tx.db);
  return rows[0];
}

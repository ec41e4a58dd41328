import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Adds a request for each order that has none open. */
export async function addRequests(
  tx: PartnerTransaction,
  request: {
    readonly orders: readonly RowId[];
    readonly notice: RowId | null;
    readonly how: string;
    readonly at: string;
  },
): Promise<void> {
  await sql`
    insert into renewal_request (partner, order_id, notice, how, at)
    select ${tx.partner}, o, ${request.notice}::bigint, ${request.how}, ${request.at}::timestamptz
    from unnest(${request.orders}::bigint[]) o
    on conflict (partner, order_id) where withdrawn_at is null do update set how = excluded.how, answer = 'renew'`.execute(
    tx.db,
  );
}

export async function withdrawRequests(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  at: string,
): Promise<void> {
  await sql`update renewal_request set withdrawn_at = ${at}::timestamptz
    where partner = ${tx.partner} and order_id = any (${orders}::bigint[]) and withdrawn_at is null`.execute(
    tx.db,
  );
}

export interface OpenRequestRow {
  readonly id: RowId;
  readonly order: RowId;
  readonly how: string;
  readonly at: Temporal.Instant;
}

/** Requests that nobody has taken back, oldest first. */
export async function selectOpenRequests(tx: PartnerTransaction, limit: number): Promise<OpenRequestRow[]> {
  const { rows } = await sql<OpenRequestRow>`
    select id, order_id as "order", how, at from renewal_request
    where partner = ${tx.partner} and withdrawn_at is null and answer = 'renew' order by at, id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Marks orders as asked to be renewed, or takes that back with null. */
export async function storeRenewalRequested(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  at: string | null,
): Promise<void> {
  await sql`update orders set renewal_requested_at = ${at}::timestamptz
    where partner = ${tx.partner} and id = any (${orders}::bigint[])`.execute(tx.db);
}

export async function storeMuted(
  tx: PartnerTransaction,
  order: RowId,
  muted: { readonly at: string; readonly reason: string } | null,
): Promise<void> {
  await sql`update orders set muted_at = ${muted?.at ?? null}::timestamptz, muted_reason = ${muted?.reason ?? null}
    where partner = ${tx.partner} and id = ${order}::bigint`.execute(tx.db);
}

export interface DisownedRow {
  readonly order: RowId;
  readonly addressKey: string;
}

export async function storeDisowned(
  tx: PartnerTransaction,
  { order, addressKey }: DisownedRow,
  word: { readonly at: string; readonly reason: string },
): Promise<void> {
  await sql`insert into disowned (partner, order_id, address_key, reason, at)
    values (${tx.partner}, ${order}::bigint, ${addressKey}, ${word.reason}, ${word.at}::timestamptz)
    on conflict (partner, order_id, address_key) do update set reason = excluded.reason`.execute(tx.db);
}

export async function removeDisowned(
  tx: PartnerTransaction,
  { order, addressKey }: DisownedRow,
): Promise<void> {
  await sql`delete from disowned where partner = ${tx.partner} and order_id = ${order}::bigint
    and address_key = ${addressKey}`.execute(tx.db);
}

export async function isDisowned(
  tx: PartnerTransaction,
  { order, addressKey }: DisownedRow,
): Promise<boolean> {
  const { rows } =
    await sql`select from disowned where partner = ${tx.partner} and order_id = ${order}::bigint
    and address_key = ${addressKey}`.execute(tx.db);
  return rows.length > 0;
}

/** Brings up the clocks of these orders at the next pass, because what is known about them has changed. */
export async function wakeClocksOfOrders(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  now: string,
): Promise<void> {
  await sql`update clock c set next_at = ${now}::timestamptz
    from orders o
    where c.partner = ${tx.partner} and c.order_id = any (${orders}::bigint[])
      and c.ends_at > ${now}::timestamptz - interval '21 days'
      and o.partner = c.partner and o.id = c.order_id and o.withdrawn_at is null`.execute(tx.db);
}

/** The same for every order that somebody under this address hears about. */
export async function wakeClocksOfAddress(
  tx: PartnerTransaction,
  addressKey: string,
  now: string,
): Promise<void> {
  await sql`
    with person as (select id, customer from contact where partner = ${tx.partner} and address_key = ${addressKey})
    update clock c set next_at = ${now}::timestamptz
    from orders o
    where c.partner = ${tx.partner} and o.partner = c.partner and o.id = c.order_id and o.withdrawn_at is null
      and c.ends_at > ${now}::timestamptz - interval '21 days'
      and (o.contact in (select id from person) or o.customer in (select customer from person))`.execute(
    tx.db,
  );
}

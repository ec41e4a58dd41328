import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

const most = 2_000;

/**
 * The owners' names in use, of customers, orders and open requests, in order; walked along their indexes from one to
 * the next, so that it costs as many look-ups as there are names.
 */
export async function selectOwnerNames(tx: PartnerTransaction): Promise<string[]> {
  const { rows } = await sql<{ owner: string }>`
    with recursive of_customers (owner, nth) as (
      (select owner, 1 from customer where partner = ${tx.partner} and owner is not null order by owner limit 1)
      union all
      select n.owner, e.nth + 1 from of_customers e cross join lateral (
        select owner from customer where partner = ${tx.partner} and owner > e.owner order by owner limit 1) n
      where e.nth < ${most}),
    of_orders (owner, nth) as (
      (select owner, 1 from orders where partner = ${tx.partner} and owner is not null order by owner limit 1)
      union all
      select n.owner, e.nth + 1 from of_orders e cross join lateral (
        select owner from orders where partner = ${tx.partner} and owner > e.owner order by owner limit 1) n
      where e.nth < ${most})
    select owner from of_customers union select owner from of_orders
    union select owner from renewal_request
      where partner = ${tx.partner} and withdrawn_at is null and state = 'open' and owner is not null
    order by owner`.execute(tx.db);
  return rows.map(({ owner }) => owner);
}

/** The same for whoever is limited to these customers. */
export async function selectOwnerNamesOf(
  tx: PartnerTransaction,
  customers: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ owner: string }>`
    select owner from customer where partner = ${tx.partner} and id = any(${customers}::bigint[]) and owner is not null
    union
    select owner from orders
    where partner = ${tx.partner} and customer = any(${customers}::bigint[]) and owner is not null
    order by owner`.execute(tx.db);
  return rows.map(({ owner }) => owner);
}

import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Every product there is, by jumping from one to the next along the index. The empty name stands for none. */
export function productNames(tx: PartnerTransaction): RawBuilder<unknown> {
  return sql`
    with recursive product as (
      (select product_key as name from orders where partner = ${tx.partner}
        order by product_key limit 1)
      union all
      select (select o.product_key from orders o
        where o.partner = ${tx.partner} and o.product_key > p.name
        order by o.product_key limit 1)
      from product p where p.name is not null)
    select name from product where name is not null`;
}

export interface Facets {
  readonly products: readonly string[];
  readonly authorities: readonly string[];
  readonly owners: readonly string[];
}

/** The values there are to filter by, each found by jumping along an index. */
export async function selectFacets(tx: PartnerTransaction): Promise<Facets> {
  const { rows } = await sql<Facets>`
    with recursive
    authority as (
      (select authority as name from orders where partner = ${tx.partner} order by authority limit 1)
      union all
      select (select o.authority from orders o where o.partner = ${tx.partner} and o.authority > a.name
        order by o.authority limit 1)
      from authority a where a.name is not null),
    order_owner as (
      (select owner as name from orders where partner = ${tx.partner} and owner is not null order by owner limit 1)
      union all
      select (select o.owner from orders o where o.partner = ${tx.partner} and o.owner > a.name
        order by o.owner limit 1)
      from order_owner a where a.name is not null),
    customer_owner as (
      (select owner as name from customer where partner = ${tx.partner} and owner is not null order by owner limit 1)
      union all
      select (select u.owner from customer u where u.partner = ${tx.partner} and u.owner > a.name
        order by u.owner limit 1)
      from customer_owner a where a.name is not null)
    select
      array(select name from (${productNames(tx)}) p where name <> '') as products,
      array(select name from authority where name is not null) as authorities,
      array(select name from order_owner where name is not null
        union select name from customer_owner where name is not null order by 1) as owners`.execute(tx.db);
  return rows[0]!;
}

/** The values that the orders of these customers have: nothing of any other customer's shows in them. */
export async function selectFacetsOf(tx: PartnerTransaction, customers: readonly RowId[]): Promise<Facets> {
  const { rows } = await sql<Facets>`
    with own as materialized (
      select distinct o.product_key as product, o.authority, coalesce(o.owner, u.owner) as owner
      from customer u join orders o on o.partner = ${tx.partner} and o.customer = u.id
      where u.partner = ${tx.partner} and u.id = any (${customers}::bigint[]))
    select
      array(select distinct product from own where product <> '' order by 1) as products,
      array(select distinct authority from own order by 1) as authorities,
      array(select distinct owner from own where owner is not null order by 1) as owners`.execute(tx.db);
  return rows[0]!;
}

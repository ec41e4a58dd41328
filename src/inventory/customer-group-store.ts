import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** For every address that stands at several customers, or hears of their orders: those customers. */
export async function selectSharedAddresses(tx: PartnerTransaction): Promise<RowId[][]> {
  const { rows } = await sql<{ customers: RowId[] }>`
    select array_agg(customer::text) as customers
    from (${customersByAddress(tx)}) heard
    group by address_key having count(*) > 1`.execute(tx.db);
  return rows.map((row) => row.customers);
}

/** Customers at which one of these customers' addresses stands, themselves included. */
export async function selectNeighbours(
  tx: PartnerTransaction,
  customers: readonly RowId[],
): Promise<RowId[]> {
  const these = sql`any (${customers}::bigint[])`;
  const keys = sql`select address_key from contact where partner = ${tx.partner} and customer = ${these}
    union
    select p.address_key from orders o join contact p on p.partner = ${tx.partner} and p.id = o.contact
    where o.partner = ${tx.partner} and o.customer = ${these}
    union
    select p.address_key from orders o
    join order_contact k on k.partner = ${tx.partner} and k.order_id = o.id
    join contact p on p.partner = ${tx.partner} and p.id = k.contact
    where o.partner = ${tx.partner} and o.customer = ${these}`;
  const { rows } = await sql<{ customer: RowId }>`
    with person as materialized (
      select id, customer from contact
      where partner = ${tx.partner} and address_key = any (array(${keys})))
    select customer from person
    union select unnest(${customers}::bigint[])
    union select o.customer from orders o
      where o.partner = ${tx.partner} and o.contact = any (array(select id from person))
    union select o.customer from order_contact k join orders o on o.partner = ${tx.partner} and o.id = k.order_id
      where k.partner = ${tx.partner} and k.contact = any (array(select id from person))`.execute(tx.db);
  return rows.map((row) => row.customer);
}

export interface CustomerSize {
  readonly customer: RowId;
  readonly orders: number;
}

/** Customers behind `after`, in the order of their numbers, with how many orders each has. */
export async function selectCustomerSizes(
  tx: PartnerTransaction,
  page: { readonly after: RowId; readonly limit: number },
): Promise<CustomerSize[]> {
  const { rows } = await sql<CustomerSize>`
    with page as materialized (
      select id from customer where partner = ${tx.partner} and id > ${page.after}::bigint
      order by id limit ${page.limit})
    select page.id as customer, (select count(*)::int from orders o
      where o.partner = ${tx.partner} and o.customer = page.id) as orders
    from page order by page.id`.execute(tx.db);
  return rows;
}

function customersByAddress(tx: PartnerTransaction): RawBuilder<unknown> {
  return sql`
    select p.address_key, p.customer from contact p where p.partner = ${tx.partner}
    union
    select p.address_key, o.customer from orders o join contact p on p.partner = ${tx.partner} and p.id = o.contact
    where o.partner = ${tx.partner}
    union
    select p.address_key, o.customer from order_contact k
    join orders o on o.partner = ${tx.partner} and o.id = k.order_id
    join contact p on p.partner = ${tx.partner} and p.id = k.contact
    where k.partner = ${tx.partner}`;
}

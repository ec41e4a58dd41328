import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

const most = 300;

/** The different products of the orders, walked along their index from one to the next. */
export async function selectProducts(
  tx: PartnerTransaction,
): Promise<{ readonly name: string | null; readonly code: string | null }[]> {
  const { rows } = await sql<{ name: string | null; code: string | null }>`
    with recursive each as (
      (select product_key, product_name as name, product_code as code, 1 as nth from orders
        where partner = ${tx.partner} order by product_key limit 1)
      union all
      select o.product_key, o.product_name, o.product_code, e.nth + 1 from each e cross join lateral (
        select product_key, product_name, product_code from orders
        where partner = ${tx.partner} and product_key > e.product_key order by product_key limit 1) o
      where e.nth < ${most})
    select name, code from each where name is not null or code is not null`.execute(tx.db);
  return rows;
}

export interface CustomerTraits {
  readonly divisions: string[];
  readonly countries: string[];
  readonly owners: string[];
}

/** What the customers say of themselves, each list in order and bounded. */
export async function selectCustomerTraits(tx: PartnerTransaction): Promise<CustomerTraits> {
  const each = (
    column: 'division' | 'country' | 'owner',
  ) => sql`coalesce((select json_agg(v order by v) from (
    select distinct ${sql.ref(column)} as v from told where ${sql.ref(column)} is not null limit ${most}) d), '[]')`;
  const { rows } = await sql<CustomerTraits>`
    with told as materialized (
      select division, country, owner from customer where partner = ${tx.partner}
      union
      select null, null, owner from orders where partner = ${tx.partner} and owner is not null)
    select ${each('division')} as divisions, ${each('country')} as countries, ${each('owner')} as owners`.execute(
    tx.db,
  );
  return rows[0]!;
}

export async function selectAuthorities(tx: PartnerTransaction): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    with recursive each as (
      (select authority from orders where partner = ${tx.partner} order by authority limit 1)
      union all
      select o.authority from each e cross join lateral (
        select authority from orders where partner = ${tx.partner} and authority > e.authority
        order by authority limit 1) o)
    select authority from each limit ${most}`.execute(tx.db);
  return rows.map(({ authority }) => authority);
}

/** Contacts that can be written to, by the locale that they or their customers say. */
export async function selectSpokenLocales(
  tx: PartnerTransaction,
): Promise<{ readonly locale: string | null; readonly contacts: number }[]> {
  const { rows } = await sql<{ locale: string | null; contacts: number }>`
    select coalesce(p.locale, u.locale) as locale, count(*)::integer as contacts
    from contact p join customer u on u.partner = ${tx.partner} and u.id = p.customer
    where p.partner = ${tx.partner} and p.writable
    group by 1 order by 2 desc, 1 limit 50`.execute(tx.db);
  return rows;
}

export async function selectCustomerNames(
  tx: PartnerTransaction,
  customers: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from customer
    where partner = ${tx.partner} and id = any (${customers}::bigint[])`.execute(tx.db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

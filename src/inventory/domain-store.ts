import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** A stretch of domains, in byte order. */
export interface DomainStretch {
  /** Behind this domain. */
  readonly after: string | undefined;
  /** Domains that begin so. */
  readonly prefix: string | undefined;
  /** Domains with an order of these customers; null: all. */
  readonly customers: readonly RowId[] | null;
  readonly limit: number;
}

/** Registrable domains of the inventory by name. Steps from one to the next along the index, however many names each has. */
export async function selectDomains(
  tx: PartnerTransaction,
  { after, prefix, customers, limit }: DomainStretch,
): Promise<string[]> {
  const key = sql`n.registrable collate "C"`;
  const within = sql`
    ${after === undefined ? sql`` : sql`and ${key} > ${after}`}
    ${prefix === undefined ? sql`` : sql`and ${key} >= ${prefix} and ${key} < ${`${prefix}\u{10ffff}`}`}`;
  if (customers !== null) return selectDomainsOfCustomers(tx, { customers, within, limit });
  const first = (from: RawBuilder<unknown>) => sql`select n.registrable from order_name n
    where n.partner = ${tx.partner} and n.registrable is not null ${within} ${from} order by ${key} limit 1`;
  const { rows } = await sql<{ domain: string }>`
    with recursive d (domain) as (
      (${first(sql``)})
      union all
      select (${first(sql`and ${key} > d.domain collate "C"`)}) from d where d.domain is not null)
    select domain from d where domain is not null limit ${limit}`.execute(tx.db);
  return rows.map(({ domain }) => domain);
}

async function selectDomainsOfCustomers(
  tx: PartnerTransaction,
  query: {
    readonly customers: readonly RowId[];
    readonly within: RawBuilder<unknown>;
    readonly limit: number;
  },
): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select distinct n.registrable collate "C" as domain from orders o
    join order_name n on n.partner = ${tx.partner} and n.order_id = o.id
    where o.partner = ${tx.partner} and o.customer = any (${query.customers}::bigint[]) and o.withdrawn_at is null
      and n.registrable is not null ${query.within}
    order by 1 limit ${query.limit}`.execute(tx.db);
  return rows.map(({ domain }) => domain);
}

/** The next day, in a range, on which an order in force ends; undefined behind the last. */
export async function selectNextEnd(
  tx: PartnerTransaction,
  {
    from,
    until,
    customers,
  }: { readonly from: string; readonly until: string; readonly customers: readonly RowId[] | null },
): Promise<string | undefined> {
  if (customers !== null) return selectNextEndOfCustomers(tx, { from, until, customers });
  const { rows } = await sql<{ day: string }>`
    select ends_key as day from orders where partner = ${tx.partner} and ends_key >= ${from}::date
      and ends_key <= ${until}::date and status = 'issued' and withdrawn_at is null
    order by ends_key, id limit 1`.execute(tx.db);
  return rows[0]?.day;
}

/** From the customers' side: along the ends one would pass by everybody else's. */
async function selectNextEndOfCustomers(
  tx: PartnerTransaction,
  query: { readonly from: string; readonly until: string; readonly customers: readonly RowId[] },
): Promise<string | undefined> {
  const { rows } = await sql<{ day: string | null }>`
    with own as materialized (
      select ends_key from orders where partner = ${tx.partner} and customer = any (${query.customers}::bigint[])
        and status = 'issued' and withdrawn_at is null)
    select min(ends_key) as day from own where ends_key between ${query.from}::date and ${query.until}::date`.execute(
    tx.db,
  );
  return rows[0]?.day ?? undefined;
}

/** Domains of which an order ends on this day, by name. `unrenewed`: only of orders that have no proven successor. */
export async function selectDomainsEndingOn(
  tx: PartnerTransaction,
  day: string,
  { after, customers, limit, unrenewed }: Omit<DomainStretch, 'prefix'> & { readonly unrenewed: boolean },
): Promise<string[]> {
  const key = sql`n.registrable collate "C"`;
  const { rows } = await sql<{ domain: string }>`
    select distinct ${key} as domain from orders o
    join order_name n on n.partner = ${tx.partner} and n.order_id = o.id
    where o.partner = ${tx.partner} and o.ends_key = ${day}::date and o.status = 'issued' and o.withdrawn_at is null
      and n.registrable is not null ${unrenewed ? sql`and o.renewed <> 'renewed'` : sql``}
      ${customers === null ? sql`` : sql`and o.customer = any (${customers}::bigint[])`}
      ${after === undefined ? sql`` : sql`and ${key} > ${after}`}
    order by 1 limit ${limit}`.execute(tx.db);
  return rows.map(({ domain }) => domain);
}

/** Of these domains those that two orders in force, of which none follows another, may both speak for. */
export async function selectDomainsOfSeveral(
  tx: PartnerTransaction,
  domains: readonly string[],
  today: string,
): Promise<string[]> {
  const { rows } = await sql<{ domain: string }>`
    select d.domain from unnest(${domains}::text[]) as d (domain)
    cross join lateral (
      select count(distinct o.id) as count from order_name n
      join orders o on o.partner = ${tx.partner} and o.id = n.order_id
      where n.partner = ${tx.partner} and n.registrable collate "C" = d.domain collate "C" and o.status = 'issued'
        and o.withdrawn_at is null and o.renewed = 'no' and o.ends_key >= ${today}::date) several
    where several.count > 1`.execute(tx.db);
  return rows.map(({ domain }) => domain);
}

export interface DomainOrderRow {
  readonly domain: string;
  readonly id: RowId;
  readonly number: string;
  readonly authority: string;
  readonly status: 'pending' | 'issued' | 'revoked' | 'canceled' | 'rejected';
  readonly product: string | null;
  readonly renewed: 'no' | 'perhaps' | 'partly' | 'renewed';
  readonly from: string | null;
  readonly until: string | null;
  readonly customer: RowId;
  readonly customerName: string;
  /** Those under the domain. */
  readonly names: string[];
}

/** The orders of these domains; of a domain with very many names those of the newest orders. */
export async function selectDomainOrders(
  tx: PartnerTransaction,
  domains: readonly string[],
  { customers, namesAtMost }: { readonly customers: readonly RowId[] | null; readonly namesAtMost: number },
): Promise<DomainOrderRow[]> {
  const { rows } = await sql<DomainOrderRow>`
    select d.domain, o.id, o.number, o.authority, o.status, o.product_name as product, o.renewed,
      o.covers_from as "from", o.covers_until as until, o.customer, u.name as "customerName",
      array_agg(n.name order by n.name) as names
    from unnest(${domains}::text[]) as d (domain)
    cross join lateral (
      select n.order_id, n.name from order_name n
      where n.partner = ${tx.partner} and n.registrable collate "C" = d.domain collate "C"
      order by n.registrable collate "C" desc, n.order_id desc limit ${namesAtMost}) n
    join orders o on o.partner = ${tx.partner} and o.id = n.order_id and o.withdrawn_at is null
      ${customers === null ? sql`` : sql`and o.customer = any (${customers}::bigint[])`}
    join customer u on u.partner = ${tx.partner} and u.id = o.customer
    group by d.domain, o.partner, o.id, u.partner, u.id`.execute(tx.db);
  return rows;
}

export interface DomainCertificateRow {
  readonly order: RowId;
  readonly serial: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** The certificates in use of these orders, newest first. */
export async function selectLiveCertificates(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<DomainCertificateRow[]> {
  const { rows } = await sql<DomainCertificateRow>`
    select order_id as "order", serial, valid_from as "validFrom", valid_until as "validUntil" from certificate
    where partner = ${tx.partner} and order_id = any (${orders}::bigint[]) and replaced_at is null
    order by valid_until desc nulls last, id desc`.execute(tx.db);
  return rows;
}

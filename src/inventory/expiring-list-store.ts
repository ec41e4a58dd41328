import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ClockRow } from './clock-store.ts';
import type { ExpiringFilter, ExpiringSort } from './expiring-list.ts';

export interface ExpiringLineRow extends ClockRow {
  readonly commonName: string | null;
  readonly moreNames: number;
  readonly product: string | null;
  readonly term: string | null;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly daysLeft: number;
  readonly customerName: string;
  readonly accountNumber: string | null;
  readonly holder: string | null;
  readonly owner: string | null;
  readonly orderNoticesOn: boolean;
  readonly priceMinor: string | null;
  readonly currency: string | null;
  readonly endsAtText: string;
  readonly nameKey: string;
}

/** What the text of a filter led to: these orders, or too many to name. */
export type TextMatches = readonly RowId[] | 'many' | undefined;

export interface ExpiringSelection {
  readonly filter: ExpiringFilter;
  readonly matches: TextMatches;
  /** What product or owner led to, where that is few. */
  readonly few?: TextMatches;
}

const millis = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000)::double precision`;

/** One page in the order asked for, behind `after`; each order of rows is read along an index. */
export async function selectExpiringLines(
  tx: PartnerTransaction,
  query: ExpiringSelection & {
    readonly sort: ExpiringSort;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<ExpiringLineRow[]> {
  const { rows } = await sql<ExpiringLineRow>`
    select c.id as clock, c.kind, o.id as "order", o.number as "orderNumber", o.authority,
      o.product_code as "productCode", x.id as certificate, u.id as customer, u.brand,
      ${millis(sql`c.began_at`)} as "beganAt", ${millis(sql`c.ends_at`)} as "endsAt", c.anchor::text as anchor,
      ${millis(sql`c.next_at`)} as "nextAt", c.next_at::text as "nextAtText",
      ${millis(sql`coalesce(v.ends_at, (o.covers_until + 1)::timestamp at time zone 'UTC')`)} as "coverageEndsAt",
      o.status as "orderStatus", o.notices_on and u.notices_on and o.muted_at is null as "noticesOn",
      o.renewed, o.renewed_evidence as "renewedEvidence", ${millis(sql`x.replaced_at`)} as "replacedAt",
      ${millis(sql`o.renewal_requested_at`)} as "renewalRequestedAt", o.automation_on as "automationOn",
      o.revoked_unplanned as "revokedUnplanned",
      o.common_name as "commonName", greatest(cardinality(o.names) - 1, 0) as "moreNames",
      o.product_name as product, o.product_name as "productName", u.kind as "customerKind", u.division, u.country, o.term, (c.began_at at time zone 'UTC')::date as "beginsOn",
      (c.ends_at at time zone 'UTC')::date - 1 as "endsOn",
      (c.ends_at at time zone 'UTC')::date - 1 - ${query.filter.asOf}::date as "daysLeft",
      u.name as "customerName", u.account_number as "accountNumber", o.holder,
      coalesce(o.owner, u.owner) as owner, o.notices_on as "orderNoticesOn", o.price_minor as "priceMinor",
      o.currency, c.ends_at::text as "endsAtText", u.name_key as "nameKey"
    ${matching(tx, query)} ${behind(query.sort, query.after)}
    order by ${ordering(query.sort)} limit ${query.limit}`.execute(tx.db);
  return rows;
}

/** How many rows each range of days left has; a range is counted up to `most` and no further. */
export async function countExpiringLines(
  tx: PartnerTransaction,
  { filter, matches, few }: ExpiringSelection,
  ranges: readonly { readonly from: number; readonly to: number }[],
  most: number,
): Promise<number[]> {
  const counts = ranges.map(
    (range) =>
      sql`(select count(*)::integer from (select ${matching(tx, {
        filter: { ...filter, from: Math.max(filter.from, range.from), to: Math.min(filter.to, range.to) },
        matches,
        few,
      })} limit ${most}) counted)`,
  );
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(
    tx.db,
  );
  return rows[0]!.counts;
}

function matching(tx: PartnerTransaction, { filter, matches, few }: ExpiringSelection): RawBuilder<unknown> {
  const midnight = (days: number) =>
    sql`((${filter.asOf}::date + ${days}::integer)::timestamp at time zone 'UTC')`;
  return sql`
    from clock c
    join orders o on o.partner = ${tx.partner} and o.id = c.order_id
    join customer u on u.partner = ${tx.partner} and u.id = o.customer
    left join certificate x on c.kind = 'certificate' and x.partner = ${tx.partner} and x.id = c.subject
    left join clock v on c.kind = 'certificate' and v.partner = ${tx.partner} and v.kind = 'coverage'
      and v.subject = o.id
    where c.partner = ${tx.partner} and c.ends_at >= ${midnight(filter.from + 1)}
      and c.ends_at < ${midnight(filter.to + 2)}
      and o.withdrawn_at is null and o.status = 'issued' and x.replaced_at is null ${narrowed(filter, matches)}
      ${few === undefined || few === 'many' ? sql`` : sql`and o.id = any (${few}::bigint[])`}`;
}

function narrowed(filter: ExpiringFilter, matches: TextMatches): RawBuilder<unknown> {
  const { noticesOn, product, authority, owner, customer, kind, requested } = filter;
  const parts = [
    filter.visible === null ? undefined : sql`o.customer = any (${filter.visible}::bigint[])`,
    noticesOn === undefined
      ? undefined
      : sql`(o.notices_on and u.notices_on and o.muted_at is null) = ${noticesOn}`,
    product === undefined ? undefined : sql`o.product_key = ${product}`,
    authority === undefined ? undefined : sql`o.authority = ${authority}`,
    owner === undefined ? undefined : ownerIs(owner),
    customer === undefined ? undefined : sql`o.customer = ${customer}::bigint`,
    kind === undefined ? undefined : sql`c.kind = ${kind}`,
    renewedIs(filter.renewed),
    requested === undefined ? undefined : sql`(o.renewal_requested_at is not null) = ${requested}`,
    filter.nextBefore === undefined ? undefined : sql`c.next_at < ${filter.nextBefore}::timestamptz`,
    matches === undefined ? undefined : textIs(filter.text ?? '', matches),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

function ownerIs(owner: string | null): RawBuilder<unknown> {
  return owner === null
    ? sql`o.owner is null and u.owner is null`
    : sql`(o.owner = ${owner} or o.owner is null and u.owner = ${owner})`;
}

function renewedIs(renewed: ExpiringFilter['renewed']): RawBuilder<unknown> | undefined {
  if (renewed === 'all') return undefined;
  return renewed === 'open' ? sql`o.renewed <> 'renewed'` : sql`o.renewed = ${renewed}`;
}

function textIs(text: string, matches: readonly RowId[] | 'many'): RawBuilder<unknown> {
  if (matches !== 'many') return sql`o.id = any (${matches}::bigint[])`;
  const like = likeOf(text);
  return sql`(o.number ilike ${like} or o.common_name ilike ${like} or o.product_name ilike ${like}
    or u.name ilike ${like} or exists (select from unnest(o.names) name where name ilike ${like}))`;
}

function likeOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * Orders whose number, name or domain begins with a text, or whose customer or product holds it; `many` where there are
 * `most` or more. The beginnings are ranges in byte order, because row-level security keeps `like` from an index; there
 * are few customers and products beside the orders, so those are read through.
 */
export async function selectTextMatches(
  tx: PartnerTransaction,
  text: { readonly plain: string; readonly folded: string; readonly host: string },
  most: number,
): Promise<readonly RowId[] | 'many'> {
  const number = beginning(text.plain);
  const host = beginning(text.host);
  const { rows } = await sql<{ id: RowId }>`
    select id from (
      (select id from orders where partner = ${tx.partner} and number collate "C" >= ${number.from}
        and number collate "C" < ${number.to} limit ${most})
      union
      (select order_id from order_name where partner = ${tx.partner} and name collate "C" >= ${host.from}
        and name collate "C" < ${host.to} limit ${most})
      union
      (select order_id from order_name where partner = ${tx.partner} and registrable collate "C" >= ${host.from}
        and registrable collate "C" < ${host.to} limit ${most})
      union
      (select o.id from (select id from customer where partner = ${tx.partner}
          and name_key like ${likeOf(text.folded)} limit ${most}) u
        join orders o on o.partner = ${tx.partner} and o.customer = u.id limit ${most})
      union
      (select o.id from (${productNames(tx)}) p
        join orders o on o.partner = ${tx.partner} and o.product_key = p.name
        where p.name ilike ${likeOf(text.plain)} limit ${most})
    ) found limit ${most}`.execute(tx.db);
  return rows.length >= most ? 'many' : rows.map((row) => row.id);
}

/** Orders of a product, or that somebody looks after by the order's or the customer's word; `many` from `most` on. */
export async function selectFilterMatches(
  tx: PartnerTransaction,
  filter: { readonly product?: string | undefined; readonly owner?: string | null | undefined },
  most: number,
): Promise<TextMatches> {
  const { product, owner } = filter;
  if (product === undefined && (owner === undefined || owner === null)) return undefined;
  const { rows } = await sql<{ id: RowId }>`${
    product !== undefined
      ? sql`select id from orders where partner = ${tx.partner} and product_key = ${product} limit ${most}`
      : sql`select id from (
          (select id from orders where partner = ${tx.partner} and owner = ${owner} limit ${most})
          union
          (select o.id from customer u join orders o on o.partner = ${tx.partner} and o.customer = u.id and o.owner is null
            where u.partner = ${tx.partner} and u.owner = ${owner} limit ${most})) found limit ${most}`
  }`.execute(tx.db);
  return rows.length >= most ? 'many' : rows.map((row) => row.id);
}

/** Everything that begins with a text, as a range in byte order. */
function beginning(text: string): { readonly from: string; readonly to: string } {
  return { from: text, to: `${text}\u{10ffff}` };
}

/** Every product there is, by jumping from one to the next along the index. The empty name stands for none. */
function productNames(tx: PartnerTransaction): RawBuilder<unknown> {
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

/** The values there are to filter by, each found by jumping along an index. */
export async function selectFacets(
  tx: PartnerTransaction,
): Promise<{ products: string[]; authorities: string[]; owners: string[] }> {
  const { rows } = await sql<{ products: string[]; authorities: string[]; owners: string[] }>`
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

function ordering({ by, descending }: ExpiringSort): RawBuilder<unknown> {
  const way = descending ? sql`desc` : sql`asc`;
  switch (by) {
    case 'expiry':
      return sql`c.ends_at ${way}, c.id ${way}`;
    case 'customer':
      return sql`u.name_key ${way}, u.id ${way}, c.ends_at ${way}, c.id ${way}`;
    case 'product':
      return sql`o.product_key ${way}, o.id ${way}, c.id ${way}`;
  }
}

function behind(
  { by, descending }: ExpiringSort,
  after: readonly (string | number | null)[] | undefined,
): RawBuilder<unknown> {
  if (after === undefined) return sql``;
  const past = descending ? sql`<` : sql`>`;
  switch (by) {
    case 'expiry':
      return sql`and (c.ends_at, c.id) ${past} (${after[0]}::timestamptz, ${after[1]}::bigint)`;
    case 'customer':
      // The bound on the first column alone is what an index can begin at: the row comparison spans two tables.
      return sql`and u.name_key ${descending ? sql`<=` : sql`>=`} ${after[0]} and (u.name_key, u.id, c.ends_at, c.id) ${past}
        (${after[0]}, ${after[1]}::bigint, ${after[2]}::timestamptz, ${after[3]}::bigint)`;
    case 'product':
      return sql`and (o.product_key, o.id) ${descending ? sql`<=` : sql`>=`} (${after[0]}, ${after[1]}::bigint)
        and (o.product_key, o.id, c.id) ${past} (${after[0]}, ${after[1]}::bigint, ${after[2]}::bigint)`;
  }
}

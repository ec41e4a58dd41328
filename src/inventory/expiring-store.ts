import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ExpiringQuery, ExpiringRow } from './expiring.ts';

/** A place in the order of (end, id). */
export interface ExpiringPlace {
  readonly endsAt: string;
  readonly clock: RowId;
}

/** One page by end, read along the index on it. Replaced certificates and orders not in force are not expiring. */
export async function selectExpiring(
  tx: PartnerTransaction,
  query: ExpiringQuery & { readonly limit: number; readonly after?: ExpiringPlace | undefined },
): Promise<(ExpiringRow & { readonly endsAtText: string })[]> {
  const { after } = query;
  const behind = after
    ? sql`and (c.ends_at, c.id) > (${after.endsAt}::timestamptz, ${after.clock}::bigint)`
    : sql``;
  const { rows } = await sql<ExpiringRow & { endsAtText: string }>`
    select c.id as clock, c.kind, o.id as "order", o.number, o.authority, o.common_name as "commonName",
      o.product_name as "productName", o.term, u.id as customer, u.name as "customerName",
      u.account_number as "accountNumber", o.holder, greatest(cardinality(o.names) - 1, 0) as "moreNames", coalesce(o.owner, u.owner) as owner,
      o.notices_on and u.notices_on as "noticesOn", o.renewed,
      (c.began_at at time zone 'UTC')::date as "beginsOn",
      (c.ends_at at time zone 'UTC')::date - 1 as "endsOn",
      (c.ends_at at time zone 'UTC')::date - 1 - ${query.asOf}::date as "daysLeft", c.ends_at::text as "endsAtText"
    ${expiring(tx, query)} ${query.renewed ? sql`` : sql`and o.renewed <> 'renewed'`} ${behind}
    order by c.ends_at, c.id limit ${query.limit}`.execute(tx.db);
  return rows;
}

/** How many renewed orders' clocks the range holds. */
export async function countRenewed(tx: PartnerTransaction, query: ExpiringQuery): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) ${expiring(tx, query)} and o.renewed = 'renewed'`.execute(tx.db);
  return Number(rows[0]!.count);
}

function expiring(tx: PartnerTransaction, query: ExpiringQuery): RawBuilder<unknown> {
  const midnight = (days: number) =>
    sql`((${query.asOf}::date + ${days}::integer)::timestamp at time zone 'UTC')`;
  return sql`
    from clock c
    join orders o on o.partner = ${tx.partner} and o.id = c.order_id
    join customer u on u.partner = ${tx.partner} and u.id = o.customer
    left join certificate x on c.kind = 'certificate' and x.partner = ${tx.partner} and x.id = c.subject
    where c.partner = ${tx.partner} and c.ends_at >= ${midnight(query.from + 1)} and c.ends_at < ${midnight(query.to + 2)}
      and o.withdrawn_at is null and o.status = 'issued' and x.replaced_at is null
      ${query.kind === undefined ? sql`` : sql`and c.kind = ${query.kind}`}
      ${query.noticesOn === undefined ? sql`` : sql`and (o.notices_on and u.notices_on) = ${query.noticesOn}`}
      ${query.text === undefined ? sql`` : matching(query.text)}`;
}

function matching(text: string): RawBuilder<unknown> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`and (o.number ilike ${like} or o.common_name ilike ${like} or o.product_name ilike ${like}
    or u.name ilike ${like} or exists (select from unnest(o.names) name where name ilike ${like}))`;
}

import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { CustomerFields, CustomerFilter, CustomerLine } from './customer-list.ts';

/** One page of customers by name, read along the index on it. */
export async function selectCustomerLines(
  tx: PartnerTransaction,
  query: {
    readonly filter: CustomerFilter;
    readonly folded: string | undefined;
    readonly descending: boolean;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
    readonly today: string;
  },
): Promise<CustomerLine[]> {
  const { filter, folded, descending, limit, after, today } = query;
  const way = descending ? sql`desc` : sql`asc`;
  const past = descending ? sql`<` : sql`>`;
  const behind = after ? sql`and (u.name_key, u.id) ${past} (${after[0]}, ${after[1]}::bigint)` : sql``;
  const { rows } = await sql<CustomerLine>`
    with page as materialized (
      select u.* from customer u where u.partner = ${tx.partner} ${narrowed(tx, filter, folded)} ${behind}
      order by u.name_key ${way}, u.id ${way} limit ${limit})
    ${columns(tx, today)} from page u order by u.name_key ${way}, u.id ${way}`.execute(tx.db);
  return rows;
}

export async function selectCustomer(
  tx: PartnerTransaction,
  id: RowId,
  today: string,
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<CustomerLine | undefined> {
  const { rows } = await sql<CustomerLine>`
    ${columns(tx, today)} from customer u where u.partner = ${tx.partner} and u.id = ${id}::bigint
    ${lock ? sql`for update of u` : sql``}`.execute(tx.db);
  return rows[0];
}

/** Sets fields by a person's word; columns left out stay. */
export async function updateCustomerFields(
  tx: PartnerTransaction,
  customer: RowId,
  fields: Partial<CustomerFields>,
  at: string,
): Promise<void> {
  const columnOf: Record<keyof CustomerFields, string> = {
    owner: 'owner',
    noticesOn: 'notices_on',
    locale: 'locale',
    timeZone: 'time_zone',
    country: 'country',
    mainContact: 'main_contact',
    technicalContact: 'technical_contact',
  };
  const names = (Object.keys(fields) as (keyof CustomerFields)[]).filter(
    (name) => fields[name] !== undefined,
  );
  if (names.length === 0) return;
  const sets = names.map((name) => sql`${sql.ref(columnOf[name])} = ${fields[name] as string}`);
  const spoken = JSON.stringify(Object.fromEntries(names.map((name) => [columnOf[name], at])));
  await sql`update customer set ${sql.join(sets)}, last_import = null,
      words = coalesce(words, '{}'::jsonb) || ${spoken}::jsonb
    where partner = ${tx.partner} and id = ${customer}::bigint`.execute(tx.db);
}

/** Everything that a customer's orders wait for is decided again. */
export async function wakeClocksOfCustomer(
  tx: PartnerTransaction,
  customer: RowId,
  now: string,
): Promise<void> {
  await sql`update clock c set next_at = ${now}::timestamptz from orders o
    where c.partner = ${tx.partner} and o.partner = ${tx.partner} and o.id = c.order_id
      and o.customer = ${customer}::bigint and o.withdrawn_at is null
      and c.ends_at > ${now}::timestamptz - interval '21 days'`.execute(tx.db);
}

export interface MoneyRow {
  readonly currency: string;
  readonly inForce: string;
  readonly renewed: string;
  readonly promised: string;
  readonly silent: string;
  readonly lost: string;
}

/** What a customer's orders are worth, by currency and by what became of them. */
export async function selectCustomerMoney(
  tx: PartnerTransaction,
  customer: RowId,
  today: string,
): Promise<MoneyRow[]> {
  const { rows } = await sql<MoneyRow>`
    with priced as (
      select currency, price_minor as minor, renewed, renewal_requested_at is not null as wished,
        covers_until - ${today}::date as days_left
      from orders
      where partner = ${tx.partner} and customer = ${customer}::bigint and withdrawn_at is null and status = 'issued'
        and price_minor is not null and currency is not null and covers_until is not null)
    select currency,
      coalesce(sum(minor) filter (where days_left >= 0), 0)::text as "inForce",
      coalesce(sum(minor) filter (where days_left between 0 and 90 and renewed = 'renewed'), 0)::text as renewed,
      coalesce(sum(minor) filter (where days_left between 0 and 90 and renewed <> 'renewed' and wished), 0)::text
        as promised,
      coalesce(sum(minor) filter (where days_left between 0 and 90 and renewed <> 'renewed' and not wished), 0)::text
        as silent,
      coalesce(sum(minor) filter (where days_left between -365 and -1 and renewed <> 'renewed'), 0)::text as lost
    from priced group by currency order by currency`.execute(tx.db);
  return rows;
}

function columns(tx: PartnerTransaction, today: string): RawBuilder<unknown> {
  const inForce = sql`o.partner = ${tx.partner} and o.customer = u.id and o.withdrawn_at is null
    and o.status = 'issued' and o.covers_until >= ${today}::date`;
  const ending = sql`${inForce} and o.renewed <> 'renewed' and o.covers_until <= ${today}::date + 90`;
  return sql`
    select u.id, u.name, u.name_key as "nameKey", u.account_number as account, u.kind, u.owner, u.country,
      u.notices_on as "noticesOn", u.division, u.locale, u.time_zone as "timeZone", u.created_at as "createdAt",
      u.main_contact as "mainContact", u.technical_contact as "technicalContact",
      (select count(*)::integer from orders o where ${inForce}) as orders,
      (select count(*)::integer from orders o where ${ending}) as ending,
      (select min(o.covers_until) from orders o where ${ending}) as "nextEnd",
      (select count(*)::integer from contact p
        left join address_state b on b.partner = p.partner and b.address_key = p.address_key
        where p.partner = ${tx.partner} and p.customer = u.id and p.writable and b.bouncing_since is null) as reachable`;
}

function narrowed(
  tx: PartnerTransaction,
  filter: CustomerFilter,
  folded: string | undefined,
): RawBuilder<unknown> {
  const { visible, text, owner, unreachable } = filter;
  const like = (part: string) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    visible === null ? undefined : sql`u.id = any (${visible}::bigint[])`,
    text === undefined
      ? undefined
      : sql`(u.name_key like ${like(folded ?? '')} or u.account_number ilike ${like(text)})`,
    owner === undefined ? undefined : owner === null ? sql`u.owner is null` : sql`u.owner = ${owner}`,
    unreachable
      ? sql`not exists (select from contact p
            left join address_state b on b.partner = p.partner and b.address_key = p.address_key
            where p.partner = ${tx.partner} and p.customer = u.id and p.writable and b.bouncing_since is null)
          and exists (select from orders o where o.partner = ${tx.partner} and o.customer = u.id
            and o.withdrawn_at is null and o.status = 'issued' and o.covers_until >= current_date)`
      : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { OrderFields, OrderFilter, OrderLine, OrderSort } from './order-list.ts';
import { outcomeIs } from './order-outcome-store.ts';
import type { TextMatches } from './text-match-store.ts';

export type OrderLineRow = Omit<OrderLine, 'price'> & {
  readonly priceMinor: string | null;
  readonly currency: string | null;
};

/** One page of orders that are not withdrawn, in the order asked for, read along an index. */
export async function selectOrderLines(
  tx: PartnerTransaction,
  query: {
    readonly filter: OrderFilter;
    readonly matches: TextMatches;
    readonly sort: OrderSort;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<OrderLineRow[]> {
  const { filter, matches, sort, limit, after } = query;
  const way = sort.descending ? sql`desc` : sql`asc`;
  const key = keyOf(sort.by);
  const past = sort.descending ? sql`<` : sql`>`;
  const type = sort.by === 'number' ? sql`text` : sql`date`;
  const behind = after ? sql`and (${key}, o.id) ${past} (${after[0]}::${type}, ${after[1]}::bigint)` : sql``;
  const { rows } = await sql<OrderLineRow>`
    ${columns()} ${fromOrders(tx)} where o.partner = ${tx.partner} and o.withdrawn_at is null
      ${narrowed(filter, matches)} ${behind}
    order by ${key} ${way}, o.id ${way} limit ${limit}`.execute(tx.db);
  return rows;
}

/** These orders, in no particular order; withdrawn ones are missing. `lock` keeps them until the transaction ends. */
export async function selectOrderLinesById(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  { lock }: { readonly lock: boolean } = { lock: false },
): Promise<OrderLineRow[]> {
  const { rows } = await sql<OrderLineRow>`
    ${columns()} ${fromOrders(tx)} where o.partner = ${tx.partner} and o.id = any (${orders}::bigint[])
      and o.withdrawn_at is null ${lock ? sql`for update of o` : sql``}`.execute(tx.db);
  return rows;
}

/** Orders by their numbers, as evidence names them. */
export async function selectOrderIds(
  tx: PartnerTransaction,
  numbers: readonly string[],
): Promise<{ readonly id: RowId; readonly number: string; readonly customer: RowId }[]> {
  const { rows } = await sql<{ id: RowId; number: string; customer: RowId }>`
    select id, number, customer from orders where partner = ${tx.partner} and number = any (${numbers}::text[])
      and withdrawn_at is null`.execute(tx.db);
  return rows;
}

/**
 * Sets fields by a person's word: newer than what any file has said so far, and no file's own any more. Columns left
 * out stay.
 */
export async function updateOrderFields(
  tx: PartnerTransaction,
  order: RowId,
  fields: Partial<OrderFields>,
  at: string,
): Promise<void> {
  const sets: RawBuilder<unknown>[] = [];
  const words: string[] = [];
  if (fields.noticesOn !== undefined) {
    sets.push(sql`notices_on = ${fields.noticesOn}`);
    words.push('notices_on');
  }
  if (fields.owner !== undefined) {
    sets.push(sql`owner = ${fields.owner}`);
    words.push('owner');
  }
  if (fields.contact !== undefined) {
    sets.push(sql`contact = ${fields.contact}::bigint`);
    words.push('contact');
  }
  if (fields.remark !== undefined) {
    sets.push(sql`notes = ${fields.remark}`);
    words.push('notes');
  }
  if (sets.length === 0) return;
  const spoken = JSON.stringify(Object.fromEntries(words.map((word) => [word, at])));
  await sql`update orders set ${sql.join(sets)}, last_import = null,
      words = coalesce(words, '{}'::jsonb) || ${spoken}::jsonb
    where partner = ${tx.partner} and id = ${order}::bigint`.execute(tx.db);
}

function columns(): RawBuilder<unknown> {
  return sql`
    select o.id, o.number, o.authority, o.status, o.common_name as "commonName", o.names, o.product_name as product,
      o.customer, u.name as "customerName", u.account_number as "accountNumber",
      u.notices_on as "customerNoticesOn", coalesce(o.owner, u.owner) as owner, o.owner as "ownOwner", o.holder,
      o.term, o.ordered_on as "orderedOn", o.covers_from as "coversFrom", o.covers_until as "coversUntil",
      o.server_count as "serverCount", o.notes as remark, o.contact, o.notices_on as "noticesOn",
      o.automation_on as "automationOn", o.muted_at as "mutedAt", o.muted_reason as "mutedReason",
      o.renewal_of as "renewalOf", o.renewed_by as "renewedBy", o.renewed, o.renewed_evidence as "renewedEvidence",
      o.renewal_requested_at as "renewalRequestedAt", o.price_minor as "priceMinor", o.currency`;
}

function fromOrders(tx: PartnerTransaction): RawBuilder<unknown> {
  return sql`from orders o join customer u on u.partner = ${tx.partner} and u.id = o.customer`;
}

function keyOf(by: OrderSort['by']): RawBuilder<unknown> {
  switch (by) {
    case 'ordered':
      return sql`o.ordered_key`;
    case 'ends':
      return sql`o.ends_key`;
    case 'number':
      return sql`o.number`;
  }
}

function narrowed(filter: OrderFilter, matches: TextMatches): RawBuilder<unknown> {
  const { visible, status, product, authority, owner, customer, noticesOn, renewed, requested } = filter;
  const parts = [
    visible === null ? undefined : sql`o.customer = any (${visible}::bigint[])`,
    status === undefined ? undefined : sql`o.status = ${status}`,
    product === undefined ? undefined : sql`o.product_key = ${product}`,
    authority === undefined ? undefined : sql`o.authority = ${authority}`,
    owner === undefined
      ? undefined
      : owner === null
        ? sql`o.owner is null and u.owner is null`
        : sql`(o.owner = ${owner} or o.owner is null and u.owner = ${owner})`,
    customer === undefined ? undefined : sql`o.customer = ${customer}::bigint`,
    noticesOn === undefined
      ? undefined
      : sql`(o.notices_on and u.notices_on and o.muted_at is null) = ${noticesOn}`,
    renewed === undefined ? undefined : sql`o.renewed = ${renewed}`,
    requested === undefined ? undefined : sql`(o.renewal_requested_at is not null) = ${requested}`,
    filter.endsFrom === undefined ? undefined : sql`o.ends_key >= ${filter.endsFrom}::date`,
    filter.endsUntil === undefined
      ? undefined
      : sql`o.ends_key <= ${filter.endsUntil}::date and o.covers_until is not null`,
    filter.outcome === undefined
      ? undefined
      : sql`o.status = 'issued' and ${outcomeIs(filter.outcome.is, filter.outcome.today)}`,
    filter.currency === undefined
      ? undefined
      : sql`o.currency = ${filter.currency} and o.price_minor is not null`,
    matches === undefined ? undefined : textIs(filter.text ?? '', matches),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

function textIs(text: string, matches: readonly RowId[] | 'many'): RawBuilder<unknown> {
  if (matches !== 'many') return sql`o.id = any (${matches}::bigint[])`;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(o.number ilike ${like} or o.common_name ilike ${like} or o.product_name ilike ${like}
    or u.name ilike ${like} or exists (select from unnest(o.names) name where name ilike ${like}))`;
}

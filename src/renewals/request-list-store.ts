import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { RequestRow } from './request-store.ts';

/** What a list shows as the state: a newer order in the inventory closes an open request by itself. */
export type ShownState = RequestRow['state'] | 'withdrawn';

export interface RequestLineRow extends Omit<RequestRow, 'state' | 'linkBefore' | 'withdrawn'> {
  readonly state: ShownState;
  /** Where it stands in the list, for the page after. */
  readonly place: string;
  readonly number: string;
  readonly authority: string;
  readonly commonName: string | null;
  readonly nameCount: number;
  readonly product: string | null;
  readonly coversFrom: string | null;
  readonly coversUntil: string | null;
  readonly renewed: 'no' | 'perhaps' | 'partly' | 'renewed';
  readonly renewedBy: string | null;
  readonly orderOwner: string | null;
  readonly customer: RowId;
  readonly customerName: string;
  readonly accountNumber: string | null;
  readonly priceMinor: string | null;
  readonly currency: string | null;
}

export interface RequestListFilter {
  /** Customers that the asking person is limited to; null: all. */
  readonly visible: readonly RowId[] | null;
  readonly today: string;
  readonly state: ShownState | 'all';
  /** null: nobody has taken it. */
  readonly owner?: string | null | undefined;
  readonly due?: 'overdue' | 'today' | 'week' | 'none' | undefined;
  readonly from?: 'customer' | 'colleague' | undefined;
  readonly reason?: string | undefined;
  readonly customer?: RowId | undefined;
  readonly text?: string | undefined;
  readonly id?: RowId | undefined;
}

export interface RequestSort {
  readonly by: 'due' | 'asked' | 'ends';
  readonly descending: boolean;
}

const shown = sql`case when r.withdrawn_at is not null then 'withdrawn'
  when r.state = 'open' and o.renewed = 'renewed' then 'renewed' else r.state end`;

const sortKeys: Readonly<Record<RequestSort['by'], { key: RawBuilder<unknown>; type: RawBuilder<unknown> }>> =
  {
    due: { key: sql`coalesce(r.next_on, (r.at at time zone 'UTC')::date)`, type: sql`date` },
    asked: { key: sql`r.at`, type: sql`timestamptz` },
    ends: { key: sql`o.ends_key`, type: sql`date` },
  };

/** One page of requests whose orders are still in the inventory. */
export async function selectRequestLines(
  tx: PartnerTransaction,
  query: {
    readonly filter: RequestListFilter;
    readonly sort: RequestSort;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<RequestLineRow[]> {
  const { filter, sort, limit, after } = query;
  const { key, type } = sortKeys[sort.by];
  const way = sort.descending ? sql`desc` : sql`asc`;
  const past = sort.descending ? sql`<` : sql`>`;
  const behind = after
    ? sql`and (${key}, r.id) ${past} (${after[0]}::text::${type}, ${after[1]}::bigint)`
    : sql``;
  // The page is chosen from narrow rows first; what a line says besides is looked up for it alone.
  const { rows } = await sql<RequestLineRow>`
    with page as materialized (
      select r.id, r.order_id, ${key} as place ${fromRequests(tx, filter)} ${narrowed(filter)} ${behind}
      order by ${key} ${way}, r.id ${way} limit ${limit})
    select r.id, r.order_id as "order", r.how, r.at, r.person_name as "personName", ${shown} as state, r.silent,
      r.owner, r.next_on as "nextOn", r.note, r.reason, r.new_number as "newNumber", r.closed_at as "closedAt",
      r.closed_by as "closedBy", page.place::text as place,
      o.number, o.authority, o.common_name as "commonName", cardinality(o.names) as "nameCount",
      o.product_name as product, o.covers_from as "coversFrom", o.covers_until as "coversUntil", o.renewed,
      o.renewed_by as "renewedBy", coalesce(o.owner, u.owner) as "orderOwner", o.customer,
      u.name as "customerName", u.account_number as "accountNumber", o.price_minor as "priceMinor", o.currency
    from page
    join renewal_request r on r.partner = ${tx.partner} and r.id = page.id
    join orders o on o.partner = ${tx.partner} and o.id = page.order_id
    join customer u on u.partner = ${tx.partner} and u.id = o.customer
    order by page.place ${way}, page.id ${way}`.execute(tx.db);
  return rows;
}

export interface RequestCountRow {
  readonly state: ShownState;
  readonly count: number;
  readonly overdue: number;
  readonly today: number;
  readonly unowned: number;
}

/** How many there are in each state, whatever state the filter names. */
export async function countRequests(
  tx: PartnerTransaction,
  filter: RequestListFilter,
): Promise<RequestCountRow[]> {
  const { rows } = await sql<RequestCountRow>`
    select ${shown} as state, count(*)::integer as count,
      (count(*) filter (where r.next_on < ${filter.today}::date))::integer as overdue,
      (count(*) filter (where r.next_on <= ${filter.today}::date))::integer as today,
      (count(*) filter (where r.owner is null))::integer as unowned
    ${fromRequests(tx, filter)} ${narrowed({ ...filter, state: 'all' })} group by 1`.execute(tx.db);
  return rows;
}

/**
 * From the requests to their orders, of which there are far more: `limit 1` keeps the planner from going through the
 * orders instead. Customers are asked only where a text may be theirs.
 */
function fromRequests(tx: PartnerTransaction, { text }: RequestListFilter): RawBuilder<unknown> {
  const customers = sql`join customer u on u.partner = ${tx.partner} and u.id = o.customer`;
  return sql`from renewal_request r
    cross join lateral (
      select o.renewed, o.ends_key, o.customer, o.number, o.common_name from orders o
      where o.partner = ${tx.partner} and o.id = r.order_id and o.withdrawn_at is null limit 1) o
    ${text === undefined ? sql`` : customers}
    where r.partner = ${tx.partner}`;
}

function narrowed(filter: RequestListFilter): RawBuilder<unknown> {
  const { visible, state, owner, due, from, reason, customer, text, today, id } = filter;
  const like = text === undefined ? '' : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    visible === null ? undefined : sql`o.customer = any (${visible}::bigint[])`,
    state === 'all' ? undefined : stateIs(state),
    owner === undefined ? undefined : owner === null ? sql`r.owner is null` : sql`r.owner = ${owner}`,
    due === undefined ? undefined : dueIs(due, today),
    from === undefined ? undefined : sql`(r.how = 'by-hand') = ${from === 'colleague'}`,
    reason === undefined ? undefined : sql`r.reason = ${reason}`,
    customer === undefined ? undefined : sql`o.customer = ${customer}::bigint`,
    id === undefined ? undefined : sql`r.id = ${id}::bigint`,
    text === undefined
      ? undefined
      : sql`(o.number ilike ${like} or o.common_name ilike ${like} or u.name ilike ${like} or r.note ilike ${like})`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

/** In words that an index can serve, where there are such. */
function stateIs(state: ShownState): RawBuilder<unknown> {
  if (state === 'withdrawn') return sql`r.withdrawn_at is not null`;
  const stands = sql`r.withdrawn_at is null`;
  if (state === 'open') return sql`${stands} and r.state = 'open' and o.renewed <> 'renewed'`;
  if (state === 'renewed') {
    return sql`${stands} and (r.state = 'renewed' or r.state = 'open' and o.renewed = 'renewed')`;
  }
  return sql`${stands} and r.state = ${state}`;
}

function dueIs(due: NonNullable<RequestListFilter['due']>, today: string): RawBuilder<unknown> {
  switch (due) {
    case 'none':
      return sql`r.next_on is null`;
    case 'overdue':
      return sql`r.next_on < ${today}::date`;
    case 'today':
      return sql`r.next_on <= ${today}::date`;
    case 'week':
      return sql`r.next_on <= ${today}::date + 7`;
  }
}

import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type ExpiringFilter, type ExpiringSort, fewDue as mostDue } from './expiring-list.ts';
import type { TextMatches } from './text-match-store.ts';

export interface ExpiringSelection {
  readonly filter: ExpiringFilter;
  readonly matches: TextMatches;
  /** There are so few clocks whose next moment comes before `filter.nextBefore` that they are looked through first. */
  readonly fewDue: boolean;
}

/**
 * The clocks of one page in the order asked for, behind `after`. Whatever the filter, each way to fulfil it is read along
 * an index, and nothing is looked up for the rows that the page passes over.
 */
export async function chooseExpiringClocks(
  tx: PartnerTransaction,
  query: ExpiringSelection & {
    readonly sort: ExpiringSort;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<RowId[]> {
  const { columns, needs, order } = sorting(query.sort);
  const limit = sql`limit ${query.limit}`;
  const ways = waysOf(query.filter).map(
    (
      way,
    ) => sql`(select l.clock, ${columns} ${lines(tx, query, way, needs)} ${behind(query.sort, query.after)}
      order by ${order} ${limit})`,
  );
  const { rows } = await sql<{ clock: RowId }>`
    select clock from (${sql.join(ways, sql` union all `)}) chosen order by ${order} ${limit}`.execute(tx.db);
  return rows.map((row) => row.clock);
}

/** How many rows each range of days left has; a range is counted up to `most` and no further. */
export async function countExpiringLines(
  tx: PartnerTransaction,
  selection: ExpiringSelection,
  ranges: readonly { readonly from: number; readonly to: number }[],
  most: number,
): Promise<number[]> {
  const { filter } = selection;
  const counts = ranges.map((range) => {
    const narrow = { ...filter, from: Math.max(filter.from, range.from), to: Math.min(filter.to, range.to) };
    const ways = waysOf(filter).map(
      (way) => sql`(select ${lines(tx, { ...selection, filter: narrow }, way)} limit ${most})`,
    );
    return sql`(select count(*)::integer from (select from (${sql.join(ways, sql` union all `)}) each_way
      limit ${most}) counted)`;
  });
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(
    tx.db,
  );
  return rows[0]!.counts;
}

/** Whether fewer than `most` clocks have a next moment before this instant. */
export async function areFewDue(tx: PartnerTransaction, before: string, most: number): Promise<boolean> {
  const { rows } = await sql<{ few: boolean }>`
    select count(*) < ${most} as few from (select from clock
      where partner = ${tx.partner} and next_at < ${before}::timestamptz limit ${most}) due`.execute(tx.db);
  return rows[0]!.few;
}

/** One way in which a row can fulfil a filter; a row fulfils at most one of them. */
interface Way {
  readonly conditions: readonly RawBuilder<unknown>[];
  readonly customer: boolean;
}

/** What a customer says goes for its orders: so a filter by owner or switch is fulfilled by either's word. */
function waysOf({ owner, noticesOn }: ExpiringFilter): Way[] {
  return ownerWays(owner).flatMap((by) =>
    noticeWays(noticesOn).map((heard) => ({
      conditions: [...by.conditions, ...heard.conditions],
      customer: by.customer || heard.customer,
    })),
  );
}

const anyWay: Way = { conditions: [], customer: false };

function ownerWays(owner: ExpiringFilter['owner']): readonly Way[] {
  if (owner === undefined) return [anyWay];
  const ofCustomer = sql`l.owner_key = ''`;
  if (owner === null) return [{ conditions: [ofCustomer, sql`u.owner is null`], customer: true }];
  return [
    { conditions: [sql`l.owner_key = ${owner}`], customer: false },
    { conditions: [ofCustomer, sql`u.owner = ${owner}`], customer: true },
  ];
}

function noticeWays(on: boolean | undefined): readonly Way[] {
  if (on === undefined) return [anyWay];
  if (on) return [{ conditions: [sql`l.notices_go`, sql`u.notices_on`], customer: true }];
  return [
    { conditions: [sql`not l.notices_go`], customer: false },
    { conditions: [sql`l.notices_go`, sql`not u.notices_on`], customer: true },
  ];
}

interface Needs {
  readonly customer?: boolean;
  readonly order?: boolean;
}

function lines(
  tx: PartnerTransaction,
  { filter, matches, fewDue }: ExpiringSelection,
  way: Way,
  needs: Needs = {},
): RawBuilder<unknown> {
  const isRead = matches === 'many';
  const before = filter.nextBefore;
  const midnight = (days: number) =>
    sql`((${filter.asOf}::date + ${days}::integer)::timestamp at time zone 'UTC')`;
  return sql`
    from expiring_line l
    ${way.customer || needs.customer || isRead ? sql`join customer u on u.partner = ${tx.partner} and u.id = l.customer` : sql``}
    ${needs.order || isRead ? sql`join orders o on o.partner = ${tx.partner} and o.id = l.order_id` : sql``}
    ${before === undefined || fewDue ? sql`` : dueClocks(tx, before)}
    where l.partner = ${tx.partner} and l.ends_at >= ${midnight(filter.from + 1)}
      and l.ends_at < ${midnight(filter.to + 2)}
      ${before === undefined || !fewDue ? sql`` : sql`and ${isDue(tx, before)}`}
      and ${sql.join([...way.conditions, ...narrowed(filter, matches), sql`true`], sql` and `)}`;
}

/** Where many are due a page walks past few that are not, so each clock is asked; else the due ones are gathered once. */
function dueClocks(tx: PartnerTransaction, before: string): RawBuilder<unknown> {
  return sql`join clock c on c.partner = ${tx.partner} and c.id = l.clock and c.next_at < ${before}::timestamptz`;
}

/** `is true` keeps the planner from turning the list of the due into a join; the limit tells it that the list is short. */
function isDue(tx: PartnerTransaction, before: string): RawBuilder<unknown> {
  return sql`(l.clock in (select c.id from clock c where c.partner = ${tx.partner}
    and c.next_at < ${before}::timestamptz limit ${mostDue})) is true`;
}

function narrowed(filter: ExpiringFilter, matches: TextMatches): RawBuilder<unknown>[] {
  const { product, authority, customer, kind, requested, visible, clocks } = filter;
  return [
    clocks === undefined ? undefined : sql`l.clock = any (${clocks}::bigint[])`,
    visible === null ? undefined : sql`l.customer = any (${visible}::bigint[])`,
    product === undefined ? undefined : sql`l.product_key = ${product}`,
    authority === undefined ? undefined : sql`l.authority = ${authority}`,
    customer === undefined ? undefined : sql`l.customer = ${customer}::bigint`,
    kind === undefined ? undefined : sql`l.kind = ${kind}`,
    renewedIs(filter.renewed),
    requested === undefined ? undefined : requested ? sql`l.requested` : sql`not l.requested`,
    matches === undefined ? undefined : textIs(filter.text ?? '', matches),
  ].filter((part) => part !== undefined);
}

function renewedIs(renewed: ExpiringFilter['renewed']): RawBuilder<unknown> | undefined {
  if (renewed === 'all') return undefined;
  if (renewed === 'open') return sql`l.renewed <> 'renewed'`;
  // The second half is what the index of seldom answers wants to be told.
  return renewed === 'no' ? sql`l.renewed = 'no'` : sql`l.renewed = ${renewed} and l.renewed <> 'no'`;
}

function textIs(text: string, matches: readonly RowId[] | 'many'): RawBuilder<unknown> {
  if (matches !== 'many') return sql`l.order_id = any (${matches}::bigint[])`;
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(o.number ilike ${like} or o.common_name ilike ${like} or o.product_name ilike ${like}
    or u.name ilike ${like} or exists (select from unnest(o.names) name where name ilike ${like}))`;
}

/** The columns that order a page, ending in one that makes every row's place its own. */
function sorting({ by, descending }: ExpiringSort): {
  readonly columns: RawBuilder<unknown>;
  readonly needs: Needs;
  readonly order: RawBuilder<unknown>;
} {
  const way = descending ? sql`desc` : sql`asc`;
  const ordered = (names: readonly string[]) => sql.join(names.map((name) => sql`${sql.ref(name)} ${way}`));
  switch (by) {
    case 'expiry':
      return { columns: sql`l.ends_at`, needs: {}, order: ordered(['ends_at', 'clock']) };
    case 'customer':
      return {
        columns: sql`u.name_key, u.id as customer_id, l.ends_at`,
        needs: { customer: true },
        order: ordered(['name_key', 'customer_id', 'ends_at', 'clock']),
      };
    case 'product':
      return {
        columns: sql`o.product_key as product, o.id as order_id`,
        needs: { order: true },
        order: ordered(['product', 'order_id', 'clock']),
      };
  }
}

function behind(
  { by, descending }: ExpiringSort,
  after: readonly (string | number | null)[] | undefined,
): RawBuilder<unknown> {
  if (after === undefined) return sql``;
  // A row comparison that spans two tables is no bound of an index, and the planner takes it for far narrower than it is.
  // So the bound is on the first table alone, and only what that lets through twice is taken away.
  const from = descending ? sql`<=` : sql`>=`;
  const before = descending ? sql`>=` : sql`<=`;
  switch (by) {
    case 'expiry':
      return sql`and (l.ends_at, l.clock) ${descending ? sql`<` : sql`>`} (${after[0]}::timestamptz, ${after[1]}::bigint)`;
    case 'customer':
      return sql`and (u.name_key, u.id) ${from} (${after[0]}, ${after[1]}::bigint) and not (u.id = ${after[1]}::bigint
        and (l.ends_at, l.clock) ${before} (${after[2]}::timestamptz, ${after[3]}::bigint))`;
    case 'product':
      return sql`and (o.product_key, o.id) ${from} (${after[0]}, ${after[1]}::bigint)
        and not (o.id = ${after[1]}::bigint and l.clock ${before} ${after[2]}::bigint)`;
  }
}

import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ClockOfInventory, ClockRecipient } from './clock-facts.ts';

/** As the inventory knows a clock, before its words are read: kinds and statuses are text here. */
export interface ClockRow
  extends Omit<ClockOfInventory, 'audience' | 'orderStatus' | 'renewed' | 'recipients'> {
  readonly productName: string | null;
  readonly customerKind: string;
  readonly division: string | null;
  readonly country: string | null;
  readonly owner: string | null;
  /** `nextAt` to the microsecond, for going on behind this row. */
  readonly nextAtText: string | null;
  readonly orderStatus: string;
  readonly renewed: string;
  readonly renewedEvidence: unknown;
}

export interface RecipientRow extends Omit<ClockRecipient, 'part' | 'locale' | 'timeZone'> {
  readonly order: RowId;
  readonly part: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
}

/** A place in the order of (next moment, id). */
export interface DuePlace {
  readonly nextAt: string;
  readonly clock: RowId;
}

const millis = (column: RawBuilder<unknown>) => sql`(extract(epoch from ${column}) * 1000)::double precision`;

/** Clocks whose next moment is not after `now`, by next moment and id, behind `after`. */
export async function selectDueClocks(
  tx: PartnerTransaction,
  { now, limit, after }: { now: string; limit: number; after?: DuePlace | undefined },
): Promise<ClockRow[]> {
  const behind = after
    ? sql`and (next_at, id) > (${after.nextAt}::timestamptz, ${after.clock}::bigint)`
    : sql``;
  const { rows } = await sql<ClockRow>`
    with chosen as materialized (
      select * from clock
      where partner = ${tx.partner} and next_at <= ${now}::timestamptz ${behind}
      order by next_at, id limit ${limit})
    ${clockColumns(tx)} order by c.next_at, c.id`.execute(tx.db);
  return rows;
}

/** How many clocks have a next moment that is not after `now`; counts no further than `atMost`. */
export async function countDueClocks(tx: PartnerTransaction, now: string, atMost: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from clock
      where partner = ${tx.partner} and next_at <= ${now}::timestamptz limit ${atMost}) due`.execute(tx.db);
  return rows[0]!.n;
}

/** How many rows the query planner takes this partner to have in the table of which it expects the fewest. */
export async function estimateRows(tx: PartnerTransaction): Promise<number> {
  const tables = ['clock', 'orders', 'customer', 'contact'];
  const partner = sql.lit(tx.partner);
  const each = tables.map((table) => sql`select 1 from ${sql.table(table)} where partner = ${partner}`);
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { Plans: { 'Plan Rows': number }[] } }] }>`
    explain (format json) ${sql.join(each, sql` union all `)}`.execute(tx.db);
  return Math.min(...rows[0]!['QUERY PLAN'][0].Plan.Plans.map((plan) => plan['Plan Rows']));
}

/**
 * Clocks whose words would go to one of these addresses, with a next moment before `until`, except those given: of the
 * orders that somebody there decides about or has a part in, and of the customers' orders for which nobody decides
 * who could be written to.
 */
export async function selectClocksOfAddresses(
  tx: PartnerTransaction,
  query: { addressKeys: readonly string[]; until: string; except: readonly RowId[] },
): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`
    with person as materialized (
      select c.id, c.customer from contact c
      where c.partner = ${tx.partner} and c.address_key = any (${query.addressKeys}::text[])),
    speaks_for as materialized (
      select distinct u.id from person p
      cross join lateral (select * from customer u where u.partner = ${tx.partner} and u.id = p.customer offset 0) u
      where u.main_contact = p.id or u.technical_contact = p.id),
    unheard as materialized (
      select c.id from speaks_for u
      cross join lateral (
        select * from contact c where c.partner = ${tx.partner} and c.customer = u.id offset 0) c
      left join address_state b on b.partner = ${tx.partner} and b.address_key = c.address_key
      where not c.writable or b.bouncing_since is not null
        or exists (select from consent a
          where a.partner = ${tx.partner} and a.address_key = c.address_key and a.objected)
        or exists (select from disowned d where d.partner = ${tx.partner} and d.address_key = c.address_key)),
    reached as materialized (
      select o.id from orders o where o.partner = ${tx.partner}
        and o.contact = any (array(select id from person union all select id from unheard))
      union all
      select k.order_id from order_contact k where k.partner = ${tx.partner}
        and k.contact = any (array(select id from person))
      union all
      select o.id from speaks_for u cross join lateral (select id, contact from orders o
        where o.partner = ${tx.partner} and o.customer = u.id offset 0) o where o.contact is null),
    chosen as materialized (
      select c.* from clock c
      where c.partner = ${tx.partner} and c.order_id = any (array(select id from reached))
        and c.next_at < ${query.until}::timestamptz and c.id <> all (${query.except}::bigint[]))
    ${clockColumns(tx)} order by c.next_at, c.id`.execute(tx.db);
  return rows;
}

/** Clocks by number, in the order of their numbers. */
export async function selectClocks(tx: PartnerTransaction, clocks: readonly RowId[]): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`
    with chosen as materialized (
      select * from clock where partner = ${tx.partner} and id = any (${clocks}::bigint[]))
    ${clockColumns(tx)} order by c.id`.execute(tx.db);
  return rows;
}

/** Clocks of these customers' orders whose next moment is before `until`, in the order of their numbers. */
export async function selectClocksOfCustomers(
  tx: PartnerTransaction,
  query: { customers: readonly RowId[]; until: string },
): Promise<ClockRow[]> {
  const { rows } = await sql<ClockRow>`
    with wanted as materialized (
      select o.id from unnest(${query.customers}::bigint[]) as w (id)
      cross join lateral (
        select id from orders o where o.partner = ${tx.partner} and o.customer = w.id offset 0) o),
    chosen as materialized (
      select c.* from wanted w cross join lateral (
        select * from clock c where c.partner = ${tx.partner} and c.order_id = w.id offset 0) c
      where c.next_at < ${query.until}::timestamptz)
    ${clockColumns(tx)} order by c.id`.execute(tx.db);
  return rows;
}

/** Clocks by the day on which they end; `oneIn`: only those of one customer in so many. */
export interface EndingClocks {
  readonly from: string;
  readonly until: string;
  readonly oneIn: number;
}

export async function selectClocksEnding(
  tx: PartnerTransaction,
  { from, until, oneIn }: EndingClocks,
): Promise<ClockRow[]> {
  const everybody = sql`select * from clock where partner = ${tx.partner}
    and ends_at >= ${from}::timestamptz and ends_at < ${until}::timestamptz`;
  const some = sql`
    select c.* from (select id from customer
      where partner = ${tx.partner} and (hashint8(id) & 2147483647) % ${oneIn}::integer = 0 offset 0) u
    cross join lateral (select id from orders o where o.partner = ${tx.partner} and o.customer = u.id offset 0) o
    cross join lateral (select * from clock c where c.partner = ${tx.partner} and c.order_id = o.id offset 0) c
    where c.ends_at >= ${from}::timestamptz and c.ends_at < ${until}::timestamptz`;
  const { rows } = await sql<ClockRow>`
    with chosen as materialized (${oneIn === 1 ? everybody : some})
    ${clockColumns(tx)} order by c.id`.execute(tx.db);
  return rows;
}

export async function countClocksEnding(
  tx: PartnerTransaction,
  { from, until }: Omit<EndingClocks, 'oneIn'>,
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from clock where partner = ${tx.partner}
    and ends_at >= ${from}::timestamptz and ends_at < ${until}::timestamptz`.execute(tx.db);
  return rows[0]!.n;
}

/**
 * The facts around the clocks that a CTE `chosen` holds. Withdrawn orders have none.
 *
 * `offset 0` makes each of these a look-up by key for every clock, whatever the planner believes about the sizes of
 * the tables: right after a large import, and beside partners of other sizes, its estimates are off by thousands.
 */
function clockColumns(tx: PartnerTransaction): RawBuilder<unknown> {
  return sql`
    select c.id as clock, c.kind, o.id as "order", o.number as "orderNumber", o.authority,
      o.product_code as "productCode", o.product_name as "productName", u.kind as "customerKind", u.division, u.country,
      coalesce(o.owner, u.owner) as owner, x.id as certificate, u.id as customer, u.brand,
      ${millis(sql`c.began_at`)} as "beganAt", ${millis(sql`c.ends_at`)} as "endsAt", c.anchor::text as anchor,
      ${millis(sql`c.next_at`)} as "nextAt", c.next_at::text as "nextAtText",
      ${millis(sql`coalesce(v.ends_at, (o.covers_until + 1)::timestamp at time zone 'UTC')`)} as "coverageEndsAt",
      o.status as "orderStatus", o.notices_on and u.notices_on and o.muted_at is null as "noticesOn",
      o.renewed, o.renewed_evidence as "renewedEvidence",
      ${millis(sql`x.replaced_at`)} as "replacedAt",
      ${millis(sql`o.renewal_requested_at`)} as "renewalRequestedAt",
      o.automation_on as "automationOn", o.revoked_unplanned as "revokedUnplanned"
    from chosen c
    cross join lateral (
      select * from orders o where o.partner = ${tx.partner} and o.id = c.order_id offset 0) o
    cross join lateral (
      select * from customer u where u.partner = ${tx.partner} and u.id = o.customer offset 0) u
    left join lateral (select v.ends_at from clock v where v.partner = ${tx.partner} and v.kind = 'coverage'
      and v.subject = case when c.kind <> 'coverage' then c.order_id end offset 0) v on true
    left join lateral (select x.id, x.replaced_at from certificate x where x.partner = ${tx.partner}
      and x.id = case when c.kind = 'certificate' then c.subject end offset 0) x on true
    where o.withdrawn_at is null`;
}

/** Everybody who has a part in one of these orders, most entitled first; each part of a person is a row. */
export async function selectRecipients(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<RecipientRow[]> {
  const { rows } = await sql<RecipientRow>`
    with wanted as materialized (
      select o.id, o.customer, o.contact, u.main_contact, u.technical_contact, u.locale, u.time_zone, u.country
      from unnest(${orders}::bigint[]) as w (id)
      cross join lateral (select * from orders o where o.partner = ${tx.partner} and o.id = w.id offset 0) o
      cross join lateral (
        select * from customer u where u.partner = ${tx.partner} and u.id = o.customer offset 0) u),
    taking_part as (
      select id, part, person, rank from wanted, lateral (values
        ('decides', contact, 1), ('main', main_contact, 3), ('installs', technical_contact, 5)) as p (part, person, rank)
      where person is not null
      union all
      select k.order_id, k.part, k.contact,
        case k.part when 'decides' then 2 when 'main' then 4 when 'installs' then 6 else 7 end
      from order_contact k
      where k.partner = ${tx.partner} and k.order_id = any (${orders}::bigint[]) and k.part <> 'verified')
    select w.id as "order", t.part, p.id as contact, p.address_key as "addressKey",
      coalesce(p.locale, w.locale) as locale, coalesce(p.time_zone, w.time_zone) as "timeZone",
      coalesce(p.country, w.country) as country,
      p.writable and not exists (select from disowned d
        where d.partner = ${tx.partner} and d.order_id = w.id and d.address_key = p.address_key) as writable
    from taking_part t
    join wanted w on w.id = t.id
    cross join lateral (select * from contact p where p.partner = ${tx.partner} and p.id = t.person offset 0) p
    order by w.id, t.rank, p.id`.execute(tx.db);
  return rows;
}

/** Sets the next moment of many clocks at once; null: nothing more can come. */
export async function updateNextAt(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
  nextAt: readonly (string | null)[],
): Promise<void> {
  await sql`
    update clock c set next_at = n.next_at
    from unnest(${clocks}::bigint[], ${nextAt}::timestamptz[]) as n (id, next_at)
    where c.partner = ${tx.partner} and c.id = n.id and c.next_at is distinct from n.next_at`.execute(tx.db);
}

/**
 * Sets the next moment, of at most `limit` clocks that end behind `after`, to now at the latest or, where the end is
 * more than `reachDays` away, to the moment at which it is no longer; the place of the last of them, undefined when
 * none is left. Clocks with nothing more to come are brought up too: there may be more to come now. Those of withdrawn
 * orders stand still.
 */
export async function wakeSomeClocks(
  tx: PartnerTransaction,
  { now, after, limit, reachDays }: { now: string; after: WakePlace; limit: number; reachDays: number },
): Promise<WakePlace | undefined> {
  const { rows } = await sql<WakePlace>`
    with page as materialized (
      select id, order_id, ends_at, next_at,
        greatest(${now}::timestamptz, ends_at - make_interval(hours => 24 * ${reachDays}::integer)) as earliest
      from clock
      where partner = ${tx.partner} and (ends_at, id) > (${after.endsAt}::timestamptz, ${after.clock}::bigint)
      order by ends_at, id limit ${limit}),
    woken as (
      update clock c set next_at = page.earliest from page
      where c.partner = ${tx.partner} and c.id = page.id
        and (page.next_at > page.earliest or page.next_at is null and exists (select from orders o
          where o.partner = ${tx.partner} and o.id = page.order_id and o.withdrawn_at is null)))
    select ends_at::text as "endsAt", id as clock from page order by ends_at desc, id desc limit 1`.execute(
    tx.db,
  );
  return rows[0];
}

/** A place in the order of (end, id). */
export interface WakePlace {
  readonly endsAt: string;
  readonly clock: RowId;
}

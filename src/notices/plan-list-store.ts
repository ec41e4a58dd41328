import { type RawBuilder, sql } from 'kysely';
import type { ReasonCode } from '../cadence/reason.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface PlanFilter {
  readonly from: string;
  /** Its last day. */
  readonly until: string;
  /** Only these customers' lines; null: everybody's. */
  readonly customers: readonly RowId[] | null;
  /** With `customers`: only this clock's. */
  readonly clock?: RowId;
  readonly state?: string | undefined;
  /** 'none': of orders that nobody looks after. */
  readonly owner?: string | undefined;
  readonly stage?: number | undefined;
  readonly kind?: string | undefined;
  readonly channel?: string | undefined;
  readonly template?: string | undefined;
  readonly language?: string | undefined;
  readonly reason?: string | undefined;
}

export interface PlanListRow {
  readonly day: string;
  readonly at: string;
  readonly clock: RowId;
  readonly cell: number;
  readonly customer: RowId;
  readonly customerName: string;
  readonly order: RowId;
  readonly number: string;
  readonly commonName: string | null;
  readonly endsAt: number | null;
  readonly kind: string;
  readonly stage: number;
  readonly channel: string;
  readonly state: 'due' | 'held' | 'suppressed';
  readonly reason: ReasonCode;
  readonly params: Record<string, unknown> | null;
  readonly template: string;
  readonly textLocale: string;
  readonly owner: string;
  readonly until: string | null;
  readonly contact: RowId | null;
  readonly contactName: string | null;
  readonly address: string | null;
  readonly others: number;
}

/** The place behind a row in the order of (day, instant, clock, cell). */
export type PlanPlace = readonly [day: string, at: string, clock: string, cell: number];

/** So many kinds of line are merged from their own ends; more are met often enough when all lines are read in order. */
const mostMerged = 300;

export async function selectPlanLines(
  tx: PartnerTransaction,
  query: { readonly filter: PlanFilter; readonly limit: number; readonly after: PlanPlace | undefined },
): Promise<PlanListRow[]> {
  const cells = await selectCellsOf(tx, query.filter);
  if (cells?.length === 0) return [];
  const { rows } = await sql<PlanListRow>`
    with page as materialized (${pageOf(tx, cells, query)})
    select l.day, ${isoText(sql`l.at`)} as at, l.clock, l.cell, l.customer, u.name as "customerName",
      l.order_id as "order", o.number, o.common_name as "commonName",
      (extract(epoch from k.ends_at) * 1000)::float8 as "endsAt", c.kind, c.stage, c.channel, c.state, c.reason,
      l.params, c.template, c.text_locale as "textLocale", c.owner, ${isoText(sql`l.until`)} as until,
      l.contact, p.name as "contactName", p.address, l.others
    from page l
    join plan_cell c on c.partner = ${tx.partner} and c.id = l.cell
    join orders o on o.partner = ${tx.partner} and o.id = l.order_id
    join customer u on u.partner = ${tx.partner} and u.id = l.customer
    left join clock k on k.partner = ${tx.partner} and k.id = l.clock
    left join contact p on p.partner = ${tx.partner} and p.id = l.contact
    order by l.day, l.at, l.clock, l.cell`.execute(tx.db);
  return rows;
}

type Query = Parameters<typeof selectPlanLines>[1];

function pageOf(
  tx: PartnerTransaction,
  cells: readonly number[] | null,
  { filter, limit, after }: Query,
): RawBuilder<unknown> {
  const begins = after
    ? sql`and (l.day, l.at, l.clock, l.cell)
        > (${after[0]}::date, ${after[1]}::timestamptz, ${after[2]}::bigint, ${after[3]}::integer)`
    : sql``;
  const days = sql`l.day >= ${filter.from}::date and l.day <= ${filter.until}::date ${begins}`;
  const order = sql`order by l.day, l.at, l.clock, l.cell limit ${limit}`;
  const ofCell = cells === null ? sql`` : sql`and l.cell = any (${cells}::integer[])`;
  if (filter.customers !== null) {
    const ofClock = filter.clock === undefined ? sql`` : sql`and l.clock = ${filter.clock}::bigint`;
    return sql`select l.* from plan_line l where l.partner = ${tx.partner}
      and l.customer = any (${filter.customers}::bigint[]) and ${days} ${ofCell} ${ofClock} ${order}`;
  }
  if (cells === null || cells.length > mostMerged) {
    return sql`select l.* from plan_line l where l.partner = ${tx.partner} and ${days} ${ofCell} ${order}`;
  }
  return sql`select l.* from unnest(${cells}::integer[]) as w (cell)
    cross join lateral (select l.* from plan_line l where l.partner = ${tx.partner} and l.cell = w.cell and ${days}
      ${order}) l ${order}`;
}

/** The cells that a filter means; null: all of them. */
async function selectCellsOf(tx: PartnerTransaction, filter: PlanFilter): Promise<number[] | null> {
  const wanted = cellFilters(filter);
  if (wanted.length === 0) return null;
  const { rows } = await sql<{ id: number }>`
    select c.id from plan_cell c where c.partner = ${tx.partner} and ${sql.join(wanted, sql` and `)}`.execute(
    tx.db,
  );
  return rows.map((row) => row.id);
}

function cellFilters(filter: PlanFilter): RawBuilder<unknown>[] {
  const { state, owner, stage, kind, channel, template, language, reason } = filter;
  const columns: [string, string | number | undefined][] = [
    ['state', state],
    ['owner', owner === 'none' ? '' : owner],
    ['stage', stage],
    ['kind', kind],
    ['channel', channel],
    ['template', template],
    ['text_locale', language],
    ['reason', reason],
  ];
  return columns.flatMap(([column, value]) =>
    value === undefined ? [] : [sql`${sql.ref(`c.${column}`)} = ${value}`],
  );
}

export interface PlanDayTotal {
  readonly day: string;
  readonly messages: number;
  readonly due: number;
  readonly held: number;
  readonly suppressed: number;
}

/** The totals of the days that have any. */
export async function selectPlanTotals(tx: PartnerTransaction, filter: PlanFilter): Promise<PlanDayTotal[]> {
  const { rows } = await sql<PlanDayTotal>`
    with counted (day, cell, lines, messages) as (${counted(tx, filter)})
    select day, sum(messages)::int as messages,
      coalesce(sum(lines) filter (where c.state = 'due'), 0)::int as due,
      coalesce(sum(lines) filter (where c.state = 'held'), 0)::int as held,
      coalesce(sum(lines) filter (where c.state = 'suppressed'), 0)::int as suppressed
    from counted t join plan_cell c on c.partner = ${tx.partner} and c.id = t.cell
    where ${sql.join([sql`true`, ...cellFilters(filter)], sql` and `)}
    group by day order by day`.execute(tx.db);
  return rows;
}

/** Counted ahead for everybody; for some customers their lines are counted. */
function counted(tx: PartnerTransaction, filter: PlanFilter): RawBuilder<unknown> {
  const days = sql`day >= ${filter.from}::date and day <= ${filter.until}::date`;
  if (filter.customers === null) {
    return sql`select day, cell, lines, messages from plan_total
      where partner = ${tx.partner} and ${days} and lines <> 0`;
  }
  return sql`select day, cell, count(*), sum(leads) from plan_line
    where partner = ${tx.partner} and customer = any (${filter.customers}::bigint[]) and ${days} group by day, cell`;
}

export interface PlanGroupTotal {
  readonly kind: string;
  readonly stage: number;
  readonly state: 'due' | 'held' | 'suppressed';
  readonly reason: string;
  readonly lines: number;
  readonly messages: number;
}

/** What the days of a filter consist of, by stage, state and reason. */
export async function selectPlanGroups(
  tx: PartnerTransaction,
  filter: PlanFilter,
): Promise<PlanGroupTotal[]> {
  const { rows } = await sql<PlanGroupTotal>`
    with counted (day, cell, lines, messages) as (${counted(tx, filter)})
    select c.kind, c.stage, c.state, c.reason, sum(lines)::int as lines, sum(messages)::int as messages
    from counted t join plan_cell c on c.partner = ${tx.partner} and c.id = t.cell
    where ${sql.join([sql`true`, ...cellFilters(filter)], sql` and `)}
    group by c.kind, c.stage, c.state, c.reason`.execute(tx.db);
  return rows;
}

export interface PlanFacetRow {
  readonly channel: string;
  readonly kind: string;
  readonly stage: number;
  readonly state: 'due' | 'held' | 'suppressed';
  readonly reason: string;
  readonly template: string;
  readonly textLocale: string;
  readonly owner: string;
}

/** The kinds of line that the plan has at present. */
export async function selectPlanFacets(tx: PartnerTransaction): Promise<PlanFacetRow[]> {
  const { rows } = await sql<PlanFacetRow>`
    select channel, kind, stage, state, reason, template, text_locale as "textLocale", owner from plan_cell c
    where c.partner = ${tx.partner} and exists (select from plan_line l
      where l.partner = ${tx.partner} and l.cell = c.id)`.execute(tx.db);
  return rows;
}

/** Every line of one touch, in the order of days. */
export async function selectTouchLines(
  tx: PartnerTransaction,
  { clock, stage, channel }: { readonly clock: RowId; readonly stage: number; readonly channel: string },
): Promise<PlanListRow[]> {
  const { rows } = await sql<{ customer: RowId }>`
    select o.customer from clock k join orders o on o.partner = ${tx.partner} and o.id = k.order_id
    where k.partner = ${tx.partner} and k.id = ${clock}::bigint`.execute(tx.db);
  const customers = rows.map((row) => row.customer);
  const filter = { from: '0001-01-01', until: '9999-12-31', customers, clock, stage, channel };
  return selectPlanLines(tx, { filter, limit: 400, after: undefined });
}

export interface PlanChangeRow {
  readonly id: RowId;
  readonly at: string;
  readonly customer: RowId;
  readonly customerName: string;
  readonly order: RowId;
  readonly number: string;
  readonly commonName: string | null;
  readonly clock: RowId;
  readonly stage: number;
  readonly channel: string;
  readonly wasDay: string | null;
  readonly wasState: 'due' | 'held' | 'suppressed' | null;
  readonly wasReason: string | null;
  readonly isDay: string | null;
  readonly isState: 'due' | 'held' | 'suppressed' | null;
  readonly isReason: string | null;
  readonly cause: string;
  readonly ref: string | null;
}

export interface ChangeQuery {
  readonly since: string;
  readonly customers: readonly RowId[] | null;
  readonly cause: string | undefined;
}

/** What became another since an instant, newest first. */
export async function selectPlanChanges(
  tx: PartnerTransaction,
  { since, customers, cause, limit, before }: ChangeQuery & { limit: number; before: RowId | undefined },
): Promise<PlanChangeRow[]> {
  const { rows } = await sql<PlanChangeRow>`
    with page as materialized (
      select * from plan_change h where h.partner = ${tx.partner} and h.at >= ${since}::timestamptz
        ${customers === null ? sql`` : sql`and h.customer = any (${customers}::bigint[])`}
        ${cause === undefined ? sql`` : sql`and h.cause = ${cause}`}
        ${before === undefined ? sql`` : sql`and h.id < ${before}::bigint`}
      order by h.id desc limit ${limit})
    select h.id, ${isoText(sql`h.at`)} as at, h.customer, u.name as "customerName", h.order_id as "order", o.number,
      o.common_name as "commonName", h.clock, h.stage, h.channel, h.was_day as "wasDay", w.state as "wasState",
      w.reason as "wasReason", h.is_day as "isDay", i.state as "isState", i.reason as "isReason", h.cause, h.ref
    from page h
    join orders o on o.partner = ${tx.partner} and o.id = h.order_id
    join customer u on u.partner = ${tx.partner} and u.id = h.customer
    left join plan_cell w on w.partner = ${tx.partner} and w.id = h.was_cell
    left join plan_cell i on i.partner = ${tx.partner} and i.id = h.is_cell
    order by h.id desc`.execute(tx.db);
  return rows;
}

export interface ChangeTotalRow {
  readonly cause: string;
  readonly ref: string;
  readonly kind: string;
  readonly touches: number;
}

export async function selectChangeTotals(tx: PartnerTransaction, since: string): Promise<ChangeTotalRow[]> {
  const { rows } = await sql<ChangeTotalRow>`
    select cause, ref, kind, sum(touches)::int as touches from plan_change_total
    where partner = ${tx.partner} and at >= ${since}::timestamptz
    group by cause, ref, kind order by 4 desc`.execute(tx.db);
  return rows;
}

function isoText(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

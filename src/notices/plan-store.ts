import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { Database, PartnerTransaction } from '../storage/database.ts';
import type { PlanCell } from './plan-cell.ts';
import type { ChangeKind, StaleNote } from './plan-changes.ts';

/** A making of the whole plan that is under way. */
export interface PlanMaking {
  readonly day: string;
  readonly until: string;
  readonly rules: string;
  /** The instant from which it lives; epoch milliseconds. */
  readonly now: number;
  readonly began: string;
  /** The last customer that is done, and how many there are of either. */
  readonly upTo: RowId;
  readonly done: number;
  readonly total: number;
  /** Why it is made, where that is not just another day. */
  readonly cause: { readonly cause: string; readonly ref: string | null } | null;
  readonly changes: number;
}

export interface PlanHead {
  readonly day: string | null;
  readonly until: string | null;
  readonly madeAt: Temporal.Instant | null;
  readonly refreshedAt: Temporal.Instant | null;
  readonly rules: string | null;
  readonly making: PlanMaking | null;
}

export async function selectPlanHead(tx: PartnerTransaction): Promise<PlanHead | undefined> {
  const { rows } = await sql<PlanHead>`
    select day, until, made_at as "madeAt", refreshed_at as "refreshedAt", rules, making
    from plan where partner = ${tx.partner}`.execute(tx.db);
  return rows[0];
}

export async function storeMaking(tx: PartnerTransaction, making: PlanMaking): Promise<void> {
  await sql`insert into plan (partner, making) values (${tx.partner}, ${JSON.stringify(making)}::jsonb)
    on conflict (partner) do update set making = excluded.making`.execute(tx.db);
}

/** The making is done: its lines are counted, and what was told of days gone by is forgotten. */
export async function finishMaking(tx: PartnerTransaction, making: PlanMaking, at: string): Promise<void> {
  await sql`delete from plan_line where partner = ${tx.partner} and day < ${making.day}::date`.execute(tx.db);
  await sql`delete from plan_total where partner = ${tx.partner}`.execute(tx.db);
  await sql`insert into plan_total (partner, day, cell, lines, messages)
    select ${tx.partner}, day, cell, count(*), sum(leads) from plan_line where partner = ${tx.partner}
    group by day, cell`.execute(tx.db);
  await sql`delete from plan_change where partner = ${tx.partner} and at < ${at}::timestamptz - interval '30 days'`.execute(
    tx.db,
  );
  await sql`delete from plan_change_total
    where partner = ${tx.partner} and at < ${at}::timestamptz - interval '30 days'`.execute(tx.db);
  await sql`update plan set day = ${making.day}, until = ${making.until}, rules = ${making.rules},
    made_at = ${at}::timestamptz, refreshed_at = ${at}::timestamptz, making = null
    where partner = ${tx.partner}`.execute(tx.db);
}

export async function noteRefreshed(tx: PartnerTransaction, at: string): Promise<void> {
  await sql`update plan set refreshed_at = ${at}::timestamptz where partner = ${tx.partner}`.execute(tx.db);
}

export async function countCustomers(tx: PartnerTransaction): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from customer where partner = ${tx.partner}`.execute(tx.db);
  return rows[0]!.n;
}

/** Only one process at a time walks through a partner's customers. Undefined: another one does. */
export async function tryPlanKeeping(
  db: Database,
  partner: number,
): Promise<(() => Promise<void>) | undefined> {
  const client = await db.connect();
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [
    keepingLock,
    partner,
  ]);
  if (!rows[0]?.mine) {
    client.release();
    return undefined;
  }
  return async () => {
    await client.query('select pg_advisory_unlock($1, $2)', [keepingLock, partner]).catch(() => {});
    client.release();
  };
}

const keepingLock = 7_261_003;
const writingLock = 7_261_004;

/** Until the transaction ends, nobody else writes lines of this partner's plan. */
export async function lockPlanLines(tx: PartnerTransaction): Promise<void> {
  await sql`select pg_advisory_xact_lock(${writingLock}::integer, ${tx.partner}::integer)`.execute(tx.db);
}

/** Takes the notes on these customers, oldest first. */
export async function takeStale(tx: PartnerTransaction, customers: readonly RowId[]): Promise<StaleNote[]> {
  const { rows } = await sql<StaleNote & { id: string }>`
    delete from plan_stale where partner = ${tx.partner} and customer = any (${customers}::bigint[])
    returning id, customer, order_id as "order", cause, ref`.execute(tx.db);
  return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)));
}

/** Takes the notes that concern everybody; the newest of them, if any. */
export async function takeStaleWhole(
  tx: PartnerTransaction,
): Promise<{ cause: string; ref: string | null } | undefined> {
  const { rows } = await sql<{ id: string; cause: string; ref: string | null }>`
    delete from plan_stale where partner = ${tx.partner} and customer is null
    returning id, cause, ref`.execute(tx.db);
  return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id))).at(-1);
}

export async function isAnythingStale(tx: PartnerTransaction): Promise<{ some: boolean; whole: boolean }> {
  const { rows } = await sql<{ some: boolean; whole: boolean }>`
    select exists (select from plan_stale where partner = ${tx.partner}) as some,
      exists (select from plan_stale where partner = ${tx.partner} and customer is null) as whole`.execute(
    tx.db,
  );
  return rows[0]!;
}

/** Some customers whose part of the plan is stale. */
export async function selectStaleCustomers(tx: PartnerTransaction, limit: number): Promise<RowId[]> {
  const { rows } = await sql<{ customer: RowId }>`
    select distinct customer from (select customer from plan_stale
      where partner = ${tx.partner} and customer is not null order by id limit ${limit}) first`.execute(
    tx.db,
  );
  return rows.map((row) => row.customer);
}

/** Whoever was planned together with one of these, themselves included. */
export async function selectPlanMates(tx: PartnerTransaction, customers: readonly RowId[]): Promise<RowId[]> {
  const { rows } = await sql<{ customer: RowId }>`
    select unnest(${customers}::bigint[]) as customer
    union
    select m.customer from plan_group g
    join plan_group m on m.partner = ${tx.partner} and m.leader = g.leader
    where g.partner = ${tx.partner} and g.customer = any (${customers}::bigint[])`.execute(tx.db);
  return rows.map((row) => row.customer);
}

export async function storePlanGroups(
  tx: PartnerTransaction,
  groups: readonly (readonly RowId[])[],
): Promise<void> {
  const all = groups.flat();
  await sql`delete from plan_group where partner = ${tx.partner} and customer = any (${all}::bigint[])`.execute(
    tx.db,
  );
  const shared = groups.filter((group) => group.length > 1);
  if (shared.length === 0) return;
  const members = shared.flat();
  const leaders = shared.flatMap((group) => group.map(() => group[0]!));
  await sql`insert into plan_group (partner, customer, leader)
    select ${tx.partner}, * from unnest(${members}::bigint[], ${leaders}::bigint[])`.execute(tx.db);
}

export interface CellRow extends PlanCell {
  readonly id: number;
}

export async function selectCells(tx: PartnerTransaction): Promise<CellRow[]> {
  const { rows } = await sql<CellRow>`
    select id, channel, kind, stage, state, reason, template, text_locale as "textLocale", owner
    from plan_cell where partner = ${tx.partner}`.execute(tx.db);
  return rows;
}

export async function addCells(tx: PartnerTransaction, cells: readonly PlanCell[]): Promise<void> {
  await sql`
    insert into plan_cell (partner, channel, kind, stage, state, reason, template, text_locale, owner)
    select ${tx.partner}, channel, kind, stage, state, reason, template, "textLocale", owner
    from json_to_recordset(${JSON.stringify(cells)}::json) as r(channel text, kind text, stage smallint, state text,
      reason text, template text, "textLocale" text, owner text)
    on conflict do nothing`.execute(tx.db);
}

/** A line as the table has it. Instants are epoch milliseconds. */
export interface LineRow {
  readonly day: string;
  readonly at: number;
  readonly clock: RowId;
  readonly cell: number;
  readonly customer: RowId;
  readonly order: RowId;
  readonly contact: RowId | null;
  readonly others: number;
  readonly leads: number;
  readonly until: number | null;
  readonly params: unknown;
}

/** Removes the lines of these customers and returns what they were, in the order of their instants. */
export async function takeLines(tx: PartnerTransaction, customers: readonly RowId[]): Promise<LineRow[]> {
  const { rows } = await sql<LineRow>`
    delete from plan_line where partner = ${tx.partner} and customer = any (${customers}::bigint[])
    returning day, (extract(epoch from at) * 1000)::float8 as at, clock, cell, customer, order_id as "order", contact,
      others, leads, (extract(epoch from until) * 1000)::float8 as until, params`.execute(tx.db);
  return rows.sort((a, b) => a.at - b.at);
}

export async function addLines(tx: PartnerTransaction, lines: readonly LineRow[]): Promise<void> {
  for (let i = 0; i < lines.length; i += 5_000) await insertLines(tx, lines.slice(i, i + 5_000));
}

/** As arrays of texts, which cost the least on both sides; COPY is closed where row-level security is on. */
async function insertLines(tx: PartnerTransaction, lines: readonly LineRow[]): Promise<void> {
  const column = (value: (line: LineRow) => string | number | null) =>
    arrayText(lines.map((line) => value(line)));
  await sql`
    insert into plan_line (partner, day, at, clock, cell, customer, order_id, contact, others, leads, until, params)
    select ${tx.partner}, day, to_timestamp(at / 1000), clock, cell, customer, order_id, contact, others, leads,
      to_timestamp(until / 1000), params::jsonb
    from unnest(${column((line) => line.day)}::date[], ${column((line) => line.at)}::float8[],
      ${column((line) => line.clock)}::bigint[], ${column((line) => line.cell)}::integer[],
      ${column((line) => line.customer)}::bigint[], ${column((line) => line.order)}::bigint[],
      ${column((line) => line.contact)}::bigint[], ${column((line) => line.others)}::smallint[],
      ${column((line) => line.leads)}::smallint[], ${column((line) => line.until)}::float8[],
      ${column((line) => (line.params === null ? null : JSON.stringify(line.params)))}::text[])
      as l(day, at, clock, cell, customer, order_id, contact, others, leads, until, params)`.execute(tx.db);
}

/** An array in PostgreSQL's text form (documentation, "Array Input and Output Syntax"). */
function arrayText(values: readonly (string | number | null)[]): string {
  const written = values.map((value) => {
    if (value === null) return 'NULL';
    if (typeof value === 'number' || /^[0-9-]+$/.test(value)) return value;
    return `"${value.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${written.join(',')}}`;
}

/** Adds to the totals of the days; `lines` and `messages` may be negative. */
export async function addToTotals(
  tx: PartnerTransaction,
  totals: readonly { day: string; cell: number; lines: number; messages: number }[],
): Promise<void> {
  if (totals.length === 0) return;
  await sql`
    insert into plan_total as t (partner, day, cell, lines, messages)
    select ${tx.partner}, day, cell, lines, messages from json_to_recordset(${JSON.stringify(totals)}::json)
      as r(day date, cell integer, lines integer, messages integer) order by day, cell
    on conflict (partner, day, cell) do update
      set lines = t.lines + excluded.lines, messages = t.messages + excluded.messages`.execute(tx.db);
}

export interface ChangeRow {
  readonly customer: RowId;
  readonly order: RowId;
  readonly clock: RowId;
  readonly stage: number;
  readonly channel: string;
  readonly wasDay: string | null;
  readonly wasCell: number | null;
  readonly isDay: string | null;
  readonly isCell: number | null;
  readonly cause: string;
  readonly ref: string | null;
  readonly kind: ChangeKind;
}

/** Keeps the first `atMost` one by one, and all of them in numbers. */
export async function addChanges(
  tx: PartnerTransaction,
  changes: readonly ChangeRow[],
  { at, atMost }: { readonly at: string; readonly atMost: number },
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into plan_change (partner, at, customer, order_id, clock, stage, channel, was_day, was_cell, is_day, is_cell,
      cause, ref)
    select ${tx.partner}, ${at}::timestamptz, customer, "order", clock, stage, channel, "wasDay", "wasCell", "isDay",
      "isCell", cause, ref
    from json_to_recordset(${JSON.stringify(changes.slice(0, Math.max(0, atMost)))}::json) as r(customer bigint,
      "order" bigint, clock bigint, stage smallint, channel text, "wasDay" date, "wasCell" integer, "isDay" date,
      "isCell" integer, cause text, ref text)`.execute(tx.db);
  const counted = [
    ...Map.groupBy(changes, ({ cause, ref, kind }) => JSON.stringify([cause, ref ?? '', kind])),
  ];
  const totals = counted.map(([key, rows]) => {
    const [cause, ref, kind] = JSON.parse(key) as [string, string, string];
    return { cause, ref, kind, touches: rows.length };
  });
  await sql`
    insert into plan_change_total as t (partner, at, cause, ref, kind, touches)
    select ${tx.partner}, ${at}::timestamptz, cause, ref, kind, touches
    from json_to_recordset(${JSON.stringify(totals)}::json) as r(cause text, ref text, kind text, touches integer)
    on conflict (partner, at, cause, ref, kind) do update set touches = t.touches + excluded.touches`.execute(
    tx.db,
  );
}

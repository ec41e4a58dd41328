import { type RawBuilder, sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ImportCounts } from './import-plan.ts';
import { hasLostItsProcess } from './import-upload-store.ts';

/** One line of the history: an import, or an upload that has not become one. */
export interface HistoryRow {
  readonly kind: 'import' | 'upload';
  readonly id: string;
  readonly file: string;
  /** Of an import `applied` or `undone`, of an upload its stage. */
  readonly state: string;
  readonly at: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly personName: string | null;
  readonly bytes: number | null;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string | null;
  readonly dateOrder: string | null;
  readonly counts: ImportCounts | null;
  /** The place in the list. */
  readonly place: readonly [string, string, string];
}

export interface HistoryQuery {
  readonly now: string;
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | undefined;
}

/** Imports and uploads, the newest first. */
export async function selectHistory(
  tx: PartnerTransaction,
  { now, limit, after }: HistoryQuery,
): Promise<HistoryRow[]> {
  const from = after
    ? sql`and (at, rank, id) < (${after[0]}::timestamptz, ${after[1]}::bigint, ${after[2]} collate "C")`
    : sql``;
  const part = (rows: RawBuilder<unknown>) =>
    sql`(select * from (${rows}) p where true ${from} order by at desc, rank desc, id desc limit ${limit})`;
  const { rows } = await sql<HistoryRow>`
    select kind, id, file, state, at, "undoneAt", "expiresAt", "personName",
      (facts ->> 'bytes')::float8 as bytes, facts ->> 'format' as format, facts ->> 'encoding' as encoding,
      facts ->> 'separator' as separator, facts ->> 'sheet' as sheet, facts ->> 'dateOrder' as "dateOrder", counts,
      jsonb_build_array(at::text, rank::text, id) as place
    from (${part(importsOf(tx))} union all ${part(uploadsOf(tx, now))}) h
    order by at desc, rank desc, id desc limit ${limit}`.execute(tx.db);
  return rows;
}

function importsOf(tx: PartnerTransaction): RawBuilder<unknown> {
  return sql`select 'import' as kind, id::text collate "C" as id, file_name as file, state, applied_at as at,
      undone_at as "undoneAt", null::timestamptz as "expiresAt", person_name as "personName",
      report -> 'file' as facts, report -> 'counts' as counts, id as rank
    from import where partner = ${tx.partner}`;
}

/** Uploads of one moment with an import stand before it. */
const afterAllImports = sql`9223372036854775807::bigint`;

function uploadsOf(tx: PartnerTransaction, now: string): RawBuilder<unknown> {
  return sql`select 'upload' as kind, u.id collate "C" as id, u.file_name as file,
      case when ${hasLostItsProcess} then 'failed' else u.stage end as state, u.at, null::timestamptz as "undoneAt",
      u.expires_at as "expiresAt", u.person_name as "personName",
      u.facts || jsonb_build_object('bytes', u.bytes) as facts, nullif(u.facts -> 'counts', 'null') as counts,
      ${afterAllImports} as rank
    from import_upload u
    where u.partner = ${tx.partner} and u.expires_at > ${now}::timestamptz
      and u.stage not in ('applied', 'discarded') and not (u.stage = 'receiving' and ${hasLostItsProcess})
      and not exists (select from import i where i.partner = ${tx.partner} and i.upload = u.id)`;
}

export interface AppliedRefusal {
  readonly line: string;
  readonly nth: number;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: unknown;
  readonly cells: readonly string[] | null;
}

/** Refused lines of an applied import, by line. */
export async function selectRefusals(
  tx: PartnerTransaction,
  {
    importId,
    limit,
    after,
  }: { importId: string; limit: number; after: readonly (string | number | null)[] | undefined },
): Promise<AppliedRefusal[]> {
  const { rows } = await sql<AppliedRefusal>`
    select line, nth, column_name as "column", value, reason, cells from import_refusal
    where partner = ${tx.partner} and import = ${importId}
      ${after ? sql`and (line, nth) > (${after[0]}::bigint, ${after[1]}::integer)` : sql``}
    order by line, nth limit ${limit}`.execute(tx.db);
  return rows;
}

export interface AppliedChange {
  readonly entity: 'order' | 'customer' | 'contact';
  readonly entityId: string;
  readonly name: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What an applied import changed, field by field: orders, then customers, then contacts. */
export async function selectAppliedChanges(
  tx: PartnerTransaction,
  {
    importId,
    limit,
    after,
  }: { importId: string; limit: number; after: readonly (string | number | null)[] | undefined },
): Promise<AppliedChange[]> {
  const named = (side: 'before' | 'after') => {
    const map = sql.ref(`c.${side}`);
    return sql`${map}
      || case when jsonb_typeof(${map} -> 'customer') = 'number' then jsonb_build_object('customer', (select
        concat_ws(' · ', u.name, u.account_number) from customer u
        where u.partner = ${tx.partner} and u.id = (${map} ->> 'customer')::bigint)) else '{}' end
      || case when jsonb_typeof(${map} -> 'contact') = 'number' then jsonb_build_object('contact', (select p.address
        from contact p where p.partner = ${tx.partner} and p.id = (${map} ->> 'contact')::bigint)) else '{}' end`;
  };
  // Descending, because that is how the words stand: order, customer, contact.
  const from = after
    ? sql`and (c.entity < ${after[0]} or c.entity = ${after[0]} and c.entity_id > ${after[1]}::bigint)`
    : sql``;
  const { rows } = await sql<AppliedChange>`
    select c.entity, c.entity_id as "entityId", coalesce(o.number, u.name, p.address) as name,
      ${named('before')} as before, ${named('after')} as after
    from (select * from import_change c where c.partner = ${tx.partner} and c.import = ${importId} ${from}
      order by c.entity desc, c.entity_id limit ${limit}) c
    left join orders o on c.entity = 'order' and o.partner = ${tx.partner} and o.id = c.entity_id
    left join customer u on c.entity = 'customer' and u.partner = ${tx.partner} and u.id = c.entity_id
    left join contact p on c.entity = 'contact' and p.partner = ${tx.partner} and p.id = c.entity_id
    order by c.entity desc, c.entity_id`.execute(tx.db);
  return rows;
}

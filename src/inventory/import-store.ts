import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { KeptImport } from './kept-import.ts';

export interface NewImport {
  readonly fileName: string;
  readonly digest: string;
  readonly saidAt: string;
  readonly appliedAt: string;
  readonly options: unknown;
  readonly report: unknown;
  /** Who applies it; undefined for the command line. */
  readonly by?: ImportOrigin | undefined;
}

/** The person who applies an import, and the upload that it comes of. */
export interface ImportOrigin {
  readonly person: string;
  readonly personName: string;
  readonly upload: string;
}

const columns = sql`id, file_name as "fileName", digest, said_at as "saidAt", state, report,
  applied_at as "appliedAt", undone_at as "undoneAt", person_name as "personName",
  changes_removed_at as "changesRemovedAt"`;

export async function insertImport(tx: PartnerTransaction, row: NewImport): Promise<RowId> {
  const { rows } = await sql<{ id: RowId }>`
    insert into import
      (partner, file_name, digest, said_at, state, options, report, applied_at, person, person_name, upload)
    values (${tx.partner}, ${row.fileName}, ${row.digest}, ${row.saidAt}, 'applied',
      ${JSON.stringify(row.options)}, ${JSON.stringify(row.report)}, ${row.appliedAt},
      ${row.by?.person ?? null}, ${row.by?.personName ?? null}, ${row.by?.upload ?? null})
    returning id`.execute(tx.db);
  return rows[0]!.id;
}

/** Keeps the refusals of the running import with it. */
export async function keepRefusals(tx: PartnerTransaction, importId: RowId): Promise<void> {
  await sql`
    insert into import_refusal (partner, import, line, nth, column_name, value, reason, cells)
    select ${tx.partner}, ${importId}, line, row_number() over (partition by line), column_name, value, reason, cells
    from pg_temp.refused`.execute(tx.db);
}

/** When the word of this file was first spoken here: by the oldest import of the same bytes that still stands. */
export async function firstSaidAt(
  tx: PartnerTransaction,
  digest: string,
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ saidAt: Temporal.Instant }>`
    select said_at as "saidAt" from import
    where partner = ${tx.partner} and digest = ${digest} and state = 'applied'
    order by id limit 1`.execute(tx.db);
  return rows[0]?.saidAt;
}

/**
 * A moment for a file that was never seen before: now, or just after the newest word where that was spoken at the same
 * instant, so that of two files the later one has the later word.
 */
export async function nextSaidAt(tx: PartnerTransaction, now: Temporal.Instant): Promise<Temporal.Instant> {
  const { rows } = await sql<{ newest: Temporal.Instant | null }>`
    select max(said_at) as newest from import where partner = ${tx.partner}
      and said_at >= ${now.toString()}::timestamptz and said_at < ${now.add({ minutes: 1 }).toString()}::timestamptz`.execute(
    tx.db,
  );
  const newest = rows[0]?.newest;
  return newest ? newest.add({ milliseconds: 1 }) : now;
}

export async function importById(tx: PartnerTransaction, id: RowId): Promise<KeptImport | undefined> {
  const { rows } = await sql<KeptImport>`
    select ${columns} from import where partner = ${tx.partner} and id = ${id}`.execute(tx.db);
  return rows[0];
}

/** The latest import of these very bytes, undone or not. */
export async function latestOfDigest(
  tx: PartnerTransaction,
  digest: string,
): Promise<KeptImport | undefined> {
  const { rows } = await sql<KeptImport>`
    select ${columns} from import where partner = ${tx.partner} and digest = ${digest}
    order by id desc limit 1`.execute(tx.db);
  return rows[0];
}

/** Another word whenever an import was applied or taken back. */
export async function importsMark(tx: PartnerTransaction): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select coalesce(max(id), 0) || '/' || count(*) filter (where state = 'undone') as mark
    from import where partner = ${tx.partner}`.execute(tx.db);
  return rows[0]!.mark;
}

/** The newest imports first. */
export async function latestImports(tx: PartnerTransaction, limit: number): Promise<KeptImport[]> {
  const { rows } = await sql<KeptImport>`
    select ${columns} from import where partner = ${tx.partner} order by id desc limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

export async function markUndone(
  tx: PartnerTransaction,
  id: RowId,
  { at, report }: { at: string; report: unknown },
): Promise<void> {
  await sql`
    update import set state = 'undone', undone_at = ${at},
      report = report || jsonb_build_object('undo', ${JSON.stringify(report)}::jsonb)
    where partner = ${tx.partner} and id = ${id}`.execute(tx.db);
}

import { type RawBuilder, sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import type {
  Upload,
  UploadChoices,
  UploadFacts,
  UploadList,
  UploadProgress,
  UploadStage,
} from './import-upload.ts';

export interface NewUpload {
  readonly id: string;
  readonly file: string;
  readonly person: string;
  readonly personName: string;
  readonly at: string;
  readonly expiresAt: string;
}

/** Whoever works on an upload writes every second; one that is silent for so long has lost its process. */
const silentSeconds = 30;
export const hasLostItsProcess = sql<boolean>`u.stage in ('receiving', 'reading', 'applying')
  and u.beat_at < clock_timestamp() - interval '${sql.raw(String(silentSeconds))} seconds'`;

export async function insertUpload(tx: PartnerTransaction, row: NewUpload): Promise<void> {
  await sql`
    insert into import_upload (partner, id, file_name, person, person_name, at, expires_at, stage)
    values (${tx.partner}, ${row.id}, ${row.file}, ${row.person}, ${row.personName}, ${row.at}, ${row.expiresAt},
      'receiving')`.execute(tx.db);
}

export interface UploadRow extends Omit<Upload, 'bytes' | 'facts' | 'progress' | 'choices'> {
  readonly bytes: string;
  readonly choices: UploadChoices;
  readonly progress: Partial<UploadProgress>;
  readonly facts: Partial<UploadFacts>;
  readonly isLost: boolean;
}

/** The upload unless its time is over, with the import that came of it. */
export async function selectUpload(
  tx: PartnerTransaction,
  id: string,
  now: string,
): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`
    select u.id, u.file_name as file, u.bytes, u.digest, u.person, u.person_name as "personName", u.at,
      u.expires_at as "expiresAt", u.stage, u.stop as "isStopping", u.choices, u.progress, u.facts,
      u.planned_over as "plannedOver", i.id as import, ${hasLostItsProcess} as "isLost"
    from import_upload u left join import i on i.partner = ${tx.partner} and i.upload = u.id
    where u.partner = ${tx.partner} and u.id = ${id} and (u.expires_at > ${now}::timestamptz or i.id is not null)`.execute(
    tx.db,
  );
  return rows[0];
}

export async function insertPiece(
  tx: PartnerTransaction,
  { upload, nth, bytes }: { upload: string; nth: number; bytes: Buffer },
): Promise<void> {
  await sql`insert into import_upload_piece (partner, upload, nth, bytes)
    values (${tx.partner}, ${upload}, ${nth}, ${bytes})`.execute(tx.db);
  await sql`update import_upload set beat_at = clock_timestamp()
    where partner = ${tx.partner} and id = ${upload}`.execute(tx.db);
}

export async function selectPiece(
  tx: PartnerTransaction,
  upload: string,
  nth: number,
): Promise<Buffer | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from import_upload_piece
    where partner = ${tx.partner} and upload = ${upload} and nth = ${nth}`.execute(tx.db);
  return rows[0]?.bytes;
}

/** All bytes are there. */
export async function markReceived(
  tx: PartnerTransaction,
  id: string,
  { bytes, digest }: { bytes: number; digest: string },
): Promise<void> {
  await sql`update import_upload set bytes = ${bytes}, digest = ${digest}, stage = 'stopped'
    where partner = ${tx.partner} and id = ${id}`.execute(tx.db);
}

interface Work {
  readonly stage: 'reading' | 'applying';
  /** Where it has to stand for that. */
  readonly from: readonly UploadStage[];
  readonly choices: UploadChoices;
  readonly progress: UploadProgress;
}

/** Takes the upload for one process; false when it stands elsewhere, for instance because another was faster. */
export async function takeForWork(tx: PartnerTransaction, id: string, work: Work): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_upload u set stage = ${work.stage}, stop = false, beat_at = clock_timestamp(),
      choices = ${JSON.stringify(work.choices)}, progress = ${JSON.stringify(work.progress)}
    where u.partner = ${tx.partner} and u.id = ${id}
      and (u.stage = any (${[...work.from]}::text[]) or ${hasLostItsProcess})
      and not exists (select from import i where i.partner = ${tx.partner} and i.upload = u.id)`.execute(
    tx.db,
  );
  return numAffectedRows === 1n;
}

/** Says that the work goes on, and hears whether it is to stop. */
export async function beatUpload(
  tx: PartnerTransaction,
  id: string,
  progress: UploadProgress,
): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    update import_upload set beat_at = clock_timestamp(), progress = ${JSON.stringify(progress)}
    where partner = ${tx.partner} and id = ${id} and stage in ('reading', 'applying') returning stop`.execute(
    tx.db,
  );
  return rows[0]?.stop ?? true;
}

interface WorkEnd {
  readonly stage: UploadStage;
  readonly progress: UploadProgress;
  readonly facts: UploadFacts;
  readonly plannedOver: string | null;
}

export async function endWork(tx: PartnerTransaction, id: string, end: WorkEnd): Promise<void> {
  await sql`
    update import_upload set stage = ${end.stage}, stop = false, progress = ${JSON.stringify(end.progress)},
      facts = ${JSON.stringify(end.facts)}, planned_over = ${end.plannedOver}
    where partner = ${tx.partner} and id = ${id} and stage in ('reading', 'applying')`.execute(tx.db);
}

/** Whether anybody was at work that could be asked. */
export async function askToStop(tx: PartnerTransaction, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update import_upload set stop = true
    where partner = ${tx.partner} and id = ${id} and stage in ('reading', 'applying')`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** Moves an upload that nobody works on; false when it stands elsewhere. */
export async function moveUpload(
  tx: PartnerTransaction,
  id: string,
  move: { from: readonly UploadStage[]; to: UploadStage; expiresAt: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import_upload u set stage = ${move.to}, expires_at = ${move.expiresAt}
    where u.partner = ${tx.partner} and u.id = ${id}
      and (u.stage = any (${[...move.from]}::text[]) or ${hasLostItsProcess})`.execute(tx.db);
  return numAffectedRows === 1n;
}

/** The bytes and the lists; the upload itself stays to tell what became of it. */
export async function removeContents(tx: PartnerTransaction, id: string): Promise<void> {
  await removeWhere(tx, sql`= ${id}`);
}

export async function removeUpload(tx: PartnerTransaction, id: string): Promise<void> {
  await removeWhere(tx, sql`= ${id}`);
  await sql`delete from import_upload where partner = ${tx.partner} and id = ${id}`.execute(tx.db);
}

/** Uploads whose time is over. Those that somebody works on stay until they are done. */
export async function removeExpired(tx: PartnerTransaction, now: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    delete from import_upload u where u.partner = ${tx.partner} and (u.expires_at <= ${now}::timestamptz
        and (u.stage not in ('reading', 'applying') or ${hasLostItsProcess})
      or u.stage = 'receiving' and ${hasLostItsProcess})
    returning u.id`.execute(tx.db);
  if (rows.length > 0) await removeWhere(tx, sql`= any (${rows.map(({ id }) => id)}::text[])`);
  return rows.length;
}

async function removeWhere(tx: PartnerTransaction, which: RawBuilder<unknown>): Promise<void> {
  for (const table of ['import_upload_piece', 'import_upload_entry'])
    await sql`delete from ${sql.table(table)} where partner = ${tx.partner} and upload ${which}`.execute(
      tx.db,
    );
}

export async function clearEntries(tx: PartnerTransaction, upload: string): Promise<void> {
  await sql`delete from import_upload_entry where partner = ${tx.partner} and upload = ${upload}`.execute(
    tx.db,
  );
}

/** Entries of one list, the first of them the `from`-th. */
export async function insertEntries(
  tx: PartnerTransaction,
  at: { readonly upload: string; readonly list: UploadList; readonly from: number },
  entries: readonly unknown[],
): Promise<void> {
  const texts = entries.map((entry) => JSON.stringify(entry));
  await sql`
    insert into import_upload_entry (partner, upload, list, nth, entry)
    select ${tx.partner}, ${at.upload}, ${at.list}, ${at.from}::integer + e.nth::integer - 1, e.entry::jsonb
    from unnest(${texts}::text[]) with ordinality e (entry, nth)`.execute(tx.db);
}

export async function selectEntries<T>(
  tx: PartnerTransaction,
  at: { readonly upload: string; readonly list: UploadList; readonly from: number; readonly limit: number },
): Promise<T[]> {
  const { rows } = await sql<{ entry: T }>`
    select entry from import_upload_entry
    where partner = ${tx.partner} and upload = ${at.upload} and list = ${at.list} and nth >= ${at.from}
    order by nth limit ${at.limit}`.execute(tx.db);
  return rows.map(({ entry }) => entry);
}

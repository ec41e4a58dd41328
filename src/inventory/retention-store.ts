import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

const oldImports = (
  tx: PartnerTransaction,
  before: string,
) => sql`select id from import where partner = ${tx.partner}
  and changes_removed_at is null and applied_at < ${before}::timestamptz`;

export async function countOldImports(tx: PartnerTransaction, before: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from (${oldImports(tx, before)}) o`.execute(tx.db);
  return rows[0]!.n;
}

/** Removes what one old import changed and refused; false when there is none left. */
export async function removeImportChanges(
  tx: PartnerTransaction,
  before: string,
  at: string,
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with one as (${oldImports(tx, before)} order by id limit 1 for update skip locked),
    changes as (delete from import_change c using one where c.partner = ${tx.partner} and c.import = one.id),
    refusals as (delete from import_refusal r using one where r.partner = ${tx.partner} and r.import = one.id)
    update import i set changes_removed_at = ${at}::timestamptz from one
    where i.partner = ${tx.partner} and i.id = one.id returning i.id`.execute(tx.db);
  return rows.length > 0;
}

export async function countRemovedNotes(tx: PartnerTransaction, before: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from note where partner = ${tx.partner}
    and removed_at < ${before}::timestamptz`.execute(tx.db);
  return rows[0]!.n;
}

export async function deleteRemovedNotes(tx: PartnerTransaction, before: string): Promise<number> {
  const { rows } = await sql`delete from note where partner = ${tx.partner}
    and removed_at < ${before}::timestamptz returning id`.execute(tx.db);
  return rows.length;
}

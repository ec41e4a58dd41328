import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

export async function countOldEntries(tx: PartnerTransaction, before: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from audit
    where partner = ${tx.partner} and at < ${before}::timestamptz`.execute(tx.db);
  return rows[0]!.n;
}

/** The table lets nothing go that is younger than a year, and the rest only while this setting is on. */
export async function deleteOldEntries(
  tx: PartnerTransaction,
  before: string,
  limit: number,
): Promise<number> {
  await sql`set local vigente.retention = 'on'`.execute(tx.db);
  const { rows } = await sql`delete from audit where partner = ${tx.partner} and id in (
    select id from audit where partner = ${tx.partner} and at < ${before}::timestamptz order by id limit ${limit})
    returning id`.execute(tx.db);
  await sql`set local vigente.retention = 'off'`.execute(tx.db);
  return rows.length;
}

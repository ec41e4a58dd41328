import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

/** Messages that ended before `before` and whose content is still kept. */
export async function countContents(tx: PartnerTransaction, before: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::integer as n from notice where partner = ${tx.partner}
    and facts is not null and finished_at is not null and finished_at < ${before}::timestamptz`.execute(
    tx.db,
  );
  return rows[0]!.n;
}

/** Takes what the oldest of them said; how many there were. */
export async function removeContents(
  tx: PartnerTransaction,
  { before, at, limit }: { before: string; at: string; limit: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with old as (select id from notice where partner = ${tx.partner}
        and facts is not null and finished_at is not null and finished_at < ${before}::timestamptz
      order by finished_at limit ${limit} for update skip locked),
    removed as (update notice n set facts = null, subject = null, content_removed_at = ${at}::timestamptz
      from old where n.partner = ${tx.partner} and n.id = old.id returning n.id)
    select count(*)::integer as n from removed`.execute(tx.db);
  return rows[0]!.n;
}

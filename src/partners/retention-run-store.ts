import { sql } from 'kysely';
import type { RetentionCount } from '../../contract/settings.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Takes a day's deletions on; false where another process has, and is not gone for an hour. */
export async function takeRetentionRun(tx: PartnerTransaction, day: string, at: string): Promise<boolean> {
  const { rows } =
    await sql`insert into retention_run (partner, day, at) values (${tx.partner}, ${day}, ${at})
    on conflict (partner, day) do update set at = excluded.at
    where retention_run.finished_at is null and retention_run.at < excluded.at - interval '1 hour'
    returning day`.execute(tx.db);
  return rows.length > 0;
}

export async function finishRetentionRun(
  tx: PartnerTransaction,
  day: string,
  done: { readonly at: string; readonly removed: RetentionCount },
): Promise<void> {
  await sql`update retention_run set finished_at = ${done.at}::timestamptz, removed = ${JSON.stringify(done.removed)}::jsonb
    where partner = ${tx.partner} and day = ${day}`.execute(tx.db);
}

export async function latestRetentionRun(
  tx: PartnerTransaction,
): Promise<{ readonly day: string; readonly removed: RetentionCount } | undefined> {
  const { rows } = await sql<{ day: string; removed: RetentionCount }>`select day, removed from retention_run
    where partner = ${tx.partner} and finished_at is not null order by day desc limit 1`.execute(tx.db);
  return rows[0];
}

import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Begins a pass. Notices that a killed pass left behind unreleased become this one's. */
export async function beginPass(tx: PartnerTransaction, asOf: string): Promise<RowId> {
  const { rows } = await sql<{ id: string }>`
    insert into pass (partner, as_of, state) values (${tx.partner}, ${asOf}::timestamptz, 'planning')
    returning id`.execute(tx.db);
  const id = rows[0]!.id;
  await sql`
    with left_behind as (
      update pass set state = 'released' where partner = ${tx.partner} and state = 'planning' and id <> ${id}
      returning id)
    update notice set pass = ${id} from left_behind
    where notice.partner = ${tx.partner} and notice.pass = left_behind.id`.execute(tx.db);
  return id;
}

/** Whether a killed pass left notices behind that a next one has to let go. */
export async function isPassLeftBehind(tx: PartnerTransaction): Promise<boolean> {
  const { rows } = await sql<{ left: boolean }>`
    select exists (select from pass where partner = ${tx.partner} and state = 'planning') as left`.execute(
    tx.db,
  );
  return rows[0]!.left;
}

/** Notices of one pass that are still to go. */
export async function countWaiting(tx: PartnerTransaction, pass: RowId): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from notice where partner = ${tx.partner} and pass = ${pass} and state = 'waiting'`.execute(
    tx.db,
  );
  return Number(rows[0]!.n);
}

/** How many notices a day usually has: the median over the days of the last month on which anything went out. */
export async function usualDailyNotices(tx: PartnerTransaction, before: string): Promise<number> {
  const { rows } = await sql<{ usual: number | null }>`
    select percentile_cont(0.5) within group (order by n) as usual
    from (
      select sum(notices) as n from pass
      where partner = ${tx.partner} and state = 'released' and notices > 0
        and as_of < ${before}::timestamptz and as_of > ${before}::timestamptz - interval '30 days'
      group by date_trunc('day', as_of at time zone 'UTC')) days`.execute(tx.db);
  return rows[0]?.usual ?? 0;
}

/**
 * Whether `added` decisions make the ledger so much larger than the query planner takes it for that it should be told.
 * Between two such moments autovacuum keeps up by itself.
 */
export async function outgrowsStatistics(tx: PartnerTransaction, added: number): Promise<boolean> {
  const { rows } = await sql<{ known: number }>`
    select reltuples::float8 as known from pg_class where oid = 'touch'::regclass`.execute(tx.db);
  return added > 0.2 * (rows[0]?.known ?? 0);
}

export async function endPass(
  tx: PartnerTransaction,
  pass: RowId,
  end: { readonly state: 'held' | 'released'; readonly notices: number; readonly report: unknown },
): Promise<void> {
  // A pass that found nothing is no news; keeping it would only make the table grow with every minute.
  if (end.notices === 0) {
    await sql`delete from pass where partner = ${tx.partner} and id = ${pass}
      and not exists (select from notice where partner = ${tx.partner} and pass = ${pass})`.execute(tx.db);
  }
  await sql`update pass set state = ${end.state}, notices = ${end.notices}, report = ${JSON.stringify(end.report)}
    where partner = ${tx.partner} and id = ${pass}`.execute(tx.db);
}

/** Lets passes go that wait for a person. Returns how many notices that frees. */
export async function releaseHeldPasses(tx: PartnerTransaction): Promise<number> {
  const { rows } = await sql<{ notices: number }>`
    update pass set state = 'released' where partner = ${tx.partner} and state = 'held' returning notices`.execute(
    tx.db,
  );
  return rows.reduce((sum, row) => sum + row.notices, 0);
}

export interface HeldPass {
  readonly notices: number;
  readonly asOf: Temporal.Instant;
  readonly report: unknown;
}

export async function heldPasses(tx: PartnerTransaction): Promise<HeldPass[]> {
  return tx.db
    .selectFrom('pass')
    .select(['notices', 'as_of as asOf', 'report'])
    .where('partner', '=', tx.partner)
    .where('state', '=', 'held')
    .orderBy('id')
    .execute();
}

/** Replaces what the last preview showed. */
export async function storePreview(
  tx: PartnerTransaction,
  asOf: string,
  plans: readonly unknown[],
): Promise<void> {
  await sql`delete from preview where partner = ${tx.partner}`.execute(tx.db);
  if (plans.length === 0) return;
  await sql`insert into preview (partner, as_of, plan)
    select ${tx.partner}, ${asOf}::timestamptz, p from jsonb_array_elements(${JSON.stringify(plans)}::jsonb) p`.execute(
    tx.db,
  );
}

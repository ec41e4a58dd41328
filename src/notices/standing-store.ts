import { sql } from 'kysely';
import type { Reason } from '../cadence/reason.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface LastNoticeRow {
  readonly clock: RowId;
  readonly notice: RowId;
  readonly at: Temporal.Instant;
  readonly stage: number;
}

/** The newest notice that went out about each of these clocks. */
export async function selectLastNotices(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
): Promise<LastNoticeRow[]> {
  const { rows } = await sql<LastNoticeRow>`
    select distinct on (d.clock) d.clock, n.id as notice, coalesce(n.finished_at, n.planned_at) as at, d.stage
    from delivery d join notice n on n.partner = d.partner and n.id = d.notice
    where d.partner = ${tx.partner} and d.clock = any (${clocks}::bigint[]) and d.dropped_at is null
      and n.state in ('submitted', 'delivered', 'bounced', 'uncertain')
    order by d.clock, n.planned_at desc, n.id desc`.execute(tx.db);
  return rows;
}

export interface StandingRow {
  readonly clock: RowId;
  readonly state: 'due' | 'held' | 'suppressed';
  readonly final: boolean;
  readonly code: Reason['code'];
  readonly params: unknown;
}

/** What the ledger decided last about each of these clocks; of stages decided together the most urgent. */
export async function selectStanding(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select distinct on (t.clock) t.clock, t.state, t.final, t.reason as code, t.params
    from touch t
    where t.partner = ${tx.partner} and t.clock = any (${clocks}::bigint[])
    order by t.clock, t.anchor desc, t.stage`.execute(tx.db);
  return rows;
}

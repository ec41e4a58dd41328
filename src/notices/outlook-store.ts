import { sql } from 'kysely';
import type { LedgerTouch } from '../cadence/clock-facts.ts';
import type { Reason } from '../cadence/reason.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { LastNoticeRow } from './standing-store.ts';

export interface TouchRow extends Omit<LedgerTouch, 'reason'> {
  readonly clock: RowId;
  readonly code: Reason['code'];
  readonly params: unknown;
}

/** Everything that the ledger says of these clocks, the newest cycle first, then the most urgent stage. */
export async function selectTouches(tx: PartnerTransaction, clocks: readonly RowId[]): Promise<TouchRow[]> {
  const { rows } = await sql<TouchRow>`
    select t.clock, t.anchor, t.stage, t.channel, t.state, t.final, t.reason as code, t.params,
      (extract(epoch from t.decided_at) * 1000)::float8 as at,
      (extract(epoch from t.until) * 1000)::float8 as until
    from touch t
    where t.partner = ${tx.partner} and t.clock = any (${clocks}::bigint[])
    order by t.clock, t.anchor desc, t.stage`.execute(tx.db);
  return rows;
}

export interface SaidRow {
  readonly clock: RowId;
  /** The newest notice that went out about it. */
  readonly notice: RowId | null;
  readonly at: Temporal.Instant | null;
  readonly stage: number | null;
  readonly touches: readonly TouchRow[];
}

/** Under a name, so that the server plans it once for a connection and not for every page. */
const said = {
  name: 'outlook-said',
  text: `
    select w.clock, n.notice, n.at, n.stage, coalesce(t.touches, '[]') as touches
    from unnest($2::bigint[]) as w (clock)
    left join lateral (
      select n.id as notice, coalesce(n.finished_at, n.planned_at) as at, d.stage
      from (select * from delivery d where d.partner = $1 and d.clock = w.clock and d.dropped_at is null offset 0) d
      cross join lateral (select * from notice n where n.partner = $1 and n.id = d.notice
        and n.state in ('submitted', 'delivered', 'bounced', 'uncertain') offset 0) n
      order by n.planned_at desc, n.id desc limit 1) n on true
    left join lateral (
      select json_agg(json_build_object('clock', t.clock::text, 'anchor', t.anchor, 'stage', t.stage,
          'channel', t.channel, 'state', t.state, 'final', t.final, 'code', t.reason, 'params', t.params,
          'at', (extract(epoch from t.decided_at) * 1000)::float8, 'until', (extract(epoch from t.until) * 1000)::float8)
        order by t.anchor desc, t.stage) as touches
      from touch t where t.partner = $1 and t.clock = w.clock) t on true`,
};

/** What was said about each of these clocks, and what the ledger says of it, as `selectTouches` has it. */
export async function selectSaid(tx: PartnerTransaction, clocks: readonly RowId[]): Promise<SaidRow[]> {
  if (clocks.length === 0) return [];
  const { rows } = await tx.client.query<SaidRow>({ ...said, values: [tx.partner, clocks] });
  return rows;
}

/** The newest notice of a row, as whoever asks for it alone is told. */
export function lastNoticeOf({ clock, notice, at, stage }: SaidRow): LastNoticeRow | undefined {
  if (notice === null || at === null || stage === null) return undefined;
  return { clock, notice, at, stage };
}

import { sql } from 'kysely';
import type { LedgerTouch } from '../cadence/clock-facts.ts';
import type { Reason } from '../cadence/reason.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

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

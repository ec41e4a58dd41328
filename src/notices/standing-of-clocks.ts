import type { Reason } from '../cadence/reason.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type LastNoticeRow, type StandingRow, selectLastNotices, selectStanding } from './standing-store.ts';

/** Where the talk about one clock stands: what went out last, and what keeps the next word back. */
export interface ClockStanding {
  readonly lastNotice: LastNoticeRow | undefined;
  /** Only while something is held or suppressed that is not over for good. */
  readonly keptBack: { readonly state: StandingRow['state']; readonly reason: Reason } | undefined;
}

/** Two statements for any number of clocks. A clock that the ledger has never spoken of has an empty standing. */
export async function standingOfClocks(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
): Promise<ReadonlyMap<RowId, ClockStanding>> {
  const last = new Map((await selectLastNotices(tx, clocks)).map((row) => [row.clock, row]));
  const standing = new Map((await selectStanding(tx, clocks)).map((row) => [row.clock, row]));
  return new Map(
    clocks.map((clock) => [clock, { lastNotice: last.get(clock), keptBack: keptBack(standing.get(clock)) }]),
  );
}

function keptBack(row: StandingRow | undefined): ClockStanding['keptBack'] {
  if (!row || row.state === 'due' || row.final) return undefined;
  return { state: row.state, reason: { code: row.code, params: row.params } as Reason };
}

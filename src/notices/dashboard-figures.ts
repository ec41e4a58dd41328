import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type NoticeCounts, type RunRow, selectNoticeCounts, selectRuns } from './dashboard-store.ts';
import { type HeldPass, heldPasses } from './pass-store.ts';

export interface NoticeFigures extends NoticeCounts, RunRow {
  readonly held: readonly HeldPass[];
}

/** What the ledger says on the dashboard; failures are those of the last seven days. */
export async function noticeFigures(
  tx: PartnerTransaction,
  query: { readonly visible: readonly RowId[] | null; readonly today: string; readonly weekAgo: string },
): Promise<NoticeFigures> {
  const counts = await selectNoticeCounts(tx, query);
  return { ...counts, ...(await selectRuns(tx)), held: await heldPasses(tx) };
}

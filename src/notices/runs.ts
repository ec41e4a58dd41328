import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type RunQuery,
  type RunRow,
  type RunShareRow,
  type RunState,
  selectRunCounts,
  selectRunShares,
  selectRuns,
} from './run-store.ts';

export type RunShare = RunShareRow;
export type { RunState };

/** A run (pass) and how far it has come. */
export interface Run {
  readonly id: RowId;
  readonly asOf: Temporal.Instant;
  readonly state: RunState;
  /** How many messages it planned. */
  readonly planned: number;
  readonly counts: RunCounts;
  /** What a day usually has; null where the run was not compared. */
  readonly usual: number | null;
  /** Made by a person's click and not by the calendar. */
  readonly byHand: boolean;
  readonly word: {
    readonly at: Temporal.Instant;
    readonly by: string | null;
    readonly note: string | null;
  } | null;
}

export interface RunCounts {
  readonly waiting: number;
  readonly claimed: number;
  /** Being handed over. */
  readonly attempted: number;
  /** Taken by the mail server, whatever came after. */
  readonly submitted: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly withdrawn: number;
}

/** Runs, newest first, each with its counts. */
export async function loadRuns(tx: PartnerTransaction, query: RunQuery): Promise<Run[]> {
  const rows = await selectRuns(tx, query);
  const counts = Map.groupBy(await selectRunCounts(tx, rows), ({ run }) => run);
  return rows.map((row) => runOf(row, counts.get(row.id) ?? []));
}

/** Throws `not-found`. */
export async function oneRun(tx: PartnerTransaction, id: RowId): Promise<Run> {
  const [run] = await loadRuns(tx, { limit: 1, id });
  if (!run) throw new Fault('not-found', `there is no run ${id}`, { code: 'no-run', params: { id } });
  return run;
}

/** What the notices of a run are that are still to go. */
export async function loadRunShares(tx: PartnerTransaction, run: RowId): Promise<RunShare[]> {
  return selectRunShares(tx, run);
}

function runOf(row: RunRow, counted: readonly { readonly state: string; readonly n: number }[]): Run {
  const of = (state: string) => counted.find((one) => one.state === state)?.n ?? 0;
  const report = (row.report ?? {}) as { usual?: number; byHand?: boolean };
  const rest = counted.reduce((sum, { n }) => sum + n, 0);
  return {
    ...{ id: row.id, asOf: row.asOf, state: row.state, planned: row.notices },
    counts: {
      waiting: of('waiting'),
      claimed: of('claimed'),
      attempted: of('attempted'),
      submitted: Math.max(0, row.notices - rest) + of('bounced'),
      failed: of('failed'),
      uncertain: of('uncertain'),
      withdrawn: of('withdrawn'),
    },
    usual: report.usual ?? null,
    byHand: report.byHand ?? false,
    word: row.wordAt === null ? null : { at: row.wordAt, by: row.wordBy, note: row.wordNote },
  };
}

/** Messages of a run that have not left. */
export function leftOf({ counts }: Run): number {
  return counts.waiting + counts.claimed + counts.attempted;
}

import { setNextAt } from '../inventory/load-clock-facts.ts';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { updateRunState, withdrawRun } from './run-store.ts';
import { oneRun, type Run, type RunState } from './runs.ts';

/** Who says it, and when. */
export interface RunWord {
  readonly run: RowId;
  readonly by: string | null;
  readonly note: string | null;
  readonly at: Temporal.Instant;
}

export interface ChangedRun {
  readonly run: Run;
  readonly before: RunState;
}

/** Lets a run go that waits for a person. Throws `not-found`, and `conflict` where it waits for nobody. */
export function releaseRun(tx: PartnerTransaction, word: RunWord): Promise<ChangedRun> {
  return move(tx, word, { from: ['held'], to: 'released' });
}

/** No process begins another message of it; what is on its way arrives. */
export function stopRun(tx: PartnerTransaction, word: RunWord): Promise<ChangedRun> {
  return move(tx, word, { from: ['released'], to: 'stopped' });
}

export function resumeRun(tx: PartnerTransaction, word: RunWord): Promise<ChangedRun> {
  return move(tx, word, { from: ['stopped'], to: 'released' });
}

/**
 * Throws away what of a run has not left. `again`: its stages are decided anew with the next tick, as after an import
 * was undone; without it they are passed over, and each clock speaks next when its next stage opens.
 */
export async function discardRun(
  tx: PartnerTransaction,
  word: RunWord & { readonly again: boolean },
): Promise<ChangedRun & { readonly discarded: number }> {
  const changed = await move(tx, word, { from: ['held', 'stopped'], to: 'discarded' });
  const { notices, clocks } = await withdrawRun(tx, {
    run: word.run,
    final: !word.again,
    at: word.at.toString(),
    detail: word.note === null ? {} : { reason: word.note },
  });
  if (word.again) await setNextAt(tx, new Map(clocks.map((clock) => [clock, word.at.epochMilliseconds])));
  return { ...changed, run: await oneRun(tx, word.run), discarded: notices };
}

/** Takes a word back; false where somebody has said another since. */
export async function restoreRun(
  tx: PartnerTransaction,
  step: {
    readonly id: RowId;
    readonly before: { readonly state: string };
    readonly after: { readonly state: string };
  },
  word: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const row = await updateRunState(tx, {
    ...{ run: step.id, from: [step.after.state as RunState], to: step.before.state as RunState },
    ...{ at: word.at.toString(), by: word.by, note: null },
  });
  return row !== undefined;
}

async function move(
  tx: PartnerTransaction,
  word: RunWord,
  { from, to }: { readonly from: readonly RunState[]; readonly to: RunState },
): Promise<ChangedRun> {
  const found = await oneRun(tx, word.run);
  const { run, by, note, at } = word;
  const row = from.includes(found.state)
    ? await updateRunState(tx, { run, from, to, at: at.toString(), by, note })
    : undefined;
  if (!row)
    throw new Fault('conflict', `run ${run} is ${found.state}; ${from.join(' or ')} was expected`, {
      code: 'run-moved',
      params: { run, state: found.state, expected: from.join(', ') },
    });
  return { run: await oneRun(tx, run), before: found.state };
}

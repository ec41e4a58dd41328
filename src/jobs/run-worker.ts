import { setTimeout } from 'node:timers/promises';
import { runTick } from '../notices/run-tick.ts';
import type { SendCounts, SendingDeps } from '../notices/sending.ts';
import { startWorker, type Worker } from '../notices/worker.ts';
import { everyPartner } from '../partners/every-partner.ts';
import { runRetention } from './run-retention.ts';
import { uploadSweeper } from './sweep-uploads.ts';

export interface WorkerOptions {
  readonly signal: AbortSignal;
  /** Between one look at all partners and the next. */
  readonly everyMs: number;
  /** Told when something went out or went wrong; counts only, no names. */
  readonly report: (event: WorkerEvent) => void;
}

export type WorkerEvent =
  | { readonly kind: 'ticked'; readonly partner: number; readonly counts: SendCounts; readonly due: number }
  | { readonly kind: 'held'; readonly partner: number; readonly notices: number }
  /** `partner` is null when it was not one partner's own trouble. */
  | { readonly kind: 'failed'; readonly partner: number | null; readonly error: unknown };

/**
 * Ticks for every partner that has switched sending on, and removes for each what it keeps no longer, again and again
 * until the signal. Any number of these may run
 * over one database: planning takes turns, sending shares the notices out.
 */
export async function runWorker(deps: SendingDeps, options: WorkerOptions): Promise<void> {
  while (!options.signal.aborted) {
    try {
      await workUntilTrouble(deps, options);
    } catch (error) {
      options.report({ kind: 'failed', partner: null, error });
    }
    await pause(options.everyMs, options.signal);
  }
}

/** After trouble it begins anew as another worker, so that whatever this one still holds is taken over like a dead one's. */
async function workUntilTrouble(deps: SendingDeps, options: WorkerOptions): Promise<void> {
  const worker = await startWorker(deps.db);
  const sweep = uploadSweeper(deps);
  try {
    while (!options.signal.aborted && (await tickAll(deps, worker, options))) {
      await sweep();
      await pause(options.everyMs, options.signal);
    }
  } finally {
    await worker.stop();
  }
}

/** Whether all of it went well. */
async function tickAll(
  deps: SendingDeps,
  worker: Worker,
  { signal, report }: WorkerOptions,
): Promise<boolean> {
  let wentWell = true;
  for (const partner of await everyPartner(deps.db)) {
    if (signal.aborted) break;
    try {
      await runRetention(deps, partner);
      if (!partner.sendingOn) continue;
      const { touches, notices, outcome } = await runTick(deps, partner, {
        worker: worker.id,
        holdsLease: worker.holdsLease,
        signal,
      });
      const counts = notices;
      if (outcome.kind === 'held') report({ kind: 'held', partner: partner.id, notices: outcome.notices });
      if (touches.due > 0 || Object.values(counts).some((n) => n > 0)) {
        report({ kind: 'ticked', partner: partner.id, counts, due: touches.due });
      }
    } catch (error) {
      // One partner's trouble must not keep the others' messages back.
      report({ kind: 'failed', partner: partner.id, error });
      wentWell = false;
    }
  }
  return wentWell;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal }).catch(() => {});
}

import { runTick } from '../notices/run-tick.ts';
import type { SendCounts, SendingDeps } from '../notices/sending.ts';
import { startWorker, type Worker } from '../notices/worker.ts';
import { everyPartner } from '../partners/every-partner.ts';

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
  | { readonly kind: 'failed'; readonly partner: number; readonly error: unknown };

/**
 * Ticks for every partner that has switched sending on, again and again until the signal. Any number of these may run
 * over one database: planning takes turns, sending shares the notices out.
 */
export async function runWorker(deps: SendingDeps, options: WorkerOptions): Promise<void> {
  const worker = await startWorker(deps.db);
  try {
    while (!options.signal.aborted) {
      await tickAll(deps, worker, options);
      await pause(options.everyMs, options.signal);
    }
  } finally {
    await worker.stop();
  }
}

async function tickAll(deps: SendingDeps, worker: Worker, { signal, report }: WorkerOptions): Promise<void> {
  for (const partner of await everyPartner(deps.db)) {
    if (signal.aborted) return;
    if (!partner.sendingOn) continue;
    try {
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
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}

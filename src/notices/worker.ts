import type { RowId } from '../kernel/ids.ts';
import type { Database } from '../storage/database.ts';
import { beat, registerWorker, removeWorker } from './claim-store.ts';

/** A process that may hold notices, as others see it. */
export interface Worker {
  readonly id: RowId;
  stop(): Promise<void>;
}

const beatEveryMs = 5_000;

/**
 * Registers this process as a worker and keeps its heart beating. When the beats stop, whatever the reason, others
 * take over what it holds; its fence then keeps it from sending after all.
 */
export async function startWorker(db: Database): Promise<Worker> {
  const id = await registerWorker(db);
  // A beat that fails is not an error of its own: if they go on failing, others take over, as they ought to.
  const timer = setInterval(() => void beat(db, id).catch(() => {}), beatEveryMs);
  timer.unref();
  return {
    id,
    stop: async () => {
      clearInterval(timer);
      await removeWorker(db, id);
    },
  };
}

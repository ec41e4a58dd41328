import type { RowId } from '../kernel/ids.ts';
import type { Database } from '../storage/database.ts';
import { beat, registerWorker, removeWorker } from './claim-store.ts';

/** A process that may hold notices, as others see it. */
export interface Worker {
  readonly id: RowId;
  /**
   * Whether nobody can have taken over what this worker holds: its last beat that arrived began well within the time
   * after which others take it for dead. Looked at before every DATA; costs nothing.
   */
  holdsLease(): boolean;
  stop(): Promise<void>;
}

const beatEveryMs = 5_000;
/** Others wait 30 seconds (`deadAfter` in claim-store.ts), by the database's clock. */
const leaseMs = 20_000;

/**
 * Registers this process as a worker and keeps its heart beating. When the beats stop, whatever the reason, others
 * take over what it holds; its lease has run out by then, and its fence keeps its late word out of the ledger.
 */
export async function startWorker(db: Database): Promise<Worker> {
  let lastBeat = bothClocks();
  const id = await registerWorker(db);
  let underWay: Promise<unknown> = Promise.resolve();
  // A beat that fails is not an error of its own: if they go on failing, others take over, as they ought to.
  const timer = setInterval(() => {
    const began = bothClocks();
    const arrived = beat(db, id).then(
      () => {
        lastBeat = began;
      },
      () => {},
    );
    underWay = Promise.all([underWay, arrived]);
  }, beatEveryMs);
  timer.unref();
  return {
    id,
    holdsLease: () => isYoungerThan(lastBeat, leaseMs),
    stop: async () => {
      clearInterval(timer);
      // A beat that arrives after the removal would bring back a worker that is no more.
      await underWay;
      await removeWorker(db, id);
    },
  };
}

/** The monotonic clock may stand still while a machine is suspended, the other may be set back: trust neither alone. */
function bothClocks(): readonly [number, number] {
  return [performance.now(), Date.now()];
}

function isYoungerThan([monotonic, wall]: readonly [number, number], ms: number): boolean {
  return performance.now() - monotonic < ms && Date.now() - wall < ms;
}

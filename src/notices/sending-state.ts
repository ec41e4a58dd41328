import { loadSendingSwitch, type SendingSwitch } from '../partners/sending-switch.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectWaiting, selectWorkerCount, type WaitingRow, type WorkerCountRow } from './run-store.ts';
import { loadRuns, type Run } from './runs.ts';

export interface SendingState extends SendingSwitch {
  readonly workers: WorkerCountRow;
  readonly waiting: WaitingRow;
  /** Those that wait for a person, are stopped or still have something to send. */
  readonly runs: readonly Run[];
}

const shownRuns = 20;

/** Whether messages leave and how far the runs have come. Cheap enough to be asked every second. */
export async function loadSendingState(tx: PartnerTransaction, now: Temporal.Instant): Promise<SendingState> {
  return {
    ...(await loadSendingSwitch(tx)),
    workers: await selectWorkerCount(tx),
    waiting: await selectWaiting(tx, now.toString()),
    runs: await loadRuns(tx, { limit: shownRuns, onlyOpen: true }),
  };
}

import type { PartnerTransaction } from '../storage/database.ts';
import { selectSending, updateSending } from './store.ts';

/** Whether the partner's messages leave, and since when. */
export interface SendingSwitch {
  readonly on: boolean;
  readonly changedAt: Temporal.Instant | null;
}

export function loadSendingSwitch(tx: PartnerTransaction): Promise<SendingSwitch> {
  return selectSending(tx);
}

/** Sets the switch; false where it stood so already. Senders ask for it before each few messages. */
export async function setSendingSwitch(
  tx: PartnerTransaction,
  on: boolean,
  at: Temporal.Instant,
): Promise<boolean> {
  const { on: was } = await selectSending(tx, true);
  if (was === on) return false;
  await updateSending(tx, on, at.toString());
  return true;
}

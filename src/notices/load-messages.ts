import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type MessageFilter,
  type MessageLine,
  selectMessages,
  selectNoticeCustomer,
} from './message-list-store.ts';

export type { MessageFilter, MessageLine };

/** One page of the ledger's messages, newest first. */
export async function loadMessages(
  tx: PartnerTransaction,
  query: {
    readonly filter: MessageFilter;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<MessageLine[]> {
  return selectMessages(tx, query);
}

/** Which customer a message was for; undefined where there is no such message. */
export async function customerOfMessage(
  tx: PartnerTransaction,
  message: RowId,
): Promise<RowId | null | undefined> {
  return selectNoticeCustomer(tx, message);
}

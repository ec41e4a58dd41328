import { foldName } from '../inventory/folded-name.ts';
import { typedHost } from '../inventory/typed-host.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type MessageLine,
  type StoredMessageFilter,
  selectMessages,
  selectNoticeCustomer,
} from './message-list-store.ts';

export type { MessageLine };

export type MessageFilter = Omit<StoredMessageFilter, 'words'> & {
  /** Part of a person's or a company's name; the beginning of an address, an order's number, a host name. */
  readonly text?: string | undefined;
};

/** One page of the ledger's messages, newest first. */
export async function loadMessages(
  tx: PartnerTransaction,
  query: {
    readonly filter: MessageFilter;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<MessageLine[]> {
  const { text, ...filter } = query.filter;
  const words =
    text === undefined ? undefined : { plain: text, folded: foldName(text), host: typedHost(text) };
  return selectMessages(tx, { ...query, filter: { ...filter, words } });
}

/** Which customer a message was for; undefined where there is no such message. */
export async function customerOfMessage(
  tx: PartnerTransaction,
  message: RowId,
): Promise<RowId | null | undefined> {
  return selectNoticeCustomer(tx, message);
}

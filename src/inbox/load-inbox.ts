import type { Caller } from '../access/caller.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { kindsOf } from './addressees.ts';
import type { InboxItem } from './inbox-item.ts';
import type { InboxKind } from './inbox-kind.ts';
import {
  countItems,
  type InboxCounts,
  type InboxQuery,
  type InboxSight,
  selectItems,
} from './inbox-store.ts';

export type { InboxCounts, InboxSight };

/** What the person may see of their own inbox now, whatever they could see when it came. */
export function inboxSight(
  caller: Pick<Caller, 'person' | 'role' | 'customers'>,
  today: string,
  kind?: InboxKind,
): InboxSight {
  const kinds = kindsOf(caller).filter((one) => kind === undefined || one === kind);
  return { person: caller.person, kinds, visible: caller.customers, today };
}

export function loadInbox(
  tx: PartnerTransaction,
  sight: InboxSight,
  query: InboxQuery,
): Promise<InboxItem[]> {
  return selectItems(tx, sight, query);
}

export function inboxCounts(tx: PartnerTransaction, sight: InboxSight): Promise<InboxCounts> {
  return countItems(tx, sight);
}

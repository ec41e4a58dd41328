import type { PartnerScope } from '../storage/database.ts';
import {
  type NoticeListRow,
  type NoticeQuery,
  type NoticeState,
  type PreviewRow,
  selectNotices,
  selectPreviews,
} from './message-store.ts';

/** A message as lists show it. */
export type ListedMessage = NoticeListRow;
export type ListedPreview = PreviewRow;
export type MessageState = NoticeState;

/** Notices of the ledger, newest first. */
export async function listMessages(scope: PartnerScope, query: NoticeQuery): Promise<NoticeListRow[]> {
  return scope.transaction((tx) => selectNotices(tx, query));
}

/** What the last preview showed; with `text` only what that finds. */
export async function listPreviews(
  scope: PartnerScope,
  query: Pick<NoticeQuery, 'limit' | 'text'>,
): Promise<PreviewRow[]> {
  return scope.transaction((tx) => selectPreviews(tx, query));
}

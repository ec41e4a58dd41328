import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { InboxFields, InboxWord } from './inbox-item.ts';
import { type InboxSight, lockItems, markRead, restoreItemRow, updateItem } from './inbox-store.ts';

/** What a word did to one thing. */
export interface InboxItemChanged {
  readonly id: RowId;
  readonly label: string | null;
  readonly before: InboxFields;
  readonly after: InboxFields;
}

/** Says of things of one's own that they are done, open, or not for today. Those that are so already are left alone. */
export async function changeInbox(
  tx: PartnerTransaction,
  sight: InboxSight,
  change: { readonly ids: readonly RowId[]; readonly word: Exclude<InboxWord, { kind: 'read' | 'unread' }> },
  now: Temporal.Instant,
): Promise<InboxItemChanged[]> {
  const changed: InboxItemChanged[] = [];
  for (const { id, label, done, snoozedUntil } of await lockItems(tx, sight, change.ids)) {
    const before = { done, snoozedUntil };
    const after = fieldsAfter(before, change.word, now);
    if (after.done === before.done && after.snoozedUntil === before.snoozedUntil) continue;
    await updateItem(tx, id, after, now.toString());
    changed.push({ id, label, before, after });
  }
  return changed;
}

function fieldsAfter(
  before: InboxFields,
  word: Exclude<InboxWord, { kind: 'read' | 'unread' }>,
  now: Temporal.Instant,
): InboxFields {
  if (word.kind === 'snooze') return { done: null, snoozedUntil: word.until };
  if (word.kind === 'open') return { done: null, snoozedUntil: null };
  return before.done === null ? { ...before, done: now.toString() } : before;
}

/** Marks things as read, or as not read; without ids, everything that is open. Returns how many were otherwise. */
export function readInbox(
  tx: PartnerTransaction,
  sight: InboxSight,
  mark: { readonly ids: readonly RowId[] | null; readonly isRead: boolean },
  now: Temporal.Instant,
): Promise<number> {
  return markRead(tx, sight, { ids: mark.ids, at: mark.isRead ? now.toString() : null });
}

/** Takes a word back; false where the thing stands otherwise by now. */
export function restoreItem(
  tx: PartnerTransaction,
  step: { readonly id: RowId; readonly before: InboxFields; readonly after: InboxFields },
  person: string,
): Promise<boolean> {
  return restoreItemRow(tx, step.id, { person, before: step.before, after: step.after });
}

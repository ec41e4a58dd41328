import type { Context } from 'hono';
import type { UndoOffer } from '../../inventory/keep-undo.ts';
import type { Note } from '../../inventory/notes.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiEnv } from './api-context.ts';
import { type Recorded, recordUndoable } from './recorded.ts';

/** A note of the caller's own that was written or taken away. */
interface NoteChange {
  readonly subject: Recorded['subject'];
  readonly note: Note;
  readonly done: 'written' | 'taken-away';
}

/** Writes it to the audit log, and offers to take it back. */
export function recordNote(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  { subject, note, done }: NoteChange,
  now: Temporal.Instant,
): Promise<UndoOffer> {
  const { words } = note;
  const of = subject.kind === 'customer' ? 'customer' : 'order';
  return recordUndoable(tx, c, 'notes:write', {
    changes: [{ subject, ...(done === 'written' ? { after: { words } } : { before: { words } }) }],
    steps: [{ kind: 'note', id: subject.id, of, note: note.id, done }],
    now,
  });
}

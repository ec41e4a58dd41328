import type { Context } from 'hono';
import type { UndoOffer } from '../../inventory/keep-undo.ts';
import { readableWords } from '../../inventory/note-words.ts';
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
  const words = readableWords(note.words, note.mentions);
  return recordUndoable(tx, c, 'notes:write', {
    changes: [{ subject, ...(done === 'written' ? { after: { words } } : { before: { words } }) }],
    steps: [{ kind: 'note', id: subject.id, of: kindOf(subject), note: note.id, done }],
    now,
  });
}

/** The same for other words. */
export function recordNoteEdit(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  edit: { readonly subject: Recorded['subject']; readonly before: Note; readonly after: Note },
  now: Temporal.Instant,
): Promise<UndoOffer> {
  const { subject } = edit;
  const before = { words: readableWords(edit.before.words, edit.before.mentions) };
  const after = { words: readableWords(edit.after.words, edit.after.mentions) };
  return recordUndoable(tx, c, 'notes:write', {
    changes: [{ subject, before, after }],
    steps: [
      {
        ...{ kind: 'note-edited', id: subject.id, of: kindOf(subject), note: edit.after.id, before, after },
        words: { before: edit.before.words, after: edit.after.words },
        named: edit.before.mentions,
        editedBefore: edit.before.editedAt?.toString() ?? null,
      },
    ],
    now,
  });
}

function kindOf({ kind }: Recorded['subject']): 'order' | 'customer' {
  return kind === 'customer' ? 'customer' : 'order';
}

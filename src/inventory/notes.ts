import { Fault } from '../kernel/fault.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  insertNote,
  type NoteRow,
  type NoteSubject,
  removeNoteRow,
  restoreNoteRow,
  selectNotes,
} from './note-store.ts';
import type { UndoStep } from './undo-step.ts';

export type Note = NoteRow;
export type { NoteSubject };

/** What people have written about an order or a customer, newest first. */
export async function notesOf(tx: PartnerTransaction, subject: NoteSubject): Promise<Note[]> {
  return selectNotes(tx, subject);
}

export async function addNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly words: string; readonly person: string; readonly personName: string },
  now: Temporal.Instant,
): Promise<Note> {
  return insertNote(tx, subject, { ...note, at: now.toString() });
}

/** Takes one's own note away. Throws `not-found` for a note that is not there or is somebody else's. */
export async function removeNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly id: string; readonly person: string },
  now: Temporal.Instant,
): Promise<Note> {
  const removed = await removeNoteRow(tx, subject, { ...note, at: now.toString() });
  if (!removed) throw new Fault('not-found', 'there is no such note of yours', { code: 'no-note' });
  return removed;
}

/** Takes back what a person did to a note of their own; undefined where it stands otherwise by now. */
export async function takeNoteBack(
  tx: PartnerTransaction,
  step: Extract<UndoStep, { kind: 'note' }>,
  { person, now }: { readonly person: string; readonly now: Temporal.Instant },
): Promise<Note | undefined> {
  const subject = { kind: step.of, id: step.id };
  const note = { id: step.note, person };
  if (step.done === 'taken-away') return restoreNoteRow(tx, subject, note);
  return removeNoteRow(tx, subject, { ...note, at: now.toString() });
}

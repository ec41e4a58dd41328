import { Fault } from '../kernel/fault.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { insertNote, type NoteRow, type NoteSubject, removeNoteRow, selectNotes } from './note-store.ts';

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

import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  insertNote,
  type NoteRow,
  type NoteSubject,
  removeNoteRow,
  restoreNoteRow,
  selectNote,
  selectNotes,
  storeMentions,
  updateNoteWords,
} from './note-store.ts';
import { type Mention, mentionedIn } from './note-words.ts';
import type { UndoStep } from './undo-step.ts';

export type Note = NoteRow;
export type { NoteSubject };

interface Author {
  readonly person: string;
  readonly personName: string;
}

/** What people have written about an order or a customer, newest first. */
export async function notesOf(tx: PartnerTransaction, subject: NoteSubject): Promise<Note[]> {
  return selectNotes(tx, subject);
}

/** Adds a note. Throws `invalid` where it names an account that is none of `mayName`. */
export async function addNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: Author & { readonly words: string; readonly mayName: readonly Mention[] },
  now: Temporal.Instant,
): Promise<Note> {
  const { words, mayName, person, personName } = note;
  const named = namedIn(words, mayName);
  const at = now.toString();
  const id = await insertNote(tx, subject, { words, person, personName, at });
  if (named.length > 0) await storeMentions(tx, id, named, at);
  return (await selectNote(tx, subject, id))!;
}

/**
 * Gives one's own note other words; undefined where it has them already. Throws `not-found` for a note that is not
 * there or is somebody else's. It may go on naming whom it names.
 */
export async function editNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  edit: {
    readonly id: RowId;
    readonly person: string;
    readonly words: string;
    readonly mayName: readonly Mention[];
  },
  now: Temporal.Instant,
): Promise<{ readonly before: Note; readonly after: Note } | undefined> {
  const before = await selectNote(tx, subject, edit.id, true);
  if (!before || before.person !== edit.person) throw noNote();
  if (before.words === edit.words) return undefined;
  const named = namedIn(edit.words, [...edit.mayName, ...before.mentions]);
  await updateNoteWords(tx, edit.id, { words: edit.words, editedAt: now.toString() });
  await storeMentions(tx, edit.id, named, now.toString());
  return { before, after: (await selectNote(tx, subject, edit.id))! };
}

/** Takes one's own note away. Throws `not-found` for a note that is not there or is somebody else's. */
export async function removeNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly id: RowId; readonly person: string },
  now: Temporal.Instant,
): Promise<Note> {
  const before = await selectNote(tx, subject, note.id, true);
  if (!before || !(await removeNoteRow(tx, subject, { ...note, at: now.toString() }))) throw noNote();
  return before;
}

/** Takes back what a person did to a note of their own; false where it stands otherwise by now. */
export async function takeNoteBack(
  tx: PartnerTransaction,
  step: Extract<UndoStep, { kind: 'note' | 'note-edited' }>,
  { person, now }: { readonly person: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const subject = { kind: step.of, id: step.id };
  const note = { id: step.note, person };
  if (step.kind === 'note-edited') return restoreWords(tx, subject, { step, person, now });
  if (step.done === 'taken-away') return restoreNoteRow(tx, subject, note);
  return removeNoteRow(tx, subject, { ...note, at: now.toString() });
}

async function restoreWords(
  tx: PartnerTransaction,
  subject: NoteSubject,
  word: {
    readonly step: Extract<UndoStep, { kind: 'note-edited' }>;
    readonly person: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { step, person, now } = word;
  const kept = await selectNote(tx, subject, step.note, true);
  if (!kept || kept.person !== person || kept.words !== step.words.after) return false;
  await updateNoteWords(tx, step.note, { words: step.words.before, editedAt: step.editedBefore });
  await storeMentions(tx, step.note, step.named, now.toString());
  return true;
}

function namedIn(words: string, mayName: readonly Mention[]): Mention[] {
  return mentionedIn(words).map((person) => {
    const known = mayName.find((one) => one.person === person);
    if (known) return known;
    throw new Fault(
      'invalid',
      'this note names somebody who works here no longer or does not see this customer',
      { code: 'cannot-be-named' },
    );
  });
}

function noNote(): Fault {
  return new Fault('not-found', 'there is no such note of yours', { code: 'no-note' });
}

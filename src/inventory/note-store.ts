import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface NoteSubject {
  readonly kind: 'order' | 'customer';
  readonly id: RowId;
}

export interface NoteRow {
  readonly id: RowId;
  readonly words: string;
  readonly person: string;
  readonly personName: string;
  readonly at: Temporal.Instant;
}

/** Newest first, the first two hundred. */
export async function selectNotes(tx: PartnerTransaction, subject: NoteSubject): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select id, words, person, person_name as "personName", at from note
    where partner = ${tx.partner} and subject = ${subject.kind} and subject_id = ${subject.id}::bigint
      and removed_at is null
    order by id desc limit 200`.execute(tx.db);
  return rows;
}

export async function insertNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly words: string; readonly person: string; readonly personName: string; readonly at: string },
): Promise<NoteRow> {
  const { rows } = await sql<NoteRow>`
    insert into note (partner, subject, subject_id, person, person_name, words, at)
    values (${tx.partner}, ${subject.kind}, ${subject.id}::bigint, ${note.person}, ${note.personName}, ${note.words},
      ${note.at}::timestamptz)
    returning id, words, person, person_name as "personName", at`.execute(tx.db);
  return rows[0]!;
}

/** Brings a person's own note back; undefined where none of theirs was taken away. */
export async function restoreNoteRow(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly id: RowId; readonly person: string },
): Promise<NoteRow | undefined> {
  const { rows } = await sql<NoteRow>`
    update note set removed_at = null
    where partner = ${tx.partner} and id = ${note.id}::bigint and person = ${note.person}
      and subject = ${subject.kind} and subject_id = ${subject.id}::bigint and removed_at is not null
    returning id, words, person, person_name as "personName", at`.execute(tx.db);
  return rows[0];
}

/** Takes a person's own note away; undefined where there is none of theirs. */
export async function removeNoteRow(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly id: RowId; readonly person: string; readonly at: string },
): Promise<NoteRow | undefined> {
  const { rows } = await sql<NoteRow>`
    update note set removed_at = ${note.at}::timestamptz
    where partner = ${tx.partner} and id = ${note.id}::bigint and person = ${note.person}
      and subject = ${subject.kind} and subject_id = ${subject.id}::bigint and removed_at is null
    returning id, words, person, person_name as "personName", at`.execute(tx.db);
  return rows[0];
}

import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { Mention } from './note-words.ts';

export interface NoteSubject {
  readonly kind: 'order' | 'customer';
  readonly id: RowId;
}

export interface NoteRow {
  readonly id: RowId;
  /** As kept: `@[person]` for whom they name. */
  readonly words: string;
  readonly mentions: readonly Mention[];
  readonly person: string;
  readonly personName: string;
  readonly at: Temporal.Instant;
  readonly editedAt: Temporal.Instant | null;
}

const columns = sql`n.id, n.words, n.person, n.person_name as "personName", n.at, n.edited_at as "editedAt",
  coalesce((select json_agg(json_build_object('person', m.person, 'name', m.person_name) order by m.person)
    from note_mention m where m.partner = n.partner and m.note = n.id), '[]') as mentions`;

/** Newest first, the first two hundred. */
export async function selectNotes(tx: PartnerTransaction, subject: NoteSubject): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select ${columns} from note n
    where n.partner = ${tx.partner} and n.subject = ${subject.kind} and n.subject_id = ${subject.id}::bigint
      and n.removed_at is null
    order by n.id desc limit 200`.execute(tx.db);
  return rows;
}

/** One note that stands, whoever's it is; undefined for one that is not there. */
export async function selectNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  id: RowId,
  lock = false,
): Promise<NoteRow | undefined> {
  const { rows } = await sql<NoteRow>`
    select ${columns} from note n
    where n.partner = ${tx.partner} and n.id = ${id}::bigint and n.subject = ${subject.kind}
      and n.subject_id = ${subject.id}::bigint and n.removed_at is null
    ${lock ? sql`for update of n` : sql``}`.execute(tx.db);
  return rows[0];
}

export async function insertNote(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly words: string; readonly person: string; readonly personName: string; readonly at: string },
): Promise<RowId> {
  const { rows } = await sql<{ id: RowId }>`
    insert into note (partner, subject, subject_id, person, person_name, words, at)
    values (${tx.partner}, ${subject.kind}, ${subject.id}::bigint, ${note.person}, ${note.personName}, ${note.words},
      ${note.at}::timestamptz)
    returning id`.execute(tx.db);
  return rows[0]!.id;
}

export async function updateNoteWords(
  tx: PartnerTransaction,
  id: RowId,
  { words, editedAt }: { readonly words: string; readonly editedAt: string | null },
): Promise<void> {
  await sql`update note set words = ${words}, edited_at = ${editedAt}::timestamptz
    where partner = ${tx.partner} and id = ${id}::bigint`.execute(tx.db);
}

/** Makes the note name exactly these people; whoever it named already keeps the moment. */
export async function storeMentions(
  tx: PartnerTransaction,
  note: RowId,
  mentions: readonly Mention[],
  at: string,
): Promise<void> {
  const people = mentions.map(({ person }) => person);
  const names = mentions.map(({ name }) => name);
  await sql`delete from note_mention where partner = ${tx.partner} and note = ${note}::bigint
    and person <> all(${people}::text[])`.execute(tx.db);
  await sql`
    insert into note_mention (partner, note, person, person_name, at)
    select ${tx.partner}, ${note}::bigint, m.person, m.name, ${at}::timestamptz
    from unnest(${people}::text[], ${names}::text[]) as m (person, name)
    on conflict (partner, note, person) do nothing`.execute(tx.db);
}

/** Brings a person's own note back; whether one of theirs was taken away. */
export async function restoreNoteRow(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly id: RowId; readonly person: string },
): Promise<boolean> {
  const { rows } = await sql`
    update note set removed_at = null
    where partner = ${tx.partner} and id = ${note.id}::bigint and person = ${note.person}
      and subject = ${subject.kind} and subject_id = ${subject.id}::bigint and removed_at is not null
    returning id`.execute(tx.db);
  return rows.length > 0;
}

/** Takes a person's own note away; whether there is one of theirs. */
export async function removeNoteRow(
  tx: PartnerTransaction,
  subject: NoteSubject,
  note: { readonly id: RowId; readonly person: string; readonly at: string },
): Promise<boolean> {
  const { rows } = await sql`
    update note set removed_at = ${note.at}::timestamptz
    where partner = ${tx.partner} and id = ${note.id}::bigint and person = ${note.person}
      and subject = ${subject.kind} and subject_id = ${subject.id}::bigint and removed_at is null
    returning id`.execute(tx.db);
  return rows.length > 0;
}

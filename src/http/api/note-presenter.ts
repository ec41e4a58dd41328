import type { Note as NoteShown } from '../../../contract/notes.ts';
import { readableWords } from '../../inventory/note-words.ts';
import type { Note } from '../../inventory/notes.ts';

export function presentNote(
  { id, words, mentions, person, personName, at, editedAt }: Note,
  caller: { person: string },
): NoteShown {
  return {
    id,
    words: readableWords(words, mentions),
    source: words,
    mentions: [...mentions],
    by: personName,
    at: at.toString(),
    editedAt: editedAt?.toString() ?? null,
    mine: person === caller.person,
  };
}

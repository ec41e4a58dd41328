import type { Note as NoteShown } from '../../../contract/notes.ts';
import type { Note } from '../../inventory/notes.ts';

export function presentNote(
  { id, words, person, personName, at }: Note,
  caller: { person: string },
): NoteShown {
  return { id, words, by: personName, at: at.toString(), mine: person === caller.person };
}

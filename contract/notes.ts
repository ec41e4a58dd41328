import { z } from 'zod';
import { instant, rowId, undoOffer } from './list.ts';

export const note = z
  .object({ id: rowId, words: z.string(), by: z.string(), at: instant, mine: z.boolean() })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof note>;
/** The answer to a note that was written. */
export const writtenNote = note.extend(undoOffer).meta({ id: 'WrittenNote' });
export type WrittenNote = z.infer<typeof writtenNote>;

export const newNote = z.object({ words: z.string().trim().min(1).max(5000) });
export type NewNote = z.infer<typeof newNote>;

import { z } from 'zod';
import { instant, rowId } from './list.ts';

export const note = z
  .object({ id: rowId, words: z.string(), by: z.string(), at: instant, mine: z.boolean() })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof note>;

export const newNote = z.object({ words: z.string().trim().min(1).max(5000) });
export type NewNote = z.infer<typeof newNote>;

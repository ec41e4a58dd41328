import { z } from 'zod';
import { instant, rowId, undoOffer } from './list.ts';

export const note = z
  .object({
    id: rowId,
    /** As people read them: `@Luis Prieto`. */
    words: z.string(),
    /** As they are edited: `@[person]` for whom they name. */
    source: z.string(),
    mentions: z.array(z.object({ person: z.string(), name: z.string() })),
    by: z.string(),
    at: instant,
    editedAt: instant.nullable(),
    mine: z.boolean(),
  })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof note>;
/** The answer to a note that was written. */
export const writtenNote = note.extend(undoOffer).meta({ id: 'WrittenNote' });
export type WrittenNote = z.infer<typeof writtenNote>;

export const newNote = z.object({
  words: z
    .string()
    .trim()
    .min(1)
    .max(5000)
    .meta({ description: '`@[person]` names a colleague (GET /api/colleagues), who then hears of it' }),
});
export type NewNote = z.infer<typeof newNote>;

import { z } from 'zod';
import { rowId } from './list.ts';

export const searchKinds = ['customer', 'order', 'name', 'contact', 'message'] as const;

export const searchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(20).default(6).meta({ description: 'hits of each kind' }),
});

export const searchHit = z
  .object({
    kind: z.enum(searchKinds),
    /** Of the customer, order (also for a name), contact's customer, or message. */
    id: rowId,
    /** The line to show, and what stands beside it. */
    title: z.string(),
    detail: z.string().nullable(),
    /** Nothing is called what was typed: this is like it. */
    similar: z.boolean(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;
export const searchAnswer = z.object({ hits: z.array(searchHit) });
export type SearchAnswer = z.infer<typeof searchAnswer>;

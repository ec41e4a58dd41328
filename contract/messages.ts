import { z } from 'zod';
import { instant, listOf, pageQuery, rowId } from './list.ts';

export const messageStates = [
  'waiting',
  'claimed',
  'attempted',
  'submitted',
  'delivered',
  'bounced',
  'failed',
  'uncertain',
  'withdrawn',
  'preview',
] as const;

export const messagesQuery = z.object({
  state: z.enum(messageStates).optional(),
  customer: rowId.optional(),
  order: rowId.optional(),
  /** The run that planned it. */
  run: rowId.optional(),
  text: z.string().trim().min(1).max(200).optional(),
  /** Planned on or after, and before, these days. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  ...pageQuery,
});
export type MessagesQuery = z.infer<typeof messagesQuery>;

export const messageRow = z
  .object({
    /** A preview's id begins with `p`. */
    id: z.string(),
    state: z.enum(messageStates),
    address: z.string(),
    contact: z.string().nullable(),
    customer: z.string().nullable(),
    subject: z.string().nullable(),
    /** The name on the first of its orders, while it has no subject yet. */
    about: z.string().optional(),
    channel: z.string(),
    stage: z.number().int(),
    orders: z.number().int(),
    plannedAt: instant,
    notBefore: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'MessageRow' });
export type MessageRow = z.infer<typeof messageRow>;
export const messagesPage = listOf(messageRow);

export const messageView = z
  .object({
    id: z.string(),
    state: z.enum(messageStates),
    /** Whether what is shown is what was handed over, byte for byte. */
    asSubmitted: z.boolean(),
    to: z.string(),
    subject: z.string(),
    stage: z.number().int(),
    purpose: z.string(),
    plannedAt: instant,
    text: z.string(),
    /** It names amounts, and the caller may not see prices: they are left out, and so are the links to order pages. */
    pricesHidden: z.boolean(),
    /** Whether /eml gives the caller the bytes. */
    hasBytes: z.boolean(),
    deliveries: z.array(
      z.object({
        /** Null for a preview. */
        order: rowId.nullable(),
        number: z.string().nullable(),
        clock: z.string(),
        stage: z.number().int(),
        /** Why it dropped out, in the caller's language. */
        droppedBy: z.string().nullable(),
      }),
    ),
    events: z.array(z.object({ at: instant, words: z.string() })),
  })
  .meta({ id: 'Message' });
export type MessageView = z.infer<typeof messageView>;

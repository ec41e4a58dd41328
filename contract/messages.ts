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

/** Which messages. */
export const messagesFilter = z.object({
  state: z.enum(messageStates).optional(),
  customer: rowId.optional(),
  order: rowId.optional(),
  /** The run that planned it. */
  run: rowId.optional(),
  /** Days before the end. */
  stage: z.coerce.number().int().min(-400).max(400).optional(),
  /** Did not arrive, or perhaps did not, and nobody has taken care of it. */
  attention: z.enum(['yes']).optional(),
  /** A person, a company, an address, an order's number, a host name: part of the former, the beginning of the latter. */
  text: z.string().trim().min(1).max(200).optional(),
  /** Planned on these days, the first and the last included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
});
export const messagesQuery = messagesFilter.extend(pageQuery);
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
    /** It says another one again, at a person's request. */
    isResend: z.boolean(),
    /** Did not arrive, and somebody has taken care of it. */
    isSeen: z.boolean(),
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
    events: z.array(
      z.object({
        at: instant,
        words: z.string(),
        /** The mail server's own words, and what they mean. */
        said: z.string().nullable(),
        means: z.string().nullable(),
      }),
    ),
    customer: z.object({ id: rowId, name: z.string() }).nullable(),
    /** What the caller may do about it now. */
    actions: z.array(z.enum(['resend', 'try-again', 'repeat', 'see', 'unsee'])),
    /** At whose request it was made, and why. */
    asked: z.object({ by: z.string().nullable(), why: z.string().nullable() }).nullable(),
    seen: z.object({ at: instant, by: z.string().nullable() }).nullable(),
    /** The first message and those that say it again. */
    family: z.array(
      z.object({
        id: rowId,
        isFirst: z.boolean(),
        address: z.string(),
        state: z.enum(messageStates),
        at: instant,
      }),
    ),
  })
  .meta({ id: 'Message' });
export type MessageView = z.infer<typeof messageView>;

/** Who a message may be sent to again: the contacts of its customer. */
export const resendChoices = z
  .object({
    /** Why nothing can be sent again at all; null: it can. */
    why: z.string().nullable(),
    contacts: z.array(
      z.object({
        id: rowId,
        name: z.string().nullable(),
        address: z.string(),
        isSame: z.boolean(),
        /** Why not to this one; null: nothing stands against it. */
        why: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'ResendChoices' });
export type ResendChoices = z.infer<typeof resendChoices>;

export const resendWish = z.strictObject({
  /** Null: the same contact, at the address that they have now. */
  contact: rowId.nullable().default(null),
  reason: z.string().trim().min(1).max(500),
});
export type ResendWish = z.infer<typeof resendWish>;

export const resent = z
  .object({
    message: rowId,
    address: z.string(),
    /** False: the same was asked for within ten minutes, and this is what was made of it. */
    isNew: z.boolean(),
  })
  .meta({ id: 'Resent' });
export type ResentShown = z.infer<typeof resent>;

export const seenWish = z.strictObject({
  messages: z.array(rowId).min(1).max(200),
  seen: z.boolean(),
});

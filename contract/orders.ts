import { z } from 'zod';
import { contact } from './contacts.ts';
import { renewedKind } from './expiring.ts';
import { instant, isoDay, listOf, money, pageQuery, rowId } from './list.ts';
import { messageRow } from './messages.ts';
import { note } from './notes.ts';

export const orderStatuses = ['pending', 'issued', 'revoked', 'canceled', 'rejected'] as const;
export const orderSorts = ['-ordered', 'ordered', 'number', '-number', 'ends', '-ends'] as const;

export const orderOutcomes = ['renewed', 'promised', 'silent', 'lost'] as const;

export const ordersQuery = z.object({
  status: z.enum(orderStatuses).optional(),
  product: z.string().max(200).optional(),
  authority: z.string().max(100).optional(),
  owner: z.string().max(200).optional().meta({ description: 'owner as the row shows it, or `none`' }),
  customer: rowId.optional(),
  notices: z.enum(['on', 'off']).optional(),
  renewed: renewedKind.optional(),
  requested: z.enum(['yes', 'no']).optional(),
  /** The coverage's last day, both included. */
  endsFrom: isoDay.optional(),
  endsUntil: isoDay.optional(),
  outcome: z.enum(orderOutcomes).optional().meta({
    description:
      'what became of the coverage of an issued order: renewed, promised (a request is open), silent (still running), lost',
  }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .meta({ description: 'priced in it; only for those who may see prices' }),
  text: z.string().trim().min(1).max(200).optional(),
  sort: z.enum(orderSorts).default('-ordered'),
  ...pageQuery,
});
export type OrdersQuery = z.infer<typeof ordersQuery>;

export const orderRow = z
  .object({
    id: rowId,
    number: z.string(),
    authority: z.string(),
    authorityName: z.string(),
    status: z.enum(orderStatuses),
    commonName: z.string().nullable(),
    moreNames: z.number().int(),
    product: z.string().nullable(),
    customer: z.object({ id: rowId, name: z.string(), account: z.string().nullable() }),
    owner: z.string().nullable(),
    orderedOn: isoDay.nullable(),
    coversFrom: isoDay.nullable(),
    coversUntil: isoDay.nullable(),
    renewed: renewedKind,
    requestedAt: instant.nullable(),
    noticesOn: z.boolean(),
    price: money.nullable(),
  })
  .meta({ id: 'OrderRow' });
export type OrderRow = z.infer<typeof orderRow>;
export const ordersPage = listOf(orderRow);

/** One word in the life of a clock: a stage that was decided, or one to come. */
export const timelineTouch = z
  .object({
    /** Days before the end; negative: after it. */
    stage: z.number().int(),
    channel: z.string(),
    state: z.enum(['due', 'held', 'suppressed', 'planned']),
    /** When it was decided, or when it opens. */
    at: instant,
    /** Held: until when. */
    until: instant.nullable(),
    /** The reason, in the caller's language. */
    why: z.string(),
    /** The stage itself, in the caller's language: "60 days before the end". */
    stageWords: z.string(),
    /** The message that carried it. */
    message: rowId.nullable(),
    messageState: z.string().nullable(),
  })
  .meta({ id: 'TimelineTouch' });
export type TimelineTouch = z.infer<typeof timelineTouch>;

export const clockShown = z
  .object({
    id: rowId,
    kind: z.string(),
    beginsOn: isoDay,
    endsOn: isoDay,
    endsAt: instant,
    daysLeft: z.number().int(),
    shareLeft: z.number(),
    /** When stages open and close under the present cadence. */
    stages: z.array(
      z.object({ stage: z.number().int(), opens: instant, closes: instant, words: z.string() }),
    ),
    /** Past first, then to come. */
    touches: z.array(timelineTouch),
    /** Why the clock as a whole is silent; null: it speaks. */
    silent: z.string().nullable(),
  })
  .meta({ id: 'Clock' });
export type ClockShown = z.infer<typeof clockShown>;

export const certificateShown = z
  .object({
    id: rowId,
    serial: z.string().nullable(),
    fingerprint: z.string().nullable(),
    commonName: z.string().nullable(),
    names: z.array(z.string()),
    validFrom: isoDay.nullable(),
    validUntil: isoDay.nullable(),
    replacedAt: instant.nullable(),
  })
  .meta({ id: 'Certificate' });

export const orderRequest = z
  .object({
    id: rowId,
    /** What was wished or said: renew; renewed elsewhere; declined. */
    answer: z.enum(['renew', 'renewed-elsewhere', 'declined']),
    /** How it came: same, talk-first (the customer's page), by-hand. */
    how: z.string(),
    at: instant,
    /** Null: the customer, through a link. */
    by: z.string().nullable(),
    note: z.string().nullable(),
    state: z.enum(['open', 'renewed', 'renewed-elsewhere', 'declined']),
    /** Open: whether it keeps the touches of the order silent. */
    silent: z.boolean(),
    /** Who has taken it, and when they look at it again. */
    owner: z.string().nullable(),
    nextOn: isoDay.nullable(),
    /** The order that carried it out. */
    newNumber: z.string().nullable(),
  })
  .meta({ id: 'OrderRequest' });
export type OrderRequest = z.infer<typeof orderRequest>;

/** Everything that the quick view shows. */
export const orderView = z
  .object({
    ...orderRow.shape,
    names: z.array(z.string()),
    holder: z.string().nullable(),
    term: z.string().nullable(),
    serverCount: z.number().int().nullable(),
    /** The order's own remark, as the inventory has it. */
    remark: z.string().nullable(),
    /** The order's own owner; `owner` falls back to the customer's. */
    ownOwner: z.string().nullable(),
    customerNoticesOn: z.boolean(),
    /** The customer's own wish to hear nothing about it. */
    mutedAt: instant.nullable(),
    mutedReason: z.string().nullable(),
    automationOn: z.boolean(),
    renewalOf: z.string().nullable(),
    renewedBy: z.string().nullable(),
    /** What the answer to "renewed?" rests on, as a sentence. */
    renewedWords: z.string().nullable(),
    successors: z.array(z.object({ id: rowId.nullable(), number: z.string() })),
    contact: rowId.nullable(),
    request: orderRequest.nullable(),
    certificates: z.array(certificateShown),
    clocks: z.array(clockShown),
    contacts: z.array(contact.extend({ parts: z.array(z.string()), disowned: z.boolean() })),
    messages: z.array(messageRow),
    notes: z.array(note),
    etag: z.string(),
  })
  .meta({ id: 'Order' });
export type OrderView = z.infer<typeof orderView>;

export const orderChange = z
  .object({
    noticesOn: z.boolean(),
    owner: z.string().trim().min(1).max(200).nullable(),
    contact: rowId.nullable(),
    remark: z.string().trim().max(5000).nullable(),
  })
  .partial();
export type OrderChange = z.infer<typeof orderChange>;

export const newRequest = z.object({
  answer: z.enum(['renew', 'renewed-elsewhere', 'declined']).default('renew'),
  note: z.string().trim().max(5000).nullable().default(null),
  /** When it was said; now without it. */
  at: z.iso.datetime({ offset: true }).optional(),
});
export type NewRequest = z.infer<typeof newRequest>;

import { z } from 'zod';
import { renewedKind } from './expiring.ts';
import { instant, isoDay, listOf, money, pageQuery, rowId, undoable } from './list.ts';

/** `withdrawn`: taken back by whoever asked, as if it had not been said. */
export const requestStates = ['open', 'renewed', 'renewed-elsewhere', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

export const declineReasons = [
  'price',
  'other-provider',
  'not-needed',
  'site-closed',
  'merged',
  'no-answer',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** `due`: by the next date, or, where nobody has set one, the day it was asked. */
export const requestSorts = ['due', '-due', 'asked', '-asked', 'ends', '-ends'] as const;

export const requestFilter = z.object({
  state: z.enum([...requestStates, 'all']).default('open'),
  owner: z.string().max(200).optional().meta({ description: 'who has taken it, or `none`' }),
  /** The next date: passed; today or passed; within seven days; not set. */
  due: z.enum(['overdue', 'today', 'week', 'none']).optional(),
  from: z.enum(['customer', 'colleague']).optional(),
  reason: z.enum(declineReasons).optional(),
  customer: rowId.optional(),
  text: z.string().trim().min(1).max(200).optional(),
});
export type RequestFilter = z.infer<typeof requestFilter>;

export const requestsQuery = requestFilter.extend({
  sort: z.enum(requestSorts).default('due'),
  ...pageQuery,
});

export const requestRow = z
  .object({
    id: rowId,
    state: z.enum(requestStates),
    order: z.object({
      id: rowId,
      number: z.string(),
      authorityName: z.string(),
      commonName: z.string().nullable(),
      moreNames: z.number().int(),
      product: z.string().nullable(),
      coversFrom: isoDay.nullable(),
      coversUntil: isoDay.nullable(),
      owner: z.string().nullable(),
      renewed: renewedKind,
    }),
    customer: z.object({ id: rowId, name: z.string(), account: z.string().nullable() }),
    /** How it came: same, talk-first (the customer's page), by-hand. */
    how: z.string(),
    askedAt: instant,
    /** Null: the customer, through a link. */
    askedBy: z.string().nullable(),
    /** Who has taken it. */
    owner: z.string().nullable(),
    nextOn: isoDay.nullable(),
    /** Open, and its next date has passed. */
    overdue: z.boolean(),
    note: z.string().nullable(),
    /** Declined: why. */
    reason: z.enum(declineReasons).nullable(),
    /** The order that carried it out; without an id it is not in the inventory yet. */
    newOrder: z.object({ id: rowId.nullable(), number: z.string() }).nullable(),
    /** Whether it keeps the notices of its order silent. */
    silent: z.boolean(),
    closedAt: instant.nullable(),
    /** Null while open, and where a newer order in the inventory has closed it. */
    closedBy: z.string().nullable(),
    price: money.nullable(),
  })
  .meta({ id: 'RequestRow' });
export type RequestRow = z.infer<typeof requestRow>;
export const requestsPage = listOf(requestRow);

/** What happened to a request. `kind` is open: asked, owner, next, note, renewed, declined, reopened, undone … */
export const requestEvent = z
  .object({
    at: instant,
    kind: z.string(),
    /** Null: the customer. */
    by: z.string().nullable(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RequestEvent' });
export type RequestEvent = z.infer<typeof requestEvent>;

export const requestView = requestRow
  .extend({
    /** Oldest first. */
    events: z.array(requestEvent),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof requestView>;

export const requestCounts = z.object({
  states: z.record(z.enum(requestStates), z.number().int()),
  /** Of the open ones. */
  overdue: z.number().int(),
  today: z.number().int(),
  unowned: z.number().int(),
});
export type RequestCounts = z.infer<typeof requestCounts>;

const words = z.string().trim().max(5000).nullable();
const person = z.string().trim().min(1).max(200);

/** One change to one or many requests. What leaves nothing changed, or is not open to it, is counted in `leftOut`. */
export const requestChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('take') }),
  z.object({ kind: z.literal('assign'), owner: person.nullable() }),
  z.object({ kind: z.literal('next'), on: isoDay.nullable() }),
  z.object({ kind: z.literal('note'), note: words }),
  /** Closed: renewed here. `number`: the new order, for one request only. */
  z.object({
    kind: z.literal('renewed'),
    number: z.string().trim().min(1).max(100).nullable().default(null),
    note: words.optional(),
  }),
  z.object({ kind: z.literal('renewed-elsewhere'), note: words.optional() }),
  z.object({ kind: z.literal('declined'), reason: z.enum(declineReasons), note: words.optional() }),
  /** The touches of the order go on, unless `silent`. */
  z.object({ kind: z.literal('reopen'), silent: z.boolean().default(false) }),
  /** Whether an open request keeps the touches of its order silent. */
  z.object({ kind: z.literal('silence'), on: z.boolean() }),
  z.object({ kind: z.literal('withdraw') }),
]);
export type RequestChange = z.infer<typeof requestChange>;

export const requestChanges = z.object({
  requests: z.array(rowId).min(1).max(1000),
  change: requestChange,
});
export type RequestChanges = z.infer<typeof requestChanges>;

export const requestsChanged = undoable.extend({ leftOut: z.number().int() });
export type RequestsChanged = z.infer<typeof requestsChanged>;

import { z } from 'zod';
import { instant, isoDay, listOf, money, pageQuery, rowId } from './list.ts';

/** By nearness, as days left to the last day in force: lapsed −7…−1, then 0…7, 8…30, 31…60, 61…90. */
export const expiringGroups = ['lapsed', '7', '30', '60', '90'] as const;
export const expiringGroup = z.enum(expiringGroups);
export type ExpiringGroup = (typeof expiringGroups)[number];

export const expiringSorts = ['expiry', '-expiry', 'customer', '-customer', 'product', '-product'] as const;

/** Which clocks. A repeated filter is an error; `none` for owner asks for orders that nobody looks after. */
const filters = {
  group: expiringGroup.optional(),
  from: z.coerce.number().int().min(-400).max(800).optional().meta({ description: 'days left, first' }),
  to: z.coerce.number().int().min(-400).max(800).optional().meta({ description: 'days left, last' }),
  notices: z.enum(['on', 'off']).optional(),
  product: z.string().max(200).optional().meta({ description: 'product name as the row shows it' }),
  authority: z.string().max(100).optional(),
  owner: z.string().max(200).optional().meta({ description: 'owner as the row shows it, or `none`' }),
  customer: rowId.optional(),
  kind: z.string().max(40).optional().meta({ description: 'coverage or certificate' }),
  renewed: z
    .enum(['open', 'no', 'perhaps', 'partly', 'renewed', 'all'])
    .default('open')
    .meta({ description: 'the answer to "renewed?"; open: everything but renewed' }),
  requested: z.enum(['yes', 'no']).optional().meta({ description: 'a renewal request is open' }),
  next: z
    .enum(['today'])
    .optional()
    .meta({ description: 'today: the planner looks at it before the day is over' }),
  text: z.string().trim().min(1).max(200).optional(),
};

export const expiringFilter = z.object(filters);
export type ExpiringFilter = z.infer<typeof expiringFilter>;

/** Rows chosen by hand, by `clock`. */
export const chosenClocks = z
  .string()
  .regex(/^\d{1,18}(,\d{1,18})*$/, 'row ids with commas between them')
  .max(12_000)
  .optional()
  .meta({ description: 'only these rows of the list, by their `clock`: `12,15,99`' });

export const expiringQuery = z.object({
  ...filters,
  sort: z.enum(expiringSorts).default('expiry'),
  ...pageQuery,
});
export type ExpiringQuery = z.infer<typeof expiringQuery>;

export const renewedKind = z.enum(['no', 'perhaps', 'partly', 'renewed']);

export const expiringRow = z
  .object({
    /** The row's own id: one order can stand here with two clocks. */
    clock: rowId,
    kind: z.string(),
    order: rowId,
    number: z.string(),
    /** Its code, `digicert`, by which to filter; and its name, `DigiCert`. */
    authority: z.string(),
    authorityName: z.string(),
    /** As people read it (U-labels). */
    commonName: z.string().nullable(),
    moreNames: z.number().int(),
    product: z.string().nullable(),
    /** As sold, an ISO duration. */
    term: z.string().nullable(),
    beginsOn: isoDay,
    endsOn: isoDay,
    /** The first instant in which it is no longer in force. */
    endsAt: instant,
    /** 0 is today; negative has ended. */
    daysLeft: z.number().int(),
    shareLeft: z.number(),
    group: expiringGroup.nullable(),
    customer: z.object({ id: rowId, name: z.string(), account: z.string().nullable() }),
    holder: z.string().nullable(),
    owner: z.string().nullable(),
    renewed: renewedKind,
    /** Since when a renewal request is open. */
    requestedAt: instant.nullable(),
    /** The order's own switch. */
    noticesOn: z.boolean(),
    /** Whether notices really go: also the customer's switch, and the customer's own wish. */
    noticesGo: z.boolean(),
    lastNotice: z.object({ message: rowId, at: instant, stage: z.number().int() }).nullable(),
    /** When the next stage opens, or until when the present one is held. */
    nextNotice: z
      .object({ at: instant, stage: z.number().int(), state: z.enum(['planned', 'held', 'due']) })
      .nullable(),
    /** Why nothing goes, or not now; in the caller's language. */
    why: z.string().nullable(),
    /** Null also for whoever may not see prices. */
    price: money.nullable(),
  })
  .meta({ id: 'ExpiringRow' });
export type ExpiringRow = z.infer<typeof expiringRow>;

export const expiringPage = listOf(expiringRow).extend({
  /** The day from which days left are counted. */
  asOf: isoDay,
});
export type ExpiringPage = z.infer<typeof expiringPage>;

/** How many rows each group has under a filter; `exact` is false where there are more than were counted. */
export const expiringCounts = z.object({
  asOf: isoDay,
  groups: z.record(expiringGroup, z.object({ count: z.number().int(), exact: z.boolean() })),
});
export type ExpiringCounts = z.infer<typeof expiringCounts>;

/** The values there are to filter by, by the alphabet. */
export const expiringFacets = z.object({
  products: z.array(z.string()),
  authorities: z.array(z.object({ code: z.string(), name: z.string() })),
  owners: z.array(z.string()),
});
export type ExpiringFacets = z.infer<typeof expiringFacets>;

const chosen = { orders: z.array(rowId).min(1).max(1000) };
export const expiringBulk = z.discriminatedUnion('action', [
  z.object({ action: z.literal('switch-notices'), ...chosen, on: z.boolean() }),
  z.object({
    action: z.literal('assign-owner'),
    ...chosen,
    owner: z.string().trim().min(1).max(200).nullable(),
  }),
  z.object({ action: z.literal('send-now'), ...chosen }),
]);
export type ExpiringBulk = z.infer<typeof expiringBulk>;

/**
 * `changed` counts orders. For `send-now`: how many clocks were decided, how many messages were made of them, and how
 * many orders stay silent and why, in the caller's language.
 */
export const expiringBulkAnswer = z.object({
  changed: z.number().int(),
  undo: z.string().nullable(),
  undoUntil: instant.nullable(),
  sent: z
    .object({
      messages: z.number().int(),
      silent: z.array(z.object({ why: z.string(), orders: z.array(rowId) })),
    })
    .optional(),
});
export type ExpiringBulkAnswer = z.infer<typeof expiringBulkAnswer>;

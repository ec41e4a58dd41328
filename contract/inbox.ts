import { z } from 'zod';
import { instant, isoDay, listOf, pageQuery, rowId, yesNo } from './list.ts';

export const inboxKinds = [
  'mentioned',
  'request',
  'request-day',
  'lapsing',
  'failed-notice',
  'perhaps',
  'held-run',
  'approve-day',
  'import-failed',
] as const;
export type InboxKind = (typeof inboxKinds)[number];

export const inboxQuery = z.object({
  state: z.enum(['open', 'snoozed', 'done']).default('open'),
  kind: z.enum(inboxKinds).optional(),
  unread: yesNo.optional(),
  ...pageQuery,
});

/** One thing that waits for the caller. It goes by itself when its cause is gone. */
export const inboxItem = z
  .object({
    id: rowId,
    kind: z.enum(inboxKinds),
    /** What it leads to: a note, a request, a message, a run, a day, an upload. */
    ref: z.string(),
    /** Since when it waits. */
    at: instant,
    /** By when something is lost. */
    dueAt: instant.nullable(),
    read: z.boolean(),
    doneAt: instant.nullable(),
    /** Not shown before that day. */
    snoozedUntil: isoDay.nullable(),
    customer: z.object({ id: rowId, name: z.string() }).nullable(),
    order: z.object({ id: rowId, number: z.string(), commonName: z.string().nullable() }).nullable(),
    /** Who wrote the note or noted the request; null: the customer. */
    by: z.string().nullable(),
    /** The note's. */
    words: z.string().nullable(),
    /** The request's next date. */
    nextOn: isoDay.nullable(),
    /** How many messages the run has. */
    messages: z.number().int().nullable(),
    /** The name of the file that failed. */
    file: z.string().nullable(),
    /** What became of the message. */
    state: z.enum(['failed', 'uncertain', 'bounced']).nullable(),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.infer<typeof inboxItem>;
export const inboxPage = listOf(inboxItem);

export const inboxCount = z.object({ open: z.number().int(), unread: z.number().int() });
export type InboxCount = z.infer<typeof inboxCount>;

const items = z.array(rowId).min(1).max(200);
export const inboxChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), items }),
  z.object({ kind: z.literal('open'), items }),
  z.object({ kind: z.literal('snooze'), items, until: isoDay }),
  z.object({
    kind: z.literal('read'),
    items: items.nullable().meta({ description: 'null: all that are open' }),
  }),
  z.object({ kind: z.literal('unread'), items }),
]);
export type InboxChange = z.infer<typeof inboxChange>;

export const inboxPreference = z.object({
  digestOn: z.boolean(),
  /** From which hour of the person's own day on. */
  digestHour: z.number().int().min(0).max(23),
});
export const inboxPreferenceShown = inboxPreference.extend({
  /** Whose hours those are: the person's zone, else the partner's. */
  timeZone: z.string(),
  /** False while mail does not leave this installation. */
  mailLeaves: z.boolean(),
});
export type InboxPreferenceShown = z.infer<typeof inboxPreferenceShown>;

export const colleaguesQuery = z.object({
  customer: rowId.optional().meta({ description: 'only those who see this customer' }),
});
export const colleagues = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      isSelf: z.boolean(),
      /** How they stand as an owner. */
      owner: z.string(),
    }),
  ),
});
export type Colleagues = z.infer<typeof colleagues>;
export type ColleagueRow = Colleagues['rows'][number];

/** The owners' names in use, and whose accounts they are: none for a name that came with a file. */
export const owners = z.object({
  rows: z.array(z.object({ name: z.string(), people: z.array(z.string()) })),
});
export type Owners = z.infer<typeof owners>;

import { z } from 'zod';
import { instant, listOf, pageQuery, rowId } from './list.ts';

export const runStates = ['planning', 'held', 'released', 'stopped', 'discarded'] as const;

/** One look of the planner and the messages that came of it. */
export const sendingRun = z
  .object({
    id: rowId,
    asOf: instant,
    state: z.enum(runStates),
    planned: z.number().int(),
    counts: z.object({
      waiting: z.number().int(),
      /** Taken by a process that sends. */
      claimed: z.number().int(),
      /** Being handed to the mail server. */
      attempted: z.number().int(),
      submitted: z.number().int(),
      failed: z.number().int(),
      uncertain: z.number().int(),
      withdrawn: z.number().int(),
    }),
    /** What has not left. */
    left: z.number().int(),
    /** Made by a person's click and not by the calendar of notices. */
    byHand: z.boolean(),
    /** Why it waits for a person: so many would have passed without a question. */
    unusual: z.object({ usual: z.number(), mostUnasked: z.number() }).nullable(),
    /** What a person said last about it. */
    word: z.object({ at: instant, by: z.string().nullable(), note: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'SendingRun' });
export type SendingRun = z.infer<typeof sendingRun>;
export const sendingRunsQuery = z.object(pageQuery);
export const sendingRunsPage = listOf(sendingRun);

export const sendingState = z
  .object({
    asOf: instant,
    on: z.boolean(),
    changedAt: instant.nullable(),
    /** Processes that send. */
    workers: z.object({ alive: z.number().int(), lastBeat: instant.nullable() }),
    /** Messages of released runs that are to go: now, and altogether. */
    waiting: z.object({ now: z.number().int(), all: z.number().int() }),
    /** Runs that wait for a person, are stopped, or still have something to send; newest first. */
    runs: z.array(sendingRun),
  })
  .meta({ id: 'SendingState' });
export type SendingState = z.infer<typeof sendingState>;

const counted = z.object({ words: z.string(), count: z.number().int() });
const shownRecipient = z.object({
  /** For /messages/{id}; a preview's begins with `p`. */
  id: z.string(),
  address: z.string(),
  contact: z.string().nullable(),
  customer: z.string().nullable(),
  stage: z.number().int(),
  orders: z.number().int(),
});

/** What would leave if sending were switched on at this moment. */
export const sendingOutlook = z
  .object({
    asOf: instant,
    /** Messages that the planner would make now. */
    messages: z.number().int(),
    /** Messages that were made before and would leave at once. */
    waiting: z.number().int(),
    held: z.array(counted),
    suppressed: z.array(counted),
    /** Set where so many at once would wait for a person before the first one left. */
    unusual: z.object({ usual: z.number(), mostUnasked: z.number() }).nullable(),
    first: z.array(shownRecipient),
    shares: z.array(z.object({ stage: z.number().int(), count: z.number().int() })),
  })
  .meta({ id: 'SendingOutlook' });
export type SendingOutlook = z.infer<typeof sendingOutlook>;

export const sendingSwitch = z.object({ on: z.boolean() });

/** What is in a run. */
export const runContents = z
  .object({
    run: sendingRun,
    shares: z.array(
      z.object({
        stage: z.number().int(),
        purpose: z.string(),
        template: z.string(),
        locale: z.string(),
        count: z.number().int(),
      }),
    ),
    first: z.array(shownRecipient),
  })
  .meta({ id: 'RunContents' });
export type RunContents = z.infer<typeof runContents>;

const note = z.string().trim().max(500);
export const runWord = z.object({ note: note.optional() });
export const discardWord = z.object({
  /** Why; for colleagues. */
  note: note.min(1),
  /** `again`: the stages are decided anew; `silent`: they are passed over. */
  afterwards: z.enum(['again', 'silent']),
});
export type DiscardWord = z.infer<typeof discardWord>;

export const changedRun = z.object({
  run: sendingRun,
  /** For POST /api/undo/{token}. */
  undo: z.string().nullable(),
  undoUntil: instant.nullable(),
});
export type ChangedRun = z.infer<typeof changedRun>;

import { z } from 'zod';
import { instant, isoDay, listOf, pageQuery, rowId, undoable } from './list.ts';

export const planStates = ['due', 'held', 'suppressed'] as const;
export const planState = z.enum(planStates);
export type PlanState = z.infer<typeof planState>;

const filters = {
  from: isoDay.optional().meta({ description: 'first day; today without it' }),
  until: isoDay.optional().meta({ description: 'last day' }),
  state: planState.optional(),
  customer: rowId.optional(),
  owner: z.string().max(200).optional().meta({ description: 'owner as the row shows it, or `none`' }),
  stage: z.coerce.number().int().min(-400).max(400).optional(),
  kind: z.string().max(40).optional().meta({ description: 'coverage or certificate' }),
  channel: z.string().max(40).optional(),
  template: z.string().max(100).optional(),
  language: z.string().max(20).optional().meta({ description: 'locale of the text, es-ES' }),
  reason: z.string().max(60).optional().meta({ description: 'a reason’s code' }),
};
export const planFilter = z.object(filters);
export type PlanFilter = z.infer<typeof planFilter>;
export const planQuery = z.object({ ...filters, ...pageQuery });

/** One touch on one day: `clock.stage.channel.day`. */
export const planLineId = z.string().regex(/^\d{1,18}\.-?\d{1,3}\.[a-z-]{1,40}\.\d{4}-\d{2}-\d{2}$/);

export const planRow = z
  .object({
    id: planLineId,
    day: isoDay,
    at: instant,
    clock: rowId,
    kind: z.string(),
    order: rowId,
    number: z.string(),
    commonName: z.string().nullable(),
    endsOn: isoDay.nullable(),
    customer: z.object({ id: rowId, name: z.string() }),
    owner: z.string().nullable(),
    stage: z.number().int(),
    channel: z.string(),
    state: planState,
    reason: z.string(),
    /** The reason in the caller's language. */
    why: z.string(),
    /** For held: when it is looked at again. */
    until: instant.nullable(),
    template: z.string(),
    language: z.string(),
    /** Who gets it first; null unless due. */
    to: z.object({ contact: rowId, name: z.string().nullable(), address: z.string() }).nullable(),
    /** How many further people get it. */
    others: z.number().int(),
  })
  .meta({ id: 'PlanRow' });
export type PlanRow = z.infer<typeof planRow>;
export const planPage = listOf(planRow);

/** How fresh the plan is. */
export const planStanding = z
  .object({
    /** The day for which it was made whole; null: it has not been made yet. */
    day: isoDay.nullable(),
    /** Its last day. */
    until: isoDay.nullable(),
    madeAt: instant.nullable(),
    refreshedAt: instant.nullable(),
    /** Customers that are done, while it is made anew. */
    making: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
    /** Something has become known that is not in it yet. */
    stale: z.boolean(),
    sendingOn: z.boolean(),
    today: isoDay,
  })
  .meta({ id: 'PlanStanding' });
export type PlanStanding = z.infer<typeof planStanding>;

export const planApproval = z
  .object({
    /** Whether this partner's days wait for somebody's word. */
    needed: z.boolean(),
    /** So many per cent more messages than were approved still go. */
    tolerance: z.number().int(),
    approved: z
      .object({ by: z.string(), at: instant, messages: z.number().int(), note: z.string() })
      .nullable(),
  })
  .meta({ id: 'PlanApproval' });
export type PlanApproval = z.infer<typeof planApproval>;

export const planDay = z.object({
  day: isoDay,
  messages: z.number().int(),
  due: z.number().int(),
  held: z.number().int(),
  suppressed: z.number().int(),
  approved: z.boolean(),
});
export type PlanDay = z.infer<typeof planDay>;
export const planDays = z.object({
  standing: planStanding,
  approvalNeeded: z.boolean(),
  days: z.array(planDay),
});
export type PlanDays = z.infer<typeof planDays>;

export const planDaySummary = z.object({
  day: isoDay,
  messages: z.number().int(),
  groups: z.array(
    z.object({
      state: planState,
      reason: z.string(),
      /** The reason's name in the caller's language. */
      name: z.string(),
      touches: z.number().int(),
      messages: z.number().int(),
    }),
  ),
  stages: z.array(z.object({ kind: z.string(), stage: z.number().int(), touches: z.number().int() })),
  approval: planApproval,
  /** Runs of the day that wait for somebody, and their messages. */
  waiting: z.number().int(),
});
export type PlanDaySummary = z.infer<typeof planDaySummary>;

export const planFacets = z.object({
  owners: z.array(z.string()),
  stages: z.array(z.object({ kind: z.string(), stage: z.number().int() })),
  channels: z.array(z.string()),
  templates: z.array(z.string()),
  languages: z.array(z.string()),
  reasons: z.array(z.object({ code: z.string(), state: planState, name: z.string() })),
});
export type PlanFacets = z.infer<typeof planFacets>;

export const instructionKind = z.enum(['hold', 'skip', 'forward']);
export const instructionView = z
  .object({
    id: rowId,
    kind: instructionKind,
    /** Null: everything of the customer. */
    touch: z.object({ clock: rowId, stage: z.number().int(), channel: z.string() }).nullable(),
    /** Hold: the day on which it may go again. Skip: what opens before. Forward: the day on which it opens. */
    until: isoDay.nullable(),
    note: z.string(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'Instruction' });
export type InstructionView = z.infer<typeof instructionView>;

export const planTouch = z
  .object({
    row: planRow,
    /** Everything the plan says of this touch, in the order of days. */
    words: z.array(
      z.object({ day: isoDay, at: instant, state: planState, why: z.string(), until: instant.nullable() }),
    ),
    /** What stands said of it and of its customer. */
    instructions: z.array(instructionView),
  })
  .meta({ id: 'PlanTouch' });
export type PlanTouch = z.infer<typeof planTouch>;

export const planPreview = z
  .object({
    /** Whether it will go so; else it is what would go if nothing kept it back. */
    goes: z.boolean(),
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    at: instant,
    pricesHidden: z.boolean(),
    orders: z.array(z.string()),
  })
  .meta({ id: 'PlanPreview' });
export type PlanPreview = z.infer<typeof planPreview>;

export const giveInstruction = z.object({
  kind: instructionKind,
  customer: rowId,
  /** Null: everything of the customer. */
  touches: z
    .array(z.object({ clock: rowId, stage: z.number().int(), channel: z.string().max(40) }))
    .min(1)
    .max(200)
    .nullable(),
  until: isoDay.nullable().meta({
    description:
      'hold: the day on which it may go again; skip of everything: what opens before; forward: the day on which it opens, null for now',
  }),
  reach: isoDay.nullable().default(null).meta({ description: 'forward of everything: what opens before' }),
  note: z.string().trim().max(500).default(''),
  evenSafety: z
    .boolean()
    .default(false)
    .meta({ description: 'meant also where the last notices before an end would not go in time' }),
});
export type GiveInstruction = z.infer<typeof giveInstruction>;
export const instructionGiven = undoable.extend({ instructions: z.array(rowId) });
export type InstructionGiven = z.infer<typeof instructionGiven>;

export const changeKinds = ['added', 'gone', 'moved', 'due', 'held', 'suppressed'] as const;
const changeWord = z.object({ day: isoDay, state: planState, reason: z.string() }).nullable();
export const planChange = z
  .object({
    id: rowId,
    at: instant,
    kind: z.enum(changeKinds),
    clock: rowId,
    order: rowId,
    number: z.string(),
    commonName: z.string().nullable(),
    customer: z.object({ id: rowId, name: z.string() }),
    stage: z.number().int(),
    channel: z.string(),
    was: changeWord,
    is: changeWord,
    /** Why, in the caller's language. */
    cause: z.string(),
    causeCode: z.string(),
    /** The import's number. */
    ref: z.string().nullable(),
  })
  .meta({ id: 'PlanChange' });
export type PlanChange = z.infer<typeof planChange>;
export const planChangesQuery = z.object({
  since: isoDay.optional().meta({ description: 'changes on this day and later; today without it' }),
  customer: rowId.optional(),
  cause: z.string().max(40).optional(),
  ...pageQuery,
});
export const planChanges = listOf(planChange).extend({
  /** All of them in numbers, also those that are too many to be kept; null for one customer or a limited caller. */
  totals: z
    .array(
      z.object({
        cause: z.string(),
        causeCode: z.string(),
        ref: z.string().nullable(),
        kind: z.enum(changeKinds),
        touches: z.number().int(),
      }),
    )
    .nullable(),
});
export type PlanChanges = z.infer<typeof planChanges>;

export const approveDay = z.object({
  messages: z.number().int().min(0).meta({ description: 'how many were on the screen when it was approved' }),
  note: z.string().trim().max(500).default(''),
});
export const dayApproved = z.object({
  approval: planApproval,
  /** Messages that were waiting for it and go now. */
  released: z.number().int(),
});
export type DayApproved = z.infer<typeof dayApproved>;

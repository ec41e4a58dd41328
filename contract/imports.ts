import { z } from 'zod';
import { instant, isoDay, listOf, pageQuery, rowId } from './list.ts';

/** Where an import stands. `waiting`: the plan is made and a person decides. */
export const importStages = ['reading', 'waiting', 'applying', 'applied', 'failed', 'discarded'] as const;

export const importCounts = z.object({
  read: z.number().int(),
  refused: z.number().int(),
  ordersAdded: z.number().int(),
  ordersChanged: z.number().int(),
  ordersUnchanged: z.number().int(),
  customersAdded: z.number().int(),
  customersChanged: z.number().int(),
  contactsAdded: z.number().int(),
  contactsChanged: z.number().int(),
});

export const importJob = z
  .object({
    /** Of the upload; an opaque word. */
    id: z.string(),
    file: z.string(),
    stage: z.enum(importStages),
    progress: z.object({ phase: z.string(), done: z.number().int(), of: z.number().int().nullable() }),
    by: z.string(),
    at: instant,
    /** The applied import. */
    import: rowId.nullable(),
    /** In words, where it failed. */
    problem: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .meta({ id: 'ImportJob' });
export type ImportJob = z.infer<typeof importJob>;

export const importPlan = z
  .object({
    job: importJob,
    /** Each column of the file and the field it was read as; null: left out. */
    columns: z.array(
      z.object({ heading: z.string(), field: z.string().nullable(), samples: z.array(z.string()) }),
    ),
    /** The fields a column can be read as. */
    fields: z.array(z.string()),
    /** How days are written in the file, and whether that was a guess. */
    dates: z.object({ order: z.string().nullable(), guessed: z.boolean() }).nullable(),
    counts: importCounts.nullable(),
    /** The same file was applied before. */
    appliedBefore: z.object({ import: rowId, at: instant }).nullable(),
  })
  .meta({ id: 'ImportPlan' });
export type ImportPlan = z.infer<typeof importPlan>;

export const importMapping = z.object({
  /** Heading → field; null leaves the column out. */
  columns: z.record(z.string(), z.string().nullable()),
  dates: z.enum(['day-first', 'month-first']).optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;

export const plannedAdded = z.object({
  line: z.string(),
  number: z.string(),
  authority: z.string(),
  commonName: z.string().nullable(),
  customer: z.string(),
  coversUntil: isoDay.nullable(),
  certificateUntil: isoDay.nullable(),
  /** How the dates were read, in the caller's language. */
  reading: z.string(),
});
export const plannedChange = z.object({
  entity: z.enum(['order', 'customer', 'contact']),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export const plannedRefusal = z.object({
  line: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  /** In the caller's language. */
  why: z.string(),
});
export const plannedAddedPage = listOf(plannedAdded);
export const plannedChangedPage = listOf(plannedChange);
export const plannedRefusedPage = listOf(plannedRefusal);

export const importRow = z
  .object({
    id: rowId,
    file: z.string(),
    state: z.enum(['applied', 'undone']),
    at: instant,
    undoneAt: instant.nullable(),
    report: z.unknown(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;
export const importsQuery = z.object(pageQuery);
export const importsPage = listOf(importRow);

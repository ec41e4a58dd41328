import { z } from 'zod';
import { instant, isoDay, listOf, pageQuery, rowId } from './list.ts';

/** Where an import stands. `waiting`: the plan is made and a person decides. */
export const importStages = ['reading', 'waiting', 'applying', 'applied', 'failed', 'discarded'] as const;

export const importCounts = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  /** Lines that give an earlier line once more. */
  repeated: z.number().int(),
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
    /** Each heading of the file and the field it was read as; null: left out. */
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
    /** The fields a column can be read as. */
    fields: z.array(z.string()),
    /** How days are written in the file; null where no date of it depends on that. */
    dates: z.enum(['day-first', 'month-first']).nullable(),
    counts: importCounts.nullable(),
    /** How often each reading of the dates was used, in the caller's language. */
    readings: z.array(z.object({ words: z.string(), orders: z.number().int() })),
    /** The same bytes have been imported before and still stand. */
    knownBefore: z.boolean(),
  })
  .meta({ id: 'ImportPlan' });
export type ImportPlan = z.infer<typeof importPlan>;

export const importMapping = z.object({
  /** Heading → field; null leaves the column out. Headings that are not named are found out as before. */
  columns: z.record(z.string().max(500), z.string().max(40).nullable()).default({}),
  dates: z.enum(['day-first', 'month-first']).optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;

export const plannedAdded = z.object({
  number: z.string(),
  authority: z.string(),
  commonName: z.string().nullable(),
  customer: z.string(),
  clocks: z.array(z.object({ kind: z.string(), ends: isoDay })),
  /** How the dates were read, in the caller's language. */
  reading: z.string(),
});
export const plannedChange = z.object({
  entity: z.enum(['order', 'customer', 'contact']),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export const plannedRefusal = z.object({
  line: z.number().int(),
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

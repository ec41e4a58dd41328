import { z } from 'zod';
import { instant, isoDay, listOf, pageQuery, rowId } from './list.ts';

/**
 * Where an upload stands. `waiting`: the plan is made and a person decides. `stopped`: somebody stopped the work, or
 * nobody has begun it; nothing was written.
 */
export const importStages = [
  'reading', 'waiting', 'applying', 'applied', 'stopped', 'failed', 'discarded',
] as const; // biome-ignore format: a list of words reads better as a line
/** Of the history: the stages of an upload, and what has become of an import. */
export const importStates = [
  'reading', 'waiting', 'applying', 'stopped', 'failed', 'applied', 'undone',
] as const; // biome-ignore format: a list of words reads better as a line

export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const importSeparators = [',', ';', '\t', '|'] as const;

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

const dates = z.enum(['day-first', 'month-first']);

export const importJob = z
  .object({
    /** Of the upload; an opaque word. */
    id: z.string(),
    file: z.string(),
    stage: z.enum(importStages),
    /** Somebody has asked for the work to end. */
    isStopping: z.boolean(),
    progress: z.object({
      phase: z.string(),
      /** Lines so far. */
      done: z.number().int(),
      /** Lines in all; null while nobody has counted them. */
      of: z.number().int().nullable(),
      /** How much of the file that is, from 0 to 1; null where it cannot be told. */
      share: z.number().nullable(),
    }),
    by: z.string(),
    at: instant,
    /** Until when it waits for a decision. */
    expiresAt: instant,
    bytes: z.number().int(),
    /** The applied import. */
    import: rowId.nullable(),
    /** In words, where it failed. */
    problem: z.string().nullable(),
    hint: z.string().nullable(),
  })
  .meta({ id: 'ImportJob' });
export type ImportJob = z.infer<typeof importJob>;

/** How a file was read: what is null was not found out, or does not apply to such a file. */
const fileReading = {
  format: z.enum(['csv', 'xlsx']).nullable(),
  encoding: z.enum(importEncodings).nullable(),
  separator: z.enum(importSeparators).nullable(),
  sheet: z.string().nullable(),
  /** How days are written in the file; null where no date of it depends on that. */
  dates: dates.nullable(),
};

export const importRemark = z.object({
  code: z.enum(['unknown-currency', 'unknown-language', 'no-issue-date']),
  count: z.number().int(),
  example: z.string().optional(),
});

export const importPlan = z
  .object({
    job: importJob,
    ...fileReading,
    /** The visible sheets of a workbook. */
    sheets: z.array(z.string()),
    /** The currency said for prices that name none. */
    currency: z.string().nullable(),
    /** Each heading of the file and the field it was read as; null: left out. */
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
    /** The fields a column can be read as. */
    fields: z.array(z.string()),
    counts: importCounts.nullable(),
    /** How often each reading of the dates was used, in the caller's language. */
    readings: z.array(z.object({ words: z.string(), orders: z.number().int() })),
    /** What refuses nothing and a person should know. */
    remarks: z.array(importRemark),
    /** The latest import of the same bytes, undone or not. */
    before: z
      .object({ id: rowId, at: instant, by: z.string().nullable(), undoneAt: instant.nullable() })
      .nullable(),
    /** Imports were applied or undone since the plan was made: read it again to see what it would do now. */
    isOutdated: z.boolean(),
  })
  .meta({ id: 'ImportPlan' });
export type ImportPlan = z.infer<typeof importPlan>;

/** What is left out stays as it was said before; null is found out from the file. */
export const importMapping = z.object({
  /** Heading → field; null leaves the column out. Headings that are not named are found out as before. */
  columns: z.record(z.string().max(500), z.string().max(40).nullable()).default({}),
  dates: dates.nullable().optional(),
  encoding: z.enum(importEncodings).nullable().optional(),
  separator: z.enum(importSeparators).nullable().optional(),
  sheet: z.string().max(200).nullable().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as EUR')
    .nullable()
    .optional(),
});
export type ImportMapping = z.input<typeof importMapping>;

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

/** A line of the history: an import, or an upload that has not become one. */
export const importRow = z
  .object({
    kind: z.enum(['import', 'upload']),
    /** A row id of an import, an opaque word of an upload. */
    id: z.string(),
    file: z.string(),
    state: z.enum(importStates),
    at: instant,
    undoneAt: instant.nullable(),
    /** Of an upload: until when it waits for a decision. */
    expiresAt: instant.nullable(),
    /** Who brought it; null for the command line. */
    by: z.string().nullable(),
    bytes: z.number().int().nullable(),
    ...fileReading,
    counts: importCounts.nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;
export const importsQuery = z.object(pageQuery);
export const importsPage = listOf(importRow);

export const keptThing = z.object({
  entity: z.enum(['order', 'customer', 'contact']),
  name: z.string(),
  /** The fields that stay as they are; without it the whole thing stays. */
  fields: z.array(z.string()).optional(),
  reason: z.enum(['changed-since', 'confirmed-since', 'in-the-ledger']),
});

const undoCounts = {
  ordersRemoved: z.number().int(),
  /** The ledger speaks of them: hidden, not removed. */
  ordersWithdrawn: z.number().int(),
  ordersRestored: z.number().int(),
  /** How many things stay as they are; `kept` names the first of them. */
  keptCount: z.number().int(),
  kept: z.array(keptThing),
};

export const undoOutlook = z
  .object({ ...undoCounts, customersRestored: z.number().int(), contactsRestored: z.number().int() })
  .meta({ id: 'UndoOutlook' });
export type UndoOutlook = z.infer<typeof undoOutlook>;

export const undoReport = z
  .object({ ...undoCounts, customersRemoved: z.number().int(), contactsRemoved: z.number().int() })
  .meta({ id: 'UndoReport' });
export type UndoReport = z.infer<typeof undoReport>;

export const importDetail = importRow
  .extend({
    /** Each heading of the file and the field it was read as; null: left out. */
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
    readings: z.array(z.object({ words: z.string(), orders: z.number().int() })),
    remarks: z.array(importRemark),
    /** What taking it back did. */
    undone: undoReport.nullable(),
  })
  .meta({ id: 'ImportDetail' });
export type ImportDetail = z.infer<typeof importDetail>;

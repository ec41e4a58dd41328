import type { RowId } from '../kernel/ids.ts';
import type { ReadingCode } from './clock-reading.ts';
import type { ImportCounts } from './import-plan.ts';
import type { DateOrder } from './reading/calendar-day.ts';
import type { HeadingChoice } from './reading/heading-map.ts';
import type { ReadingRemark } from './reading/read-inventory.ts';
import type { Separator } from './reading/record-splitter.ts';
import type { TextEncoding } from './reading/text-encoding.ts';

/** `waiting`: the plan is made and a person decides. `stopped`: a person stopped the work; nothing was written. */
export type UploadStage =
  | 'receiving'
  | 'reading'
  | 'waiting'
  | 'applying'
  | 'applied'
  | 'stopped'
  | 'failed'
  | 'discarded';
export const uploadLists = ['added', 'changed', 'refused'] as const;
export type UploadList = (typeof uploadLists)[number];

/** How a person says that the file is to be read; undefined is found out. */
export interface UploadChoices {
  readonly map: HeadingChoice;
  readonly dateOrder?: DateOrder | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly separator?: Separator | undefined;
  readonly sheet?: string | undefined;
  /** For prices that name no currency. */
  readonly currency?: string | undefined;
}

export interface UploadProgress {
  readonly phase: 'wait' | 'open' | 'read' | 'compare' | 'apply' | 'successions' | 'lists' | 'done';
  readonly rows: number;
  /** Of the walk that goes on; null where only rows can be counted. */
  readonly bytes: number | null;
}

/** What was found in the file, as far as it was understood, and what applying it would do. */
export interface UploadFacts {
  readonly format: 'csv' | 'xlsx' | null;
  readonly encoding: TextEncoding | null;
  readonly separator: Separator | null;
  readonly sheet: string | null;
  readonly sheets: readonly string[];
  readonly headings: readonly string[];
  /** Field → heading. */
  readonly mapping: Readonly<Record<string, string>>;
  /** For each heading the field that it was taken for, also where the file could not be read with that. */
  readonly fields: readonly (string | null)[];
  readonly dateOrder: DateOrder | null;
  readonly remarks: readonly ReadingRemark[];
  readonly counts: ImportCounts | null;
  readonly readings: Readonly<Partial<Record<ReadingCode, number>>>;
  readonly problem: string | null;
  readonly hint: string | null;
}

/** A file that a person has brought, and how far it has come. */
export interface Upload {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly digest: string | null;
  readonly person: string;
  readonly personName: string;
  readonly at: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly stage: UploadStage;
  /** Somebody has asked for the work to end. */
  readonly isStopping: boolean;
  readonly choices: UploadChoices;
  readonly progress: UploadProgress;
  readonly facts: UploadFacts;
  /** Which imports there were when the plan was made. */
  readonly plannedOver: string | null;
  /** The applied import. */
  readonly import: RowId | null;
}

export const nothingFound: UploadFacts = {
  ...{ format: null, encoding: null, separator: null, sheet: null, sheets: [], headings: [], mapping: {} },
  ...{ fields: [], dateOrder: null, remarks: [], counts: null, readings: {}, problem: null, hint: null },
};

export const mostUploadBytes = 300_000_000;
/** So long an upload waits for a decision. */
export const uploadDays = 7;
/** So long a discarded one can be had back. */
export const discardedHours = 1;

/** Where an upload stands again once it is no longer discarded. */
export function stageOfFacts({ problem, counts }: UploadFacts): 'failed' | 'waiting' | 'stopped' {
  if (problem !== null) return 'failed';
  return counts === null ? 'stopped' : 'waiting';
}

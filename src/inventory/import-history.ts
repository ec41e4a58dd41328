import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import {
  type HistoryQuery,
  type HistoryRow,
  selectAppliedChanges,
  selectHistory,
  selectRefusals,
} from './import-history-store.ts';
import type { ChangedEntity, ImportCounts, RefusedLineReport } from './import-plan.ts';
import { importById, importsMark, latestOfDigest } from './import-store.ts';
import type { Upload } from './import-upload.ts';
import type { KeptImport } from './kept-import.ts';
import { changedFields } from './plan-lists.ts';
import type { RefusalReason } from './reading/row-refusal.ts';
import type { UndoReport } from './undo-import.ts';

/** Imports and the uploads that have not become one, the newest first. */
export function loadHistory(tx: PartnerTransaction, query: HistoryQuery): Promise<HistoryRow[]> {
  return selectHistory(tx, query);
}

/** An import and what stays of it; parts that were not kept in its day are missing. */
export interface AppliedImport extends KeptImport {
  readonly report: KeptReport;
}

export interface KeptReport {
  readonly counts?: ImportCounts;
  readonly readings?: Readonly<Record<string, number>>;
  readonly file?: Readonly<Record<string, unknown>>;
  readonly undo?: UndoReport;
}

export async function findImport(tx: PartnerTransaction, id: RowId): Promise<AppliedImport | undefined> {
  const found = await importById(tx, id);
  return found && { ...found, report: (found.report ?? {}) as KeptReport };
}

type Place = readonly (string | number | null)[];

interface PartOfImport {
  readonly importId: RowId;
  readonly limit: number;
  readonly after: Place | undefined;
}

/** A refused line of an applied import, with its place in the list. */
export interface PlacedRefusal extends RefusedLineReport {
  readonly place: readonly [string, number];
}

export async function appliedRefusals(tx: PartnerTransaction, part: PartOfImport): Promise<PlacedRefusal[]> {
  const rows = await selectRefusals(tx, part);
  return rows.map(({ line, nth, column, value, reason, cells }) => ({
    ...{ line: Number(line), column, value, reason: reason as RefusalReason, cells },
    place: [line, nth],
  }));
}

export interface PlacedChange extends ChangedEntity {
  readonly place: readonly [string, string];
}

/** What an applied import changed, field by field. What has gone since has no name any more. */
export async function appliedChanges(tx: PartnerTransaction, part: PartOfImport): Promise<PlacedChange[]> {
  const rows = await selectAppliedChanges(tx, part);
  return rows.map(({ entity, entityId, name, before, after }) => ({
    ...{ entity, name: name ?? '', fields: changedFields(before, after) },
    place: [entity, entityId],
  }));
}

/** What has become of an upload's file and of the inventory since its plan was made. */
export interface UploadSurroundings {
  /** The latest import of the same bytes. */
  readonly before: KeptImport | undefined;
  /** Imports were applied or undone since: the plan tells of another inventory. */
  readonly isOutdated: boolean;
}

export async function surroundingsOf(tx: PartnerTransaction, upload: Upload): Promise<UploadSurroundings> {
  const before = upload.digest === null ? undefined : await latestOfDigest(tx, upload.digest);
  const { plannedOver, stage } = upload;
  const isOutdated = stage === 'waiting' && plannedOver !== null && plannedOver !== (await importsMark(tx));
  return { before, isOutdated };
}

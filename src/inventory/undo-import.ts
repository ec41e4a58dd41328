import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Now } from '../kernel/now.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { answerSuccessions } from './answer-successions.ts';
import { lockImports, prepareForBulk } from './import-staging-store.ts';
import { importById, latestImports, markUndone } from './import-store.ts';
import {
  countKept,
  forecastUndo,
  type KeptRow,
  keptRows,
  type UndoCounts,
  type UndoForecast,
  undoChanges,
} from './import-undo-store.ts';
import type { KeptImport } from './kept-import.ts';

/** What an undo could not take back, and why: it is no longer the import's own. */
export interface KeptThing {
  readonly entity: 'order' | 'customer' | 'contact';
  readonly name: string;
  /** The fields that stay as they are; undefined: the whole thing stays. */
  readonly fields?: readonly string[];
  readonly reason: KeptRow['reason'];
}

export interface UndoReport extends UndoCounts {
  /** How many things could not be taken back; `kept` names the first of them. */
  readonly keptCount: number;
  readonly kept: readonly KeptThing[];
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly report: UndoReport }
  | { readonly kind: 'undone-before'; readonly at: Temporal.Instant }
  | { readonly kind: 'not-found' };

export interface UndoImportDeps {
  readonly now: Now;
  /** Another import is under way, and this one waits for it. */
  readonly onWait?: () => void;
  /** Writes down what was taken back, in the transaction that takes it back. */
  readonly record?: (tx: PartnerTransaction, report: UndoReport) => Promise<void>;
}

const keptShown = 1_000;

/**
 * Takes back what an import did, as far as nobody has changed or confirmed it since, in one transaction. The ledger is
 * never touched: an order that it speaks of is withdrawn, not removed, and comes back with the same clocks if it is
 * imported again.
 */
export async function undoImport(
  scope: PartnerScope,
  importId: RowId,
  { now, onWait, record }: UndoImportDeps,
): Promise<UndoOutcome> {
  if (!/^\d{1,18}$/.test(importId)) return { kind: 'not-found' };
  return scope.transaction(async (tx) => {
    await lockImports(tx, () => onWait?.());
    await prepareForBulk(tx);
    const found = await importById(tx, importId);
    if (!found) return { kind: 'not-found' };
    if (found.state === 'undone') return { kind: 'undone-before', at: found.undoneAt ?? found.appliedAt };
    refuseForgotten(found);
    const report = await undo(tx, found, now().toString());
    await record?.(tx, report);
    return { kind: 'undone', report };
  });
}

/** Without what it changed, only half of it could be taken back. */
function refuseForgotten({ changesRemovedAt }: KeptImport): void {
  if (changesRemovedAt === null) return;
  const day = changesRemovedAt.toString().slice(0, 10);
  throw new Fault('conflict', `this import can no longer be undone: what it changed was removed on ${day}`, {
    hint: 'for how long it is kept is decided in Settings, Retention',
    code: 'import-changes-removed',
    params: { day },
  });
}

async function undo(tx: PartnerTransaction, row: KeptImport, now: string): Promise<UndoReport> {
  const counts = await undoChanges(tx, { importId: row.id, saidAt: row.saidAt.toString(), now });
  await answerSuccessions(tx, now);
  const kept = (await keptRows(tx, keptShown)).map(keptThing);
  const report = { ...counts, keptCount: await countKept(tx), kept };
  await markUndone(tx, row.id, { at: now, report });
  return report;
}

export interface UndoOutlook extends UndoForecast {
  /** How many things would stay as they are; `kept` names the first of them. */
  readonly keptCount: number;
  readonly kept: readonly KeptThing[];
}

/** What taking an import back would do at this moment, before it is done; undefined where there is nothing to take back. */
export async function outlookOfUndo(
  scope: PartnerScope,
  importId: RowId,
  now: Now,
): Promise<UndoOutlook | undefined> {
  return scope.transaction(async (tx) => {
    await prepareForBulk(tx);
    const found = await importById(tx, importId);
    if (found?.state !== 'applied') return undefined;
    const options = { importId, saidAt: found.saidAt.toString(), now: now().toString() };
    const counts = await forecastUndo(tx, options);
    const kept = (await keptRows(tx, keptShown)).map(keptThing);
    return { ...counts, keptCount: await countKept(tx), kept };
  });
}

function keptThing({ entity, name, columns, reason }: KeptRow): KeptThing {
  const fields = columns?.map((column) =>
    column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
  return { entity, name, ...(fields ? { fields } : {}), reason };
}

/** The newest imports of a partner, undone ones included. */
export async function listImports(scope: PartnerScope, limit: number): Promise<KeptImport[]> {
  return scope.transaction((tx) => latestImports(tx, limit));
}

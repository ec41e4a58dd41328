import { authorityOfProduct } from '../catalogue/recognize-product.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Now } from '../kernel/now.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import { answerSuccessions, flaggedAnswer } from './answer-successions.ts';
import { applyPlan, gatherTouchedCustomers } from './import-apply-store.ts';
import type { ImportPlan } from './import-plan.ts';
import {
  type ComparingOptions,
  compareOrders,
  countPlan,
  countReadings,
  createChangeNotes,
  gatherContacts,
  gatherCustomers,
  matchOrders,
  refuseRepeated,
  resolveCustomers,
  settleAuthorities,
} from './import-plan-store.ts';
import { copyStaged, createStaged, lockImports, prepareForBulk } from './import-staging-store.ts';
import { firstSaidAt, type ImportOrigin, insertImport, keepRefusals, nextSaidAt } from './import-store.ts';
import { planLists } from './plan-lists.ts';
import type { InventoryRow } from './reading/inventory-row.ts';
import type { InventoryReading } from './reading/read-inventory.ts';
import { type StagingTally, stageBatches } from './stage-batches.ts';

export interface ImportSettings {
  /** For rows that name no authority. */
  readonly authority?: string | undefined;
  /** When the file's word was spoken, if it is known. */
  readonly fileDate?: Temporal.Instant | undefined;
  /** Any refused line refuses the file. */
  readonly strict?: boolean | undefined;
  /** Kept with the import for whoever asks later how it was read. */
  readonly options?: Readonly<Record<string, unknown>> | undefined;
  /** Who applies it, and of which upload. */
  readonly by?: ImportOrigin | undefined;
  readonly now: Now;
}

/** What whoever started the import wants to know and to decide. All of it happens inside the import's transaction. */
export interface ImportWatcher {
  /** Another import of this partner is running; this one waits for it. */
  readonly onWait?: () => void;
  readonly onRows?: (rows: number) => void;
  readonly onStep?: (step: 'compare' | 'apply' | 'successions') => void;
  /** Told the plan; answers whether it is to be applied. */
  readonly decide: (plan: ImportPlan) => Promise<boolean>;
  /** Told the outcome while the plan's lists can still be walked through; `id` is null when nothing was applied. */
  readonly onOutcome?: (plan: ImportPlan, id: RowId | null) => Promise<void>;
}

export type ImportOutcome =
  | { readonly kind: 'applied'; readonly id: RowId; readonly plan: ImportPlan }
  | { readonly kind: 'stopped'; readonly plan: ImportPlan }
  | { readonly kind: 'refused-strictly'; readonly plan: ImportPlan };

/**
 * Plans an import and, if it is decided so, applies it: one transaction, so that a process that ends in between leaves
 * nothing. Imports of one partner run one after the other. Importing a file again changes nothing; a file whose word
 * is older than what is known changes nothing that a newer word has set.
 */
export async function importInventory(
  scope: PartnerScope,
  reading: InventoryReading,
  settings: ImportSettings,
  watcher: ImportWatcher,
): Promise<ImportOutcome> {
  try {
    return await scope.transaction(async (tx) => {
      const { plan, comparing, now } = await planImport(tx, reading, settings, watcher);
      if (settings.strict && plan.counts.refused > 0) return ended('refused-strictly', plan, watcher);
      if (!(await watcher.decide(plan))) return ended('stopped', plan, watcher);
      const id = await applyImport(tx, { plan, comparing, now, settings, watcher });
      await watcher.onOutcome?.(plan, id);
      return { kind: 'applied', id, plan };
    });
  } finally {
    await reading.close();
  }
}

async function ended(
  kind: 'refused-strictly' | 'stopped',
  plan: ImportPlan,
  watcher: ImportWatcher,
): Promise<ImportOutcome> {
  await watcher.onOutcome?.(plan, null);
  return { kind, plan };
}

interface Planned {
  readonly plan: ImportPlan;
  readonly comparing: ComparingOptions;
  readonly now: Temporal.Instant;
}

/** Copies the file beside the inventory and compares; nothing of the inventory is written. */
async function planImport(
  tx: PartnerTransaction,
  reading: InventoryReading,
  settings: ImportSettings,
  watcher: ImportWatcher,
): Promise<Planned> {
  await lockImports(tx, () => watcher.onWait?.());
  await prepareForBulk(tx);
  const tally = await stage(tx, reading, settings, watcher);
  watcher.onStep?.('compare');
  const now = settings.now();
  const known = await firstSaidAt(tx, reading.digest);
  const saidAt = settings.fileDate ?? known ?? (await nextSaidAt(tx, now));
  const comparing = { saidAt: saidAt.toString(), present: tally.present };
  await compareAll(tx, reading, comparing, tally);
  const counts = { ...(await countPlan(tx)), repeated: tally.repeated };
  const readings = await countReadings(tx);
  const plan = { reading, counts, readings, saidAt, knownBefore: known !== undefined, ...planLists(tx) };
  return { plan, comparing, now };
}

async function stage(
  tx: PartnerTransaction,
  reading: InventoryReading,
  settings: ImportSettings,
  watcher: ImportWatcher,
): Promise<StagingTally> {
  await createStaged(tx);
  const authorityOf = authorityFinder();
  const { batches, tally } = stageBatches(reading.batches, {
    authorityOf: (row) => settings.authority ?? authorityOf(row),
    onRows: (rows) => watcher.onRows?.(rows),
  });
  await copyStaged(tx, batches);
  return tally;
}

/** A file names few products, each of them often. */
function authorityFinder(): (row: InventoryRow) => string | undefined {
  const found = new Map<string, string | undefined>();
  return ({ productCode, productName }) => {
    const key = `${productCode ?? ''}\n${productName ?? ''}`;
    if (!found.has(key)) found.set(key, authorityOfProduct({ code: productCode, name: productName }));
    return found.get(key);
  };
}

async function compareAll(
  tx: PartnerTransaction,
  reading: InventoryReading,
  comparing: ComparingOptions,
  tally: StagingTally,
): Promise<void> {
  if (tally.withoutAuthority > 0) await settleAuthorities(tx);
  if (tally.mayRepeat) await refuseRepeated(tx, reading.mapping.orderNumber ?? '');
  await createChangeNotes(tx);
  await matchOrders(tx);
  await resolveCustomers(tx, comparing);
  await gatherCustomers(tx, comparing);
  await gatherContacts(tx, comparing);
  await compareOrders(tx, comparing);
}

interface Application extends Planned {
  readonly settings: ImportSettings;
  readonly watcher: ImportWatcher;
}

async function applyImport(tx: PartnerTransaction, application: Application): Promise<RowId> {
  const { plan, comparing, settings, watcher } = application;
  const now = application.now.toString();
  watcher.onStep?.('apply');
  const importId = await insertImport(tx, {
    fileName: plan.reading.name,
    digest: plan.reading.digest,
    saidAt: comparing.saidAt,
    appliedAt: now,
    options: settings.options ?? {},
    by: settings.by,
    report: keptReport(plan),
  });
  await keepRefusals(tx, importId);
  const matched = plan.counts.changed + plan.counts.unchanged;
  await applyPlan(tx, { ...comparing, importId, now, matched, flagged: flaggedAnswer() });
  watcher.onStep?.('successions');
  await gatherTouchedCustomers(tx);
  await answerSuccessions(tx, now);
  return importId;
}

/** What stays of the plan once it is applied. */
function keptReport({ reading, counts, readings }: ImportPlan): unknown {
  const { format, bytes, encoding, separator, sheet, dateOrder } = reading;
  const { headingLine, headings, mapping, ignored, remarks } = reading;
  const file = {
    ...{ format, bytes, encoding, separator, sheet, dateOrder },
    ...{ headingLine, headings, mapping, ignored, remarks },
  };
  return { counts, readings, file };
}

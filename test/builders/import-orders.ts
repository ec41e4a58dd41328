import { Readable } from 'node:stream';
import {
  type ImportOutcome,
  type ImportSettings,
  importInventory,
} from '../../src/inventory/import-inventory.ts';
import type {
  AddedOrder,
  ChangedEntity,
  ImportPlan,
  RefusedLineReport,
} from '../../src/inventory/import-plan.ts';
import { readInventory } from '../../src/inventory/reading/read-inventory.ts';
import type { RowId } from '../../src/kernel/ids.ts';
import { fixedNow } from '../../src/kernel/now.ts';
import type { PartnerScope } from '../../src/storage/database.ts';
import { inventoryCsv, type OrderCells } from './inventory-csv.ts';

export interface ImportOptions extends Partial<Omit<ImportSettings, 'now'>> {
  /** The present: an ISO instant. */
  readonly at?: string;
  readonly dryRun?: boolean;
}

export interface Imported {
  readonly kind: ImportOutcome['kind'];
  readonly id: RowId | null;
  readonly counts: ImportPlan['counts'];
  readonly readings: ImportPlan['readings'];
  readonly added: readonly AddedOrder[];
  readonly changed: readonly ChangedEntity[];
  readonly refused: readonly RefusedLineReport[];
}

/** Imports orders through a file of theirs, the way they really come in. */
export function importOrders(
  scope: PartnerScope,
  orders: readonly OrderCells[],
  options: ImportOptions = {},
): Promise<Imported> {
  return importFrom(scope, Readable.from([Buffer.from(inventoryCsv(orders))]), options);
}

/** Imports a file, or a stream of one, and gathers what the plan lists. */
export async function importFrom(
  scope: PartnerScope,
  from: string | Readable,
  { at = '2026-11-22T10:00:00Z', dryRun = false, ...settings }: ImportOptions = {},
): Promise<Imported> {
  const reading = await readInventory({ from, name: 'inventory.csv' });
  let lists = {
    added: [] as AddedOrder[],
    changed: [] as ChangedEntity[],
    refused: [] as RefusedLineReport[],
  };
  const outcome = await importInventory(
    scope,
    reading,
    { ...settings, now: fixedNow(Temporal.Instant.from(at)) },
    {
      decide: async () => !dryRun,
      onOutcome: async (plan) => {
        lists = {
          added: await Array.fromAsync(plan.added()),
          changed: await Array.fromAsync(plan.changed()),
          refused: await Array.fromAsync(plan.refused()),
        };
      },
    },
  );
  const id = outcome.kind === 'applied' ? outcome.id : null;
  const { counts, readings } = outcome.plan;
  return { kind: outcome.kind, id, counts, readings, ...lists };
}

import type { PartnerTransaction } from '../storage/database.ts';
import type { ReadingCode } from './clock-reading.ts';
import { type AddedOrderRow, addedOrders, type ChangeRow, changes, refusals } from './import-list-store.ts';
import type { AddedOrder, ChangedEntity, ChangedField, ImportPlan } from './import-plan.ts';

/** The lists of the import that runs in this transaction, each readable as often as wanted until it ends. */
export function planLists(tx: PartnerTransaction): Pick<ImportPlan, 'added' | 'changed' | 'refused'> {
  return {
    added: () => mapped(addedOrders(tx), addedOrder),
    changed: () => mapped(changes(tx), changedEntity),
    refused: () => mapped(refusals(tx), (row) => ({ ...row, line: Number(row.line) })),
  };
}

async function* mapped<A, B>(rows: AsyncIterable<A>, as: (row: A) => B): AsyncGenerator<B> {
  for await (const row of rows) yield as(row);
}

function addedOrder(row: AddedOrderRow): AddedOrder {
  const { coversUntil, certificateUntil } = row;
  const clocks: AddedOrder['clocks'][number][] = [];
  if (coversUntil) clocks.push({ kind: 'coverage', ends: coversUntil });
  if (certificateUntil && certificateUntil !== coversUntil)
    clocks.push({ kind: 'certificate', ends: certificateUntil });
  return {
    number: row.number,
    authority: row.authority,
    commonName: row.commonName,
    customer: row.customer,
    clocks,
    reading: row.reading as ReadingCode,
  };
}

/** Columns that say the same as another one, in a form for machines. */
const machineColumns = new Set(['key', 'name_key']);

function changedEntity({ entity, name, authority, before, after }: ChangeRow): ChangedEntity {
  return {
    entity,
    name,
    ...(authority === null ? {} : { authority }),
    fields: changedFields(before, after),
  };
}

type Columns = Readonly<Record<string, unknown>>;

/** What differs for a person's eyes between two states of one row, by the names that fields have outside. */
export function changedFields(before: Columns, after: Columns): ChangedField[] {
  return Object.keys(after)
    .filter((column) => !machineColumns.has(column) && !looksTheSame(before[column], after[column]))
    .sort()
    .map((column) => ({
      field: camelCase(column),
      before: before[column] ?? null,
      after: after[column] ?? null,
    }));
}

/** The same person under another customer: the change of customer says it already. */
function looksTheSame(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

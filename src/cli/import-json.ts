import type { Writable } from 'node:stream';
import type { AddedOrder, ChangedEntity, ImportPlan, RefusedLineReport } from '../inventory/import-plan.ts';
import { refusalWords } from '../inventory/reading/row-refusal.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Language } from '../kernel/locale.ts';
import { writeText } from './write-text.ts';

interface Answer {
  readonly plan: ImportPlan;
  /** null: nothing was applied. */
  readonly id: RowId | null;
  readonly language: Language;
}

/** The outcome in counts, as one line. */
export function importSummary({ plan, id }: Answer): string {
  const { added, changed, unchanged, refused } = plan.counts;
  return `${JSON.stringify({ id, added, changed, unchanged, refused, ...aside(plan) })}\n`;
}

/**
 * Writes the outcome with its lists, entry by entry as the database gives them. The closing brace is not written: it
 * follows once the import is committed, so that half an answer can never pass for a whole one.
 */
export async function writeImportLists(to: Writable, { plan, id, language }: Answer): Promise<void> {
  await writeText(to, `{"id":${JSON.stringify(id)},"added":[`);
  await writeList(to, plan.added(), addedEntry);
  await writeText(to, '],"changed":[');
  await writeList(to, plan.changed(), changedOrder);
  await writeText(to, `],"unchanged":${plan.counts.unchanged},"refused":[`);
  await writeList(to, plan.refused(), (line) => refusedEntry(line, language));
  await writeText(to, '],"changedCustomers":[');
  await writeList(to, plan.changed(), (entity) => changedPerson(entity, 'customer'));
  await writeText(to, '],"changedContacts":[');
  await writeList(to, plan.changed(), (entity) => changedPerson(entity, 'contact'));
  await writeText(to, `],${JSON.stringify(aside(plan)).slice(1, -1)}`);
}

export const importListsEnd = '}\n';

/** What is not about orders alone. */
function aside({ counts, readings, saidAt }: ImportPlan): object {
  return {
    repeated: counts.repeated,
    customers: { added: counts.customersAdded, changed: counts.customersChanged },
    contacts: { added: counts.contactsAdded, changed: counts.contactsChanged },
    readings,
    saidAt: saidAt.toString(),
  };
}

const entriesAtOnce = 200;

async function writeList<T>(
  to: Writable,
  entries: AsyncIterable<T>,
  as: (entry: T) => object | undefined,
): Promise<void> {
  let waiting: string[] = [];
  let separator = '';
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await writeText(to, separator + waiting.join(','));
    if (waiting.length > 0) separator = ',';
    waiting = [];
  };
  for await (const entry of entries) {
    const shown = as(entry);
    if (shown === undefined) continue;
    waiting.push(JSON.stringify(shown));
    if (waiting.length >= entriesAtOnce) await flush();
  }
  await flush();
}

function addedEntry({ number, authority, commonName, customer, clocks, reading }: AddedOrder): object {
  return { order: number, authority, commonName, customer, clocks, reading };
}

function changedOrder({ entity, name, authority, fields }: ChangedEntity): object | undefined {
  return entity === 'order' ? { order: name, authority, fields } : undefined;
}

function changedPerson({ entity, name, fields }: ChangedEntity, wanted: string): object | undefined {
  return entity === wanted ? { [wanted]: name, fields } : undefined;
}

function refusedEntry({ line, column, value, reason }: RefusedLineReport, language: Language): object {
  return { line, column, value, reason: refusalWords(reason, language), code: reason.code };
}

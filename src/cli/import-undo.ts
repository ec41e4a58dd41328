import { type UndoOutcome, type UndoReport, undoImport } from '../inventory/undo-import.ts';
import { Fault } from '../kernel/fault.ts';
import { findPartner } from '../partners/partner.ts';
import type { CommandIo } from './command.ts';
import type { Context } from './context.ts';
import { counted, type Forms, formFor } from './counted.ts';
import { fieldWord } from './field-words.ts';
import type { ImportUndoRequest } from './import-arguments.ts';
import { type ImportWords, importWords } from './import-words.ts';
import { type CommandEntry, recordedScope } from './recorded.ts';

/** Takes an import back and says what was and what was not. Throws for one that is unknown or already taken back. */
export async function importUndo(
  request: ImportUndoRequest,
  io: CommandIo,
  context: () => Promise<Pick<Context, 'db' | 'now'>>,
): Promise<number> {
  const { db, now } = await context();
  const words = importWords[io.language];
  const partner = await findPartner(db, request.partner);
  const onWait = () => io.stderr.write(`${words.waiting}\n`);
  const scope = recordedScope(db.forPartner(partner.id), (outcome) => undoneEntry(outcome, request.id));
  const outcome = await undoImport(scope, request.id, { now, onWait });
  if (outcome.kind === 'not-found')
    throw new Fault('not-found', words.noImport(request.id), { hint: words.noImportHint });
  if (outcome.kind === 'undone-before')
    throw new Fault('conflict', words.undoneBefore(request.id, outcome.at.toString().slice(0, 16)));
  const { report } = outcome;
  io.stdout.write(
    request.json
      ? `${JSON.stringify({ id: request.id, ...report })}\n`
      : undoPage(request.id, report, words, io),
  );
  return 0;
}

/** For the audit log. */
function undoneEntry(outcome: unknown, id: string): CommandEntry | undefined {
  const { kind, report } = outcome as Partial<Extract<UndoOutcome, { kind: 'undone' }>>;
  if (kind !== 'undone') return undefined;
  const { kept, ...after } = report!;
  return { action: 'imports:undo', subject: { kind: 'import', id }, after };
}

const keptShown = 20;

function undoPage(id: string, report: UndoReport, words: ImportWords, io: CommandIo): string {
  const number = new Intl.NumberFormat(io.language).format;
  const line = (count: number, what: Forms, how: Forms) =>
    count > 0 ? [`  ${counted(count, what, io.language)} ${formFor(count, how, io.language)}`] : [];
  const kept = report.kept.slice(0, keptShown).map(({ entity, name, fields, reason }) => {
    const what = fields
      ? `${name} (${fields.map((field) => fieldWord(field, io.language)).join(', ')})`
      : name;
    return `  ${words.entity[entity]} ${what}: ${words.keptReason[reason]}`;
  });
  const rest = report.keptCount - kept.length;
  return `${[
    words.undone(id),
    ...line(report.ordersRemoved, words.orders, words.removed),
    ...line(report.ordersWithdrawn, words.orders, words.withdrawn),
    ...line(report.ordersRestored, words.orders, words.restored),
    ...line(report.customersRemoved, words.customers, words.removed),
    ...line(report.contactsRemoved, words.contacts, words.removed),
    ...(kept.length > 0 ? ['', `${words.kept}:`, ...kept] : []),
    ...(rest > 0 ? [`  ${words.more(number(rest))}`] : []),
  ].join('\n')}\n`;
}

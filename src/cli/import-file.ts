import { basename } from 'node:path';
import { authorityKey } from '../catalogue/authorities.ts';
import { type ImportOutcome, importInventory } from '../inventory/import-inventory.ts';
import type { ImportPlan } from '../inventory/import-plan.ts';
import { readInventory } from '../inventory/reading/read-inventory.ts';
import type { RowId } from '../kernel/ids.ts';
import { findPartner } from '../partners/partner.ts';
import { ask } from './ask.ts';
import type { CommandIo } from './command.ts';
import type { Context } from './context.ts';
import type { ImportFileRequest } from './import-arguments.ts';
import { importListsEnd, importSummary, writeImportLists } from './import-json.ts';
import { importPage } from './import-page.ts';
import { estimateLines, importProgress } from './import-progress.ts';
import { importWords } from './import-words.ts';
import { type CommandEntry, recordedScope } from './recorded.ts';
import { writeText } from './write-text.ts';

/** Small batches die young: the garbage of large ones would double the memory that the process takes. */
const batchSize = 250;

type ImportContext = Pick<Context, 'db' | 'now'>;

/** Reads the file, shows the plan, applies it. Status 0 when it was applied, planned only or declined; 1 if refused. */
export async function importFile(
  request: ImportFileRequest,
  io: CommandIo,
  context: () => Promise<ImportContext>,
): Promise<number> {
  const { db, now } = await context();
  const partner = await findPartner(db, request.partner);
  let isShown = false;
  const show = async (plan: ImportPlan): Promise<void> => {
    if (request.json || isShown) return;
    isShown = true;
    await writeText(
      io.stdout,
      await importPage(plan, { language: io.language, colours: io.stdout.isTTY === true }),
    );
  };
  const progress = importProgress(io, request.file === '-' ? undefined : await estimateLines(request.file));
  try {
    const reading = await readRequested(request, io);
    const outcome = await importInventory(
      recordedScope(db.forPartner(partner.id), (outcome) => appliedEntry(outcome, reading.name)),
      reading,
      {
        authority: request.authority === undefined ? undefined : authorityKey(request.authority),
        fileDate: request.fileDate,
        strict: request.strict,
        options: keptOptions(request),
        now,
      },
      {
        onWait: () => io.stderr.write(`${importWords[io.language].waiting}\n`),
        onRows: (rows) => progress.rows(rows),
        onStep: (step) => {
          io.signal.throwIfAborted();
          progress.step(step);
        },
        decide: async (plan) => {
          progress.clear();
          io.signal.throwIfAborted();
          await show(plan);
          return decide(request, io);
        },
        onOutcome: async (plan, id) => {
          progress.clear();
          io.signal.throwIfAborted();
          await show(plan);
          await tell(plan, id, request, io);
        },
      },
    );
    if (outcome.kind === 'applied') await db.refreshStatistics();
    return await conclude(outcome, request, io);
  } catch (error) {
    progress.clear();
    if (!io.signal.aborted) throw error;
    io.stderr.write(`${importWords[io.language].interrupted}\n`);
    return 130;
  }
}

/** For the audit log; what was only planned leaves no entry. */
function appliedEntry(outcome: unknown, file: string): CommandEntry | undefined {
  const { kind, id, plan } = outcome as Partial<Extract<ImportOutcome, { kind: 'applied' }>>;
  if (kind !== 'applied') return undefined;
  return { action: 'imports:apply', subject: { kind: 'import', id: id!, label: file }, after: plan!.counts };
}

function readRequested(request: ImportFileRequest, io: CommandIo) {
  const { file, dateOrder, encoding, separator, currency, map, sheet } = request;
  const source = file === '-' ? { from: io.stdin, name: 'stdin' } : { from: file, name: basename(file) };
  const { language, signal } = io;
  return readInventory(source, {
    dateOrder,
    encoding,
    separator,
    currency,
    map,
    sheet,
    language,
    signal,
    batchSize,
  });
}

/** How it was asked to be read, for whoever looks at the import later. */
function keptOptions(request: ImportFileRequest): Record<string, unknown> {
  const { authority, currency, dateOrder, encoding, separator, sheet, map, strict } = request;
  const fileDate = request.fileDate?.toString();
  return { authority, currency, dateOrder, encoding, separator, sheet, map, strict, fileDate };
}

async function decide(request: ImportFileRequest, io: CommandIo): Promise<boolean> {
  if (request.dryRun) return false;
  const asks = io.stdin.isTTY && io.stdout.isTTY && !request.yes && !request.json && request.file !== '-';
  if (!asks) return true;
  const words = importWords[io.language];
  return words.yes.includes((await ask(io, words.question)).toLowerCase());
}

/** Tells programs the outcome while its lists can be read, all but the end that makes it true. */
async function tell(
  plan: ImportPlan,
  id: RowId | null,
  request: ImportFileRequest,
  io: CommandIo,
): Promise<void> {
  if (request.json && !request.summary)
    await writeImportLists(io.stdout, { plan, id, language: io.language });
}

async function conclude(outcome: ImportOutcome, request: ImportFileRequest, io: CommandIo): Promise<number> {
  const words = importWords[io.language];
  const { plan } = outcome;
  const id = outcome.kind === 'applied' ? outcome.id : null;
  const { refused } = plan.counts;
  if (request.json) {
    const { language } = io;
    await writeText(io.stdout, request.summary ? importSummary({ plan, id, language }) : importListsEnd);
  } else if (outcome.kind === 'applied') io.stdout.write(`${words.imported(outcome.id)}\n`);
  else if (outcome.kind === 'stopped')
    io.stdout.write(`${request.dryRun ? words.dryRun : words.notImported}\n`);
  if (outcome.kind === 'refused-strictly') {
    io.stderr.write(`error: ${words.strict(refused)}\n`);
    return 1;
  }
  if (outcome.kind === 'applied' && refused > 0) io.stderr.write(`${words.partly(refused)}\n`);
  return 0;
}

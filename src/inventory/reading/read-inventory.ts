import type { Language } from '../../kernel/locale.ts';
import { currencyOf } from './amount.ts';
import type { DateOrder } from './calendar-day.ts';
import { csvSource, settledEncoding } from './csv-source.ts';
import { DateOrderSurvey } from './date-order-survey.ts';
import { fileKind } from './file-kind.ts';
import {
  fieldsOfHeadings,
  type HeadingChoice,
  knownHeadings,
  type MappedColumn,
  mapHeadings,
} from './heading-map.ts';
import { type ColumnField, columnFields } from './heading-names.ts';
import { digestOf, type InventoryFile, type InventorySource, openInventoryFile } from './inventory-file.ts';
import type { InventoryRow } from './inventory-row.ts';
import { readingFault } from './reading-fault.ts';
import { maxLinesAboveHeadings, maxRows } from './reading-limits.ts';
import type { RecordSource } from './record-source.ts';
import type { RawRecord, Separator } from './record-splitter.ts';
import { type RowOutcome, rowReader } from './row-reader.ts';
import { type RefusalReason, refuse, shownValue } from './row-refusal.ts';
import { SeenOrders } from './seen-orders.ts';
import { EncodingJudge, type TextEncoding } from './text-encoding.ts';
import { workbookSource } from './workbook-source.ts';

export interface ReadInventoryOptions {
  /** Asked for when the file does not settle it. */
  readonly dateOrder?: DateOrder | undefined;
  readonly encoding?: TextEncoding | undefined;
  readonly separator?: Separator | undefined;
  /** ISO 4217, for prices that name no currency. Without it such prices are left out and counted. */
  readonly currency?: string | undefined;
  readonly map?: HeadingChoice | undefined;
  /** Sheet of a workbook; otherwise the first visible one whose headings can be read. */
  readonly sheet?: string | undefined;
  /** Language of the faults. */
  readonly language?: Language | undefined;
  /** Records per batch, about. */
  readonly batchSize?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told what the file looks like before anything is made of it: also where it then cannot be understood. */
  readonly onLook?: ((look: FileLook) => void) | undefined;
}

/** A file as it lies there: what a person needs to see to say how it is to be read. */
export interface FileLook {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: TextEncoding | undefined;
  readonly separator: Separator | undefined;
  readonly sheet: string | undefined;
  /** The visible sheets of a workbook; empty for a text file. */
  readonly sheets: readonly string[];
  readonly headings: readonly string[];
  /** For each heading the field that it names plainly, and the one that the person has said. */
  readonly fields: readonly (ColumnField | undefined)[];
}

/**
 * One line of the file. `line` is the line of the file on which the record begins, in a workbook the row.
 * `repeated`: the same order with the same cells as on `firstLine`; nothing is to be done about it.
 */
export type ReadLine =
  | { readonly line: number; readonly kind: 'row'; readonly row: InventoryRow }
  | { readonly line: number; readonly kind: 'repeated'; readonly firstLine: number }
  | {
      readonly line: number;
      readonly kind: 'refused';
      /** The heading as it stands in the file. */
      readonly column: string;
      /** Clipped and fit to show. */
      readonly value: string;
      readonly reason: RefusalReason;
      /** The whole line as the file has it. */
      readonly cells: readonly string[];
    };

/** Something about the file that refuses nothing and that a person should know. */
export interface ReadingRemark {
  readonly code: 'unknown-currency' | 'unknown-language' | 'no-issue-date';
  readonly count: number;
  /** The first such cell, fit to show, where the cell tells something. */
  readonly example?: string;
}

/** A file whose headings and dates are understood. */
export interface InventoryReading {
  readonly name: string;
  readonly format: 'csv' | 'xlsx';
  readonly bytes: number;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly digest: string;
  readonly encoding: TextEncoding | undefined;
  readonly separator: Separator | undefined;
  readonly sheet: string | undefined;
  /** Undefined when no date of the file depends on it. */
  readonly dateOrder: DateOrder | undefined;
  readonly headingLine: number;
  readonly headings: readonly string[];
  /** Field → heading. */
  readonly mapping: Readonly<Partial<Record<ColumnField, string>>>;
  /** Headings that nobody knows; their columns are not read. */
  readonly ignored: readonly string[];
  /** Grows while the batches are read; complete at their end. */
  readonly remarks: readonly ReadingRemark[];
  /** Bytes of the file that the present walk has passed; undefined where only rows can be counted. */
  bytesDone(): number | undefined;
  /** The lines under the headings. Once only; at its end, early or not, the file is closed. */
  readonly batches: AsyncIterable<readonly ReadLine[]>;
  /** For a reading whose batches nobody iterates. Closing twice does nothing. */
  close(): Promise<void>;
}

const usualBatch = 2_000;
/** Records looked at before deciding whether the whole file has to be searched for the order of its dates. */
const dateSample = 1_000;

/**
 * Reads an inventory file of any of the accepted kinds: finds format, encoding, separator, headings and date order,
 * then gives checked rows and refusals in batches. Nothing is stored, nothing evaluated. Memory does not grow with
 * the file but for 16 bytes an order. Ends in a `Fault` for a file that cannot be understood as a whole.
 */
export async function readInventory(
  source: InventorySource,
  options: ReadInventoryOptions = {},
): Promise<InventoryReading> {
  const language = options.language ?? 'en';
  checkOptions(options, language);
  const file = await openInventoryFile(source, language);
  try {
    return await understand(file, options);
  } catch (error) {
    await file.close();
    throw error;
  }
}

function checkOptions(options: ReadInventoryOptions, language: Language): void {
  const { currency } = options;
  if (currency !== undefined && currencyOf(currency) === undefined)
    throw readingFault('unknown-currency', language, { currency: shownValue(currency) });
}

async function understand(file: InventoryFile, options: ReadInventoryOptions): Promise<InventoryReading> {
  const { source, digest } = await openRecords(file, options);
  const head = await headOf(file, source, options);
  options.onLook?.(lookOf(source, head, options.map));
  const columns = mappedColumns(file, head.headings, options.map);
  const dateOrder = await settleDateOrder(file, source, head, columns.mapped, options.dateOrder);
  const { line, headings } = head;
  const run: Run = {
    file,
    source,
    options,
    head: { line, headings },
    columns: columns.mapped,
    dateOrder,
    remarks: [],
  };
  const close = closeOnce(file);
  return {
    name: file.name,
    format: source.format,
    bytes: file.bytes,
    digest,
    encoding: source.encoding,
    separator: source.separator,
    sheet: source.sheet,
    dateOrder,
    headingLine: head.line,
    headings: head.headings,
    mapping: Object.fromEntries(columns.mapped.map(({ field, heading }) => [field, heading])),
    ignored: columns.ignored,
    remarks: run.remarks,
    bytesDone: () => (source.format === 'csv' ? file.position() : undefined),
    batches: batchesOf(run, close),
    close,
  };
}

function lookOf(source: RecordSource, { headings }: Head, map: HeadingChoice | undefined): FileLook {
  const { format, encoding, separator, sheet, sheets } = source;
  return { format, encoding, separator, sheet, sheets, headings, fields: fieldsOfHeadings(headings, map) };
}

function closeOnce(file: InventoryFile): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => (closed ??= file.close());
}

/** Finds out what the bytes are; their digest and encoding come from one walk over all of them. */
async function openRecords(
  file: InventoryFile,
  options: ReadInventoryOptions,
): Promise<{ source: RecordSource; digest: string }> {
  const kind = fileKind(await firstBytes(file));
  if (kind.kind === 'other')
    throw readingFault('binary', file.language, { name: file.name, what: kind.what[file.language] });
  if (kind.kind === 'zip') {
    const source = await workbookSource(file, options.sheet, (cells) => knownHeadings(cells, options.map));
    return { source, digest: await digestOf(file, () => {}) };
  }
  const judge = new EncodingJudge();
  const digest = await digestOf(file, (piece) => {
    options.signal?.throwIfAborted();
    judge.add(piece);
  });
  const encoding = await settledEncoding(file, judge.finding(), options.encoding);
  const { separator, map } = options;
  return { source: await csvSource(file, { encoding, separator, map }), digest };
}

async function firstBytes(file: InventoryFile): Promise<Buffer> {
  for await (const piece of file.pieces()) return Buffer.from(piece.subarray(0, 4096));
  throw readingFault('empty', file.language, { name: file.name });
}

interface Head {
  readonly line: number;
  readonly headings: readonly string[];
  /** The records after the headings that were read on the way. */
  readonly sample: readonly RawRecord[];
  /** The sample is the whole file. */
  readonly isWhole: boolean;
}

/** The line of headings: of the first lines the one that knows most of its cells, else the first. */
async function headOf(
  file: InventoryFile,
  source: RecordSource,
  options: ReadInventoryOptions,
): Promise<Head> {
  const records: RawRecord[] = [];
  let isWhole = true;
  for await (const some of source.records()) {
    records.push(...some);
    if (records.length < dateSample) continue;
    isWhole = false;
    break;
  }
  if (records.length === 0) throw readingFault('no-headings', file.language, { name: file.name });
  const known = records.slice(0, maxLinesAboveHeadings).map(({ cells }) => knownHeadings(cells, options.map));
  const at = Math.max(0, known.indexOf(Math.max(...known)));
  const { line, cells } = records[at]!;
  const headings = withoutBlankEnd(cells).map((cell) => shownValue(cell));
  return { line, headings, sample: records.slice(at + 1), isWhole };
}

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function mappedColumns(
  file: InventoryFile,
  headings: readonly string[],
  choice: HeadingChoice | undefined,
): { mapped: readonly MappedColumn[]; ignored: readonly string[] } {
  const { name, language } = file;
  const map = mapHeadings(headings, choice);
  const list = (words: readonly string[]): string => shownList(words);
  switch (map.kind) {
    case 'mapped':
      return { mapped: map.columns, ignored: map.ignored };
    case 'claimed-twice': {
      const [first, second] = map.headings;
      throw readingFault('claimed-twice', language, { name, first, second, field: map.field });
    }
    case 'no-order-number':
      throw readingFault('no-order-number', language, { name, found: list(map.found) });
    case 'unknown-field':
      throw readingFault('unknown-field', language, {
        field: shownValue(map.field),
        known: columnFields.join(', '),
      });
    case 'heading-not-there': {
      const found = list(headings.filter((heading) => heading !== ''));
      throw readingFault('heading-not-there', language, {
        ...map,
        heading: shownValue(map.heading),
        name,
        found,
      });
    }
  }
}

const listed = 40;

function shownList(words: readonly string[]): string {
  const shown = words.slice(0, listed).map((word) => shownValue(word));
  return words.length > listed ? `${shown.join(', ')} … (${words.length})` : shown.join(', ');
}

async function settleDateOrder(
  file: InventoryFile,
  source: RecordSource,
  head: Head,
  columns: readonly MappedColumn[],
  said: DateOrder | undefined,
): Promise<DateOrder | undefined> {
  if (said !== undefined) return said;
  const survey = new DateOrderSurvey(columns);
  survey.look(head.sample);
  if (!head.isWhole && survey.finding().kind !== 'none')
    for await (const records of source.records()) survey.look(records.filter(({ line }) => line > head.line));
  const finding = survey.finding();
  const { name, language } = file;
  if (finding.kind === 'open') throw readingFault('date-order-open', language, { name, ...finding.example });
  if (finding.kind === 'mixed')
    throw readingFault('date-order-mixed', language, {
      name,
      dayFirst: finding.dayFirst.value,
      dayFirstLine: finding.dayFirst.line,
      monthFirst: finding.monthFirst.value,
      monthFirstLine: finding.monthFirst.line,
    });
  return finding.kind === 'settled' ? finding.order : undefined;
}

interface Run {
  readonly file: InventoryFile;
  readonly source: RecordSource;
  readonly options: ReadInventoryOptions;
  readonly head: Pick<Head, 'line' | 'headings'>;
  readonly columns: readonly MappedColumn[];
  readonly dateOrder: DateOrder | undefined;
  readonly remarks: { code: ReadingRemark['code']; count: number; example?: string }[];
}

async function* batchesOf(
  run: Run,
  close: () => Promise<void>,
): AsyncGenerator<readonly ReadLine[], void, undefined> {
  try {
    yield* readLines(run);
  } finally {
    await close();
  }
}

async function* readLines(run: Run): AsyncGenerator<readonly ReadLine[], void, undefined> {
  const { file, source, options, head } = run;
  const size = options.batchSize ?? usualBatch;
  const read = lineReader(run);
  let batch: ReadLine[] = [];
  let rows = 0;
  for await (const records of source.records()) {
    options.signal?.throwIfAborted();
    for (const record of records) {
      if (record.line <= head.line) continue;
      batch.push(read(record));
      rows += 1;
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
    if (rows > maxRows)
      throw readingFault('too-many-rows', file.language, { name: file.name, limit: maxRows });
  }
  if (rows === 0) throw readingFault('only-headings', file.language, { name: file.name });
  if (batch.length > 0) yield batch;
}

/** Reads record after record; remembers the order numbers that were accepted. */
function lineReader(run: Run): (record: RawRecord) => ReadLine {
  const seen = new SeenOrders();
  const numberHeading = run.columns.find(({ field }) => field === 'orderNumber')!.heading;
  const toRow = rowReader({
    columns: run.columns,
    headings: run.head.headings,
    separator: run.source.separator ?? ' ',
    dateOrder: run.dateOrder,
    currency: run.options.currency === undefined ? undefined : currencyOf(run.options.currency),
    onUnknownCurrency: () => countRemark(run, 'unknown-currency'),
    onUnknownLanguage: (word) => countRemark(run, 'unknown-language', word),
  });
  return ({ line, cells, text }) => {
    const outcome: RowOutcome = toRow(cells);
    if (outcome.kind === 'refused') {
      const { column, value, reason } = outcome.refused;
      return { line, kind: 'refused', column, value: shownValue(value), reason, cells };
    }
    const { row } = outcome;
    const key = row.authority ? `${row.authority.toLowerCase()}\n${row.orderNumber}` : row.orderNumber;
    const before = seen.note(key, text, line);
    if (before === undefined) {
      if (isWithoutIssueDate(row)) countRemark(run, 'no-issue-date', row.orderNumber);
      return { line, kind: 'row', row };
    }
    const { firstLine } = before;
    if (before.same) return { line, kind: 'repeated', firstLine };
    const reason = refuse('repeated-order', { firstLine });
    const value = shownValue(row.orderNumber);
    return { line, kind: 'refused', column: numberHeading, value, reason, cells };
  };
}

/** A message has to say when its order was issued (guide.md, G13): without the day none can be made. */
function isWithoutIssueDate(row: InventoryRow): boolean {
  return Boolean(row.validUntil ?? row.orderUntil) && !(row.validFrom ?? row.orderedAt);
}

function countRemark(run: Run, code: ReadingRemark['code'], cell?: string): void {
  const remark = run.remarks.find((known) => known.code === code);
  if (remark) remark.count += 1;
  else run.remarks.push({ code, count: 1, ...(cell === undefined ? {} : { example: shownValue(cell) }) });
}

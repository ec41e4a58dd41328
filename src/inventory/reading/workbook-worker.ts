import { readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import { workbookCellText } from './cell-text.ts';
import { maxColumns } from './reading-limits.ts';
import type { RawRecord } from './record-splitter.ts';

/** What the thread that reads a workbook is told. */
export interface WorkbookOrder {
  /** Descriptor of the open file; threads share them. It stays open until the thread has ended. */
  readonly file: number;
  readonly bytes: number;
  /** Position of the sheet, from 0. */
  readonly sheet: number;
  /** Ends after this many rows; 0 for all. */
  readonly rows: number;
  /** One Int32: batches that may still be posted. The thread sleeps on it at zero, so that it never runs ahead. */
  readonly credit: SharedArrayBuffer;
}

/** What it answers. Faults of the file come as words, because errors lose their class on the way. */
export type WorkbookAnswer =
  | { readonly kind: 'records'; readonly records: RawRecord[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'too-many-columns'; readonly line: number }
  | { readonly kind: 'broken'; readonly why: string };

const recordsPerAnswer = 500;

const order = workerData as WorkbookOrder;
const credit = new Int32Array(order.credit);

function post(answer: WorkbookAnswer): void {
  parentPort!.postMessage(answer);
}

/** Sleeping stops the parser too: it lives in this thread and would otherwise fill the memory. */
function postRecords(records: RawRecord[]): void {
  while (Atomics.load(credit, 0) <= 0) Atomics.wait(credit, 0, 0);
  Atomics.sub(credit, 0, 1);
  post({ kind: 'records', records });
}

/** The row's cells as text; undefined for a blank row. */
function cellsOf(values: readonly unknown[]): string[] | undefined {
  const last = values.findLastIndex((value) => value !== null && value !== undefined && value !== '');
  if (last < 0) return undefined;
  const cells = values.slice(0, last + 1).map((value) => workbookCellText((value ?? null) as never));
  return cells.some((cell) => cell.trim() !== '') ? cells : undefined;
}

function wholeFile(): Buffer {
  const whole = Buffer.allocUnsafe(order.bytes);
  let filled = 0;
  while (filled < whole.length) {
    const read = readSync(order.file, whole, filled, whole.length - filled, filled);
    if (read === 0) break;
    filled += read;
  }
  return whole.subarray(0, filled);
}

async function run(): Promise<void> {
  const bytes = wholeFile();
  let records: RawRecord[] = [];
  const limit = order.rows === 0 ? {} : { maxRows: order.rows };
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: order.sheet, ...limit })) {
    const cells = cellsOf(values);
    if (cells === undefined) continue;
    if (cells.length > maxColumns) return post({ kind: 'too-many-columns', line: index + 1 });
    records.push({ line: index + 1, cells, text: cells.join('\t') });
    if (records.length < recordsPerAnswer) continue;
    postRecords(records);
    records = [];
  }
  if (records.length > 0) postRecords(records);
  post({ kind: 'end' });
}

run().catch((error: unknown) => post({ kind: 'broken', why: String(error) }));

import { maxColumns, maxRecordCharacters } from './reading-limits.ts';

/** The cells of one record and the line of the file on which it begins, counted from 1. */
export interface RawRecord {
  readonly line: number;
  readonly cells: string[];
  /** The record as it stands in the file: two records of one text have the same cells. */
  readonly text: string;
}

export type Separator = ',' | ';' | '\t' | '|';

/** What a file can do to the splitter. `line` is where the record begins. */
export class UnsplittableRecord extends Error {
  readonly what: 'record-too-long' | 'unclosed-quote' | 'too-many-columns';
  readonly line: number;

  constructor(what: UnsplittableRecord['what'], line: number) {
    super(what);
    this.what = what;
    this.line = line;
  }
}

/**
 * Cuts text into records and cells: RFC 4180 with any separator and with the liberties that files take. A line may
 * end in `\n` or `\r\n`; quoted cells may hold separators, line breaks and doubled quotation marks; a quotation mark
 * inside an unquoted cell is text; one that closes in the middle of a cell was text too. Records whose cells are all
 * blank are left out, their lines are counted.
 *
 * Never holds more than one record of `maxRecordCharacters` and the piece at hand. Cells are slices of that piece.
 */
export class RecordSplitter {
  readonly #separator: Separator;
  readonly #quotedSeparator: string;
  #rest = '';
  #line = 1;

  constructor(separator: Separator) {
    this.#separator = separator;
    this.#quotedSeparator = `"${separator}"`;
  }

  /** The records that this piece of text completes. */
  push(text: string): RawRecord[] {
    return this.#split(this.#rest === '' ? text : this.#rest + text, false);
  }

  /** What is left when the text has ended. */
  end(): RawRecord[] {
    return this.#split(this.#rest, true);
  }

  #split(text: string, isLast: boolean): RawRecord[] {
    const records: RawRecord[] = [];
    let at = 0;
    while (at < text.length) {
      const found = text.indexOf('\n', at);
      if (found < 0 && !isLast) break;
      const next = this.#readRecord(text, at, found < 0 ? text.length : found, isLast, records);
      if (next < 0) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > maxRecordCharacters) throw new UnsplittableRecord('record-too-long', this.#line);
    return records;
  }

  /** Takes the record that begins at `at`, whose first line ends at `lineEnd`; -1 when its end has not come yet. */
  #readRecord(text: string, at: number, lineEnd: number, isLast: boolean, records: RawRecord[]): number {
    const end = lineEnd > at && text.charCodeAt(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    if (end - at > maxRecordCharacters) throw new UnsplittableRecord('record-too-long', this.#line);
    const line = text.slice(at, end);
    const cells = this.#simpleCells(line);
    if (cells !== undefined) {
      this.#take(cells, line, records, 1);
      return lineEnd + 1;
    }
    const record = readQuotedRecord(text, at, this.#separator);
    const isCut = record.end >= text.length && !isLast;
    if (isCut || record.isOpen) {
      if (!isLast) return -1;
      throw new UnsplittableRecord('unclosed-quote', this.#line + countBreaks(text, at, record.openedAt));
    }
    if (record.end - at > maxRecordCharacters) throw new UnsplittableRecord('record-too-long', this.#line);
    this.#take(record.cells, text.slice(at, record.end), records, countBreaks(text, at, record.end) + 1);
    return record.end + 1;
  }

  /** Most lines: without quotation marks, or with every cell in a pair of them. Undefined for all others. */
  #simpleCells(line: string): string[] | undefined {
    const quote = line.indexOf('"');
    if (quote < 0) return line.split(this.#separator);
    if (quote > 0 || line.length < 2 || line.charCodeAt(line.length - 1) !== 34) return undefined;
    const cells = line.slice(1, -1).split(this.#quotedSeparator);
    for (const cell of cells) if (cell.includes('"')) return undefined;
    return cells;
  }

  #take(cells: string[], text: string, records: RawRecord[], lines: number): void {
    const line = this.#line;
    this.#line += lines;
    if (cells.length > maxColumns) throw new UnsplittableRecord('too-many-columns', line);
    if (cells.some(isWritten)) records.push({ line, cells, text });
  }
}

function isWritten(cell: string): boolean {
  return cell !== '' && cell.trim() !== '';
}

interface QuotedRecord {
  readonly cells: string[];
  /** Where the line break after the record stands, or the end of the text. */
  readonly end: number;
  /** A quotation mark has not been closed. */
  readonly isOpen: boolean;
  readonly openedAt: number;
}

/** Walks one record cell by cell. */
function readQuotedRecord(text: string, from: number, separator: Separator): QuotedRecord {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const cell =
      text.charCodeAt(at) === 34 ? readQuotedCell(text, at, separator) : readBareCell(text, at, separator);
    if (cell === undefined) return { cells, end: text.length, isOpen: true, openedAt: at };
    cells.push(cell.value);
    if (text[cell.end] !== separator) return { cells, end: cell.end, isOpen: false, openedAt: -1 };
    at = cell.end + 1;
  }
}

interface Cell {
  readonly value: string;
  /** Where the separator or the line break after it stands, or the end of the text. */
  readonly end: number;
}

function readBareCell(text: string, from: number, separator: Separator): Cell {
  return textUntil(text, from, endOfCell(text, from, separator));
}

function textUntil(text: string, from: number, end: number): Cell {
  const isBreak = text.charCodeAt(end) === 10 || end === text.length;
  const stop = isBreak && end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  return { value: text.slice(from, stop), end };
}

function endOfCell(text: string, from: number, separator: Separator): number {
  const breakAt = text.indexOf('\n', from);
  const lineEnd = breakAt < 0 ? text.length : breakAt;
  const separatorAt = text.indexOf(separator, from);
  return separatorAt < 0 || separatorAt > lineEnd ? lineEnd : separatorAt;
}

/** Reads from an opening quotation mark; undefined when it is not closed in this text. */
function readQuotedCell(text: string, from: number, separator: Separator): Cell | undefined {
  let isDoubled = false;
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return undefined;
    if (text.charCodeAt(quote + 1) === 34) {
      isDoubled = true;
      at = quote + 2;
      continue;
    }
    if (!endsCell(text, quote + 1, separator)) return readMisquotedCell(text, from, quote, separator);
    const inner = text.slice(from + 1, quote);
    const end = text.charCodeAt(quote + 1) === 13 ? quote + 2 : quote + 1;
    return { value: isDoubled ? inner.replaceAll('""', '"') : inner, end: Math.min(end, text.length) };
  }
}

function endsCell(text: string, at: number, separator: Separator): boolean {
  if (at >= text.length || text[at] === separator || text.charCodeAt(at) === 10) return true;
  return text.charCodeAt(at) === 13 && (at + 1 >= text.length || text.charCodeAt(at + 1) === 10);
}

/**
 * A cell whose closing quotation mark stands in the middle, as in `"y")`: the marks are text. When a line break lies
 * between the two marks they do not belong together (the first was never closed), and the cell ends on its own line:
 * otherwise it would swallow the orders in between.
 */
function readMisquotedCell(text: string, from: number, quote: number, separator: Separator): Cell {
  const breakAt = text.indexOf('\n', from);
  const goesOn = breakAt >= 0 && breakAt < quote ? from : quote;
  return textUntil(text, from, endOfCell(text, goesOn, separator));
}

function countBreaks(text: string, from: number, until: number): number {
  let breaks = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

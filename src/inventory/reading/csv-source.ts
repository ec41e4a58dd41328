import type { Fault } from '../../kernel/fault.ts';
import { textDecoding } from './decoded-text.ts';
import type { HeadingChoice } from './heading-map.ts';
import type { InventoryFile } from './inventory-file.ts';
import { readingFault } from './reading-fault.ts';
import { maxColumns, maxRecordCharacters, sampleCharacters } from './reading-limits.ts';
import type { RecordSource } from './record-source.ts';
import { type RawRecord, RecordSplitter, type Separator, UnsplittableRecord } from './record-splitter.ts';
import { chooseSeparator, declaredSeparator } from './separator-choice.ts';
import type { EncodingFinding, TextEncoding } from './text-encoding.ts';

export interface CsvOptions {
  readonly encoding: TextEncoding;
  readonly separator?: Separator | undefined;
  readonly map?: HeadingChoice | undefined;
}

/** A text file as records: judges its separator and its line ends from the beginning, then cuts it. */
export async function csvSource(file: InventoryFile, options: CsvOptions): Promise<RecordSource> {
  const sample = await sampleOf(file, options.encoding);
  const lineEnds: LineEnds = !sample.includes('\n') && sample.includes('\r') ? 'cr' : 'lf';
  const text = lineEnds === 'cr' ? sample.replaceAll('\r', '\n') : sample;
  const separator = options.separator ?? chooseSeparator(text, options.map);
  const skipsFirst = declaredSeparator(text) !== undefined;
  return {
    format: 'csv',
    encoding: options.encoding,
    separator,
    sheet: undefined,
    sheets: [],
    records: () => recordsOf(file, { encoding: options.encoding, lineEnds, separator, skipsFirst }),
  };
}

/** The encoding that the bytes or the person say; a file that is damaged or holds NULs ends here. */
export async function settledEncoding(
  file: InventoryFile,
  finding: EncodingFinding,
  said: TextEncoding | undefined,
): Promise<TextEncoding> {
  const { name, language } = file;
  if (finding.kind === 'nul' && !said?.startsWith('utf-16'))
    throw readingFault('nul-byte', language, { name, line: await lineOf(file, finding.at) });
  if (finding.kind === 'damaged-utf8' && (said === undefined || said === 'utf-8'))
    throw readingFault('damaged-utf8', language, { name, line: await lineOf(file, finding.at) });
  if (finding.kind !== 'found') return said!;
  if (said === undefined || said === finding.encoding) return finding.encoding;
  const isWide = (encoding: TextEncoding): boolean => encoding.startsWith('utf-16');
  if (said === 'utf-8' || isWide(said) !== isWide(finding.encoding))
    throw readingFault('wrong-encoding', language, { name, encoding: said });
  return said;
}

type LineEnds = 'lf' | 'cr';

interface Cutting {
  readonly encoding: TextEncoding;
  readonly lineEnds: LineEnds;
  readonly separator: Separator;
  /** The first line is `sep=;` and no record. */
  readonly skipsFirst: boolean;
}

async function* recordsOf(
  file: InventoryFile,
  cutting: Cutting,
): AsyncGenerator<RawRecord[], void, undefined> {
  const splitter = new RecordSplitter(cutting.separator);
  let skip = cutting.skipsFirst;
  const refuseNul = cutting.encoding.startsWith('utf-16') ? nulRefusal(file) : undefined;
  for await (const text of textOf(file, cutting.encoding)) {
    refuseNul?.(text);
    const records = cut(file, splitter, cutting.lineEnds === 'cr' ? text.replaceAll('\r', '\n') : text);
    if (skip && records.length > 0) {
      records.shift();
      skip = false;
    }
    if (records.length > 0) yield records;
  }
  const last = cut(file, splitter, undefined);
  if (last.length > (skip ? 1 : 0)) yield skip ? last.slice(1) : last;
}

/** NULs of the other encodings are found among the bytes. */
function nulRefusal(file: InventoryFile): (text: string) => void {
  let line = 1;
  return (text) => {
    const nul = text.indexOf('\0');
    for (let at = text.indexOf('\n'); at >= 0 && (nul < 0 || at < nul); at = text.indexOf('\n', at + 1))
      line += 1;
    if (nul >= 0) throw readingFault('nul-byte', file.language, { name: file.name, line });
  };
}

function cut(file: InventoryFile, splitter: RecordSplitter, text: string | undefined): RawRecord[] {
  try {
    return text === undefined ? splitter.end() : splitter.push(text);
  } catch (error) {
    if (!(error instanceof UnsplittableRecord)) throw error;
    throw unsplittable(file, error);
  }
}

function unsplittable(file: InventoryFile, { what, line }: UnsplittableRecord): Fault {
  const limit = what === 'too-many-columns' ? maxColumns : maxRecordCharacters;
  return readingFault(what, file.language, { name: file.name, line, limit });
}

async function* textOf(file: InventoryFile, encoding: TextEncoding): AsyncGenerator<string, void, undefined> {
  const decoding = textDecoding(encoding);
  for await (const piece of file.pieces()) yield decoding.write(piece);
  const last = decoding.end();
  if (last !== '') yield last;
}

async function sampleOf(file: InventoryFile, encoding: TextEncoding): Promise<string> {
  let sample = '';
  for await (const text of textOf(file, encoding)) {
    sample += text;
    if (sample.length >= sampleCharacters) break;
  }
  return sample;
}

/** The line, counted from 1, on which this byte of the file stands. */
async function lineOf(file: InventoryFile, at: number): Promise<number> {
  let line = 1;
  let position = 0;
  for await (const piece of file.pieces()) {
    const end = Math.min(piece.length, at - position);
    for (let i = piece.indexOf(10); i >= 0 && i < end; i = piece.indexOf(10, i + 1)) line += 1;
    position += piece.length;
    if (position > at) break;
  }
  return line;
}

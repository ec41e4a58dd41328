import type { FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { type InventoryFile, tooManyBytes } from './inventory-file.ts';
import { readingFault } from './reading-fault.ts';
import {
  maxInflatedBytes,
  maxInflatedTextBytes,
  maxInflationRatio,
  maxLinesAboveHeadings,
  maxSheetsTried,
  maxWorkbookBytes,
  maxWorkbookParts,
} from './reading-limits.ts';
import type { RecordSource } from './record-source.ts';
import { shownValue } from './row-refusal.ts';
import { workbookSize } from './workbook-size.ts';
import { workbookRecords } from './workbook-thread.ts';
import { readPackedPart, readZipDirectory, type ZipPart } from './zip-directory.ts';

/**
 * A workbook as records: looks at the inflated sizes before anything is inflated, then chooses the sheet: the one
 * asked for, or the first visible one whose headings `known` understands best.
 */
export async function workbookSource(
  file: InventoryFile,
  wanted: string | undefined,
  known: (cells: readonly string[]) => number,
): Promise<RecordSource> {
  if (file.bytes > maxWorkbookBytes) throw tooManyBytes(file.name, file.language, maxWorkbookBytes);
  const sheets = await sheetsOf(file);
  const sheet = await chooseSheet(file, sheets, wanted, known);
  return {
    format: 'xlsx',
    encoding: undefined,
    separator: undefined,
    sheet: sheet.name,
    sheets: sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name),
    records: () => workbookRecords(file, sheet.index),
  };
}

interface SheetEntry {
  readonly name: string;
  readonly index: number;
  readonly isHidden: boolean;
}

async function sheetsOf(file: InventoryFile): Promise<readonly SheetEntry[]> {
  const parts = await checkedParts(file);
  const workbook = parts.find(({ name }) => /^xl\/workbook\d*\.xml$/i.test(name));
  const xml = workbook && (await inflatedText(file.handle, workbook));
  const sheets = xml === undefined ? [] : sheetEntries(xml);
  if (sheets.length === 0) throw readingFault('broken-workbook', file.language, { name: file.name });
  return sheets;
}

const mib = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

async function checkedParts(file: InventoryFile): Promise<readonly ZipPart[]> {
  const { name, language } = file;
  const parts = await readZipDirectory(file.handle, file.bytes, maxWorkbookParts);
  if (parts === 'too-many-parts')
    throw readingFault('too-many-parts', language, { name, limit: maxWorkbookParts });
  if (parts === 'broken') throw readingFault('broken-workbook', language, { name });
  const size = workbookSize(parts, file.bytes);
  if (size.kind === 'broken') throw readingFault('broken-workbook', language, { name });
  if (size.kind === 'too-much-text')
    throw readingFault('too-much-text', language, {
      name,
      inflated: mib(size.inflated),
      limit: mib(maxInflatedTextBytes),
    });
  if (size.kind === 'bomb')
    throw readingFault('zip-bomb', language, {
      name,
      inflated: mib(size.inflated),
      limit: mib(maxInflatedBytes),
      ratio: maxInflationRatio,
    });
  return parts;
}

async function inflatedText(handle: FileHandle, part: ZipPart): Promise<string | undefined> {
  const packed = await readPackedPart(handle, part);
  if (packed === undefined) return undefined;
  if (part.method === 0) return packed.toString('utf8');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, part.inflatedBytes) }).toString('utf8');
  } catch {
    return undefined;
  }
}

/** ECMA-376 part 1, 18.2.19 `sheet`: the order of these elements is the order of the tabs. */
function sheetEntries(workbookXml: string): SheetEntry[] {
  const entries: SheetEntry[] = [];
  for (const [element] of workbookXml.matchAll(/<(?:[\w-]+:)?sheet\s[^>]{1,2000}>/g)) {
    const name = /\sname=(?:"([^"]*)"|'([^']*)')/.exec(element);
    if (name === null) continue;
    const isHidden = /\sstate=["'](?:hidden|veryHidden)["']/.test(element);
    entries.push({ name: unescapeXml(name[1] ?? name[2] ?? ''), index: entries.length, isHidden });
  }
  return entries;
}

const xmlEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => xmlEntities[entity]!);
}

async function chooseSheet(
  file: InventoryFile,
  sheets: readonly SheetEntry[],
  wanted: string | undefined,
  known: (cells: readonly string[]) => number,
): Promise<SheetEntry> {
  if (wanted !== undefined) return namedSheet(file, sheets, wanted);
  const visible = sheets.filter((sheet) => !sheet.isHidden).slice(0, maxSheetsTried);
  const first = visible[0] ?? sheets[0]!;
  if (visible.length < 2) return first;
  let best = first;
  let bestScore = 0;
  for (const sheet of visible) {
    const score = await scoreOf(file, sheet, known);
    if (score > bestScore) [best, bestScore] = [sheet, score];
  }
  return best;
}

function namedSheet(file: InventoryFile, sheets: readonly SheetEntry[], wanted: string): SheetEntry {
  const plain = (name: string): string => name.trim().toLowerCase();
  const found = sheets.find(({ name }) => plain(name) === plain(wanted));
  if (found) return found;
  const names = sheets.slice(0, 20).map(({ name }) => `"${shownValue(name)}"`);
  throw readingFault('no-such-sheet', file.language, {
    name: file.name,
    sheet: shownValue(wanted),
    found: names.join(', '),
  });
}

async function scoreOf(
  file: InventoryFile,
  sheet: SheetEntry,
  known: (cells: readonly string[]) => number,
): Promise<number> {
  let score = 0;
  for await (const records of workbookRecords(file, sheet.index, maxLinesAboveHeadings * 2))
    for (const { cells } of records.slice(0, maxLinesAboveHeadings)) score = Math.max(score, known(cells));
  return score;
}

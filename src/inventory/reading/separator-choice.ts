import type { HeadingChoice } from './heading-map.ts';
import { knownHeadings } from './heading-map.ts';
import { maxLinesAboveHeadings } from './reading-limits.ts';
import { type RawRecord, RecordSplitter, type Separator, UnsplittableRecord } from './record-splitter.ts';

export const separators: readonly Separator[] = [',', ';', '\t', '|'];

const judgedRecords = 200;

/**
 * The separator under which the beginning of a file makes most sense: most headings known, then most columns that
 * most records agree on. `sep=;` on the first line, as spreadsheets write it, decides alone.
 */
export function chooseSeparator(sample: string, choice: HeadingChoice = {}): Separator {
  const declared = declaredSeparator(sample);
  if (declared) return declared;
  let best: Separator = ',';
  let bestScore = -1;
  for (const separator of separators) {
    const score = scoreOf(recordsOf(sample, separator), choice);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

const declaration = /^\s*"?sep=([,;|\t])"?\r?(?:\n|$)/i;

/** The separator of a first line such as `sep=;`. */
export function declaredSeparator(sample: string): Separator | undefined {
  return declaration.exec(sample)?.[1] as Separator | undefined;
}

function recordsOf(sample: string, separator: Separator): RawRecord[] {
  try {
    return new RecordSplitter(separator).push(`${sample}\n`).slice(0, judgedRecords);
  } catch (error) {
    if (error instanceof UnsplittableRecord) return [];
    throw error;
  }
}

function scoreOf(records: readonly RawRecord[], choice: HeadingChoice): number {
  const known = Math.max(
    0,
    ...records.slice(0, maxLinesAboveHeadings).map(({ cells }) => knownHeadings(cells, choice)),
  );
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let agreed = 0;
  for (const [width, count] of widths) if (count * 2 > records.length) agreed = width - 1;
  return known * 1000 + agreed;
}

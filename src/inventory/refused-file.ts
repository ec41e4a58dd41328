import type { Language } from '../kernel/locale.ts';
import type { RefusedLineReport } from './import-plan.ts';
import { neutralizeFormula } from './reading/neutralize-formula.ts';
import { refusalWords } from './reading/row-refusal.ts';

/** What is added to the file's own columns; no heading that a later import would take for a field. */
const added: Readonly<Record<Language, readonly [string, string, string]>> = {
  es: ['Línea del archivo', 'Columna rechazada', 'Motivo del rechazo'],
  en: ['Line of the file', 'Refused column', 'Reason for refusal'],
};

export interface RefusedFileOptions {
  /** Of the file, as they stand in it. */
  readonly headings: readonly string[];
  readonly language: Language;
}

/**
 * Refused lines as a CSV file with the columns of the file they come from, and what is wrong with each behind them:
 * corrected, it can be imported as it is. Nothing in it runs as a formula.
 */
export async function* refusedFile(
  lines: AsyncIterable<RefusedLineReport>,
  { headings, language }: RefusedFileOptions,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine([...headings, ...added[language]])}`;
  for await (const line of lines) {
    const cells = headings.map((heading, at) => cellAt(line, heading, at));
    yield csvLine([...cells, String(line.line), line.column ?? '', refusalWords(line.reason, language)]);
  }
}

/** Where the whole line is not known, at least the cell that was refused. */
function cellAt({ cells, column, value }: RefusedLineReport, heading: string, at: number): string {
  return cells ? (cells[at] ?? '') : heading === column ? (value ?? '') : '';
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string): string {
  const safe = neutralizeFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

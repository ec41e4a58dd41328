import { neutralizeFormula } from '../../inventory/reading/neutralize-formula.ts';

export type Cell = string | number | null;

/** A text of somebody else's that no spreadsheet program runs as a formula. */
export function safeCell(cell: string | null): string | null {
  return cell === null ? null : neutralizeFormula(cell);
}

/** Passes rows on and says at the end, however it ends, how many there were without the heading. */
export async function* countingRows(
  rows: AsyncIterable<Cell[]>,
  ended: (count: number) => Promise<void>,
): AsyncGenerator<Cell[]> {
  let count = -1;
  try {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  } finally {
    await ended(Math.max(0, count));
  }
}

/** RFC 4180, with a mark that spreadsheet programs take for UTF-8. */
export async function* csvLines(rows: AsyncIterable<Cell[]>): AsyncGenerator<Buffer> {
  let text = '\ufeff';
  for await (const row of rows) {
    text += `${row.map(csvCell).join(',')}\r\n`;
    if (text.length > 32_000) {
      yield Buffer.from(text);
      text = '';
    }
  }
  yield Buffer.from(text);
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

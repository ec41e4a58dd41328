import { withoutApostrophe } from './neutralize-formula.ts';

const emptyWords = new Set([
  '-',
  '–',
  '—',
  '--',
  'n/a',
  'n/d',
  '#n/a',
  '#n/d',
  'null',
  '(null)',
  '0000-00-00',
]);
const emptyStart = new Set([...'-–—nN#(0'].map((character) => character.charCodeAt(0)));
const strange = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[^\x00-\x7f]\p{M}/u;
const plainCharacters = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]*$/;

/** A cell without the white space around it and without the apostrophe of a spreadsheet; `''` for `-`, `n/a`, `NULL`. */
export function cellText(cell: string): string {
  if (cell === '') return cell;
  const text = isTrimmed(cell) ? cell : cell.trim();
  if (text.length <= 10 && emptyStart.has(text.charCodeAt(0)) && emptyWords.has(text.toLowerCase()))
    return '';
  return text.charCodeAt(0) === 39 ? withoutApostrophe(text) : text;
}

/** Certainly nothing to trim: the cell begins and ends with a visible ASCII character. */
function isTrimmed(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first > 32 && first < 127 && last > 32 && last < 127;
}

/** Text as one line: line breaks and runs of them become a space, control and invisible characters go, NFC. */
export function oneLine(text: string): string {
  if (plainCharacters.test(text)) return text;
  return text
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .trim();
}

/** Text of several lines: `\n` between them, no other control or invisible characters, NFC. */
export function manyLines(text: string): string {
  if (!strange.test(text)) return text.normalize('NFC');
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\p{Cf}/gu, '')
    .normalize('NFC')
    .trim();
}

/** What a workbook holds in a cell. */
export type WorkbookCell = string | number | boolean | Date | null;

/**
 * A workbook's cell as the same text a CSV file would hold: days as ISO, numbers with a decimal point. A number with
 * three decimals gets a fourth, so that nobody takes its point for a thousands mark.
 */
export function workbookCellText(cell: WorkbookCell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return numberText(cell);
  if (Number.isNaN(cell.getTime())) return '#VALUE!';
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return String(value);
  const text = value.toFixed(6).replace(/\.?0+$/, '');
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

import pc from 'picocolors';
import { displayHostName } from '../inventory/display-host-name.ts';
import { type ExpiringRow, shareLeft } from '../inventory/expiring.ts';
import type { Language } from '../kernel/locale.ts';
import { type ExpiringWords, expiringWords } from './expiring-words.ts';
import { fitText, textWidth } from './text-width.ts';

export interface TableOptions {
  readonly language: Language;
  readonly colours: boolean;
  /** Columns of the terminal; undefined: as wide as the text. */
  readonly width: number | undefined;
}

/** Cells of one row in the order of the words' `head`. */
type Cells = readonly string[];

/** How far a column may shrink before others go, by its place in `head`; the others keep their width. */
const shrinksTo: ReadonlyMap<number, number> = new Map([
  [1, 22],
  [4, 12],
  [6, 14],
]);

/** How far once all that can go is gone: name and customer. */
const shrinksAtLastTo: ReadonlyMap<number, number> = new Map([
  [1, 10],
  [6, 6],
]);

/** Columns that go when shrinking is not enough, first first: validity, product, clock, notices, renewed, days left. */
const dispensable = [5, 4, 8, 7, 9, 3];
const gap = 2;
const glyphWidth = 2;

/** The rows as lines of a table with its heading; columns as wide as they need, less where the terminal is narrow. */
export function expiringTable(rows: readonly ExpiringRow[], options: TableOptions): string[] {
  const words = expiringWords[options.language];
  const colours = pc.createColors(options.colours);
  const cells = rows.map((row) => cellsOf(row, options.language, words));
  const widths = columnWidths([words.head, ...cells], options.width);
  const line = (texts: Cells) =>
    texts
      .map((text, at) => (widths[at]! > 0 ? fitText(text, widths[at]!) : undefined))
      .filter((text) => text !== undefined)
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    colours.dim(`${' '.repeat(glyphWidth)}${line(words.head)}`),
    ...rows.map((row, at) => `${temperature(row, colours)(ring(row))} ${line(cells[at]!)}`),
  ];
}

function cellsOf(row: ExpiringRow, language: Language, words: ExpiringWords): Cells {
  return [
    row.number,
    row.commonName === null ? '–' : displayHostName(row.commonName),
    dayWords(row.endsOn, language),
    daysLeftWords(row.daysLeft, words),
    row.productName ?? '–',
    termWords(row.term, words),
    row.customerName,
    row.noticesOn ? words.notices.on : words.notices.off,
    words.kind[row.kind] ?? row.kind,
    words.renewed[row.renewed],
  ];
}

function columnWidths(lines: readonly Cells[], available: number | undefined): number[] {
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((cells) => textWidth(cells[at]!))));
  if (available === undefined) return widths;
  for (const at of dispensable) {
    if (taken(widths.map((width, column) => leastOf(width, column, shrinksTo))) <= available) break;
    widths[at] = 0;
  }
  shrink(widths, taken(widths) - available, shrinksTo);
  shrink(widths, taken(widths) - available, shrinksAtLastTo);
  return widths;
}

function taken(widths: readonly number[]): number {
  const shown = widths.filter((width) => width > 0);
  return glyphWidth + shown.reduce((sum, width) => sum + width, 0) + gap * (shown.length - 1);
}

function leastOf(width: number, column: number, floors: ReadonlyMap<number, number>): number {
  return Math.min(width, floors.get(column) ?? width);
}

/** Takes so much away where most can be spared, as far as the floors allow. */
function shrink(widths: number[], excess: number, floors: ReadonlyMap<number, number>): void {
  for (let left = excess; left > 0; left--) {
    const spare = widths.map((width, column) => width - leastOf(width, column, floors));
    const most = Math.max(...spare);
    if (most <= 0) return;
    widths[spare.indexOf(most)]! -= 1;
  }
}

/** The share of the lifetime that is left, as the ring shows it. */
function ring(row: ExpiringRow): string {
  if (row.daysLeft < 0) return '○';
  const share = shareLeft(row);
  return share >= 0.75 ? '●' : share >= 0.5 ? '◕' : share >= 0.25 ? '◑' : '◔';
}

function temperature({ daysLeft }: ExpiringRow, colours: ReturnType<typeof pc.createColors>) {
  if (daysLeft < 0) return colours.magenta;
  if (daysLeft <= 7) return colours.red;
  return daysLeft <= 90 ? colours.yellow : colours.cyan;
}

const dayFormats = new Map<Language, Intl.DateTimeFormat>();

function dayWords(day: string, language: Language): string {
  let format = dayFormats.get(language);
  if (!format) {
    const locale = language === 'es' ? 'es' : 'en-GB';
    format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    dayFormats.set(language, format);
  }
  return format.format(new Date(day));
}

function daysLeftWords(days: number, words: ExpiringWords): string {
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days === -1) return words.yesterday;
  return days > 0 ? words.inDays(String(days)) : words.daysAgo(String(-days));
}

function termWords(term: string | null, words: ExpiringWords): string {
  const parts = term === null ? null : /^P(\d+)([YMD])$/.exec(term);
  if (!parts) return term ?? '–';
  const count = Number(parts[1]);
  return parts[2] === 'Y' ? words.years(count) : parts[2] === 'M' ? words.months(count) : words.days(count);
}

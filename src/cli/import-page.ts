import pc from 'picocolors';
import type { ReadingCode } from '../inventory/clock-reading.ts';
import { clockReadingWords } from '../inventory/clock-reading-words.ts';
import type { ChangedField, ImportPlan } from '../inventory/import-plan.ts';
import type { ReadingRemark } from '../inventory/reading/read-inventory.ts';
import { refusalWords } from '../inventory/reading/row-refusal.ts';
import type { Language } from '../kernel/locale.ts';
import { type Forms, formFor } from './counted.ts';
import { fieldWord } from './field-words.ts';
import { type ImportWords, importWords } from './import-words.ts';

export interface PageOptions {
  readonly language: Language;
  readonly colours: boolean;
}

const refusalsShown = 10;
const changesShown = 5;

/** The plan as a person reads it before deciding: how the file was understood, what would change, what is refused. */
export async function importPage(plan: ImportPlan, { language, colours }: PageOptions): Promise<string> {
  const words = importWords[language];
  const { bold, dim } = pc.createColors(colours);
  const number = new Intl.NumberFormat(language).format;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', bold(title), ...lines.map((line) => `  ${line}`)];
  return [
    `${bold(plan.reading.name)}${dim(` · ${recognised(plan, words).join(' · ')}`)}`,
    ...(plan.knownBefore ? [words.known] : []),
    ...section(words.columns, columnLines(plan, words, language, dim)),
    ...section(words.clocks, readingLines(plan, language, number)),
    ...section(words.refusals, await refusalLines(plan, words, language, number)),
    ...section(words.someChanges, await changeLines(plan, words, language, number)),
    ...plan.reading.remarks.map((remark) => `\n${remarkWords(remark, words)}`),
    ...section(words.changes, countLines(plan, words, language, number)),
    '',
  ].join('\n');
}

function recognised({ reading }: ImportPlan, words: ImportWords): string[] {
  const { format, encoding, separator, sheet, dateOrder, headingLine } = reading;
  return [
    words.format[format],
    ...(encoding ? [encoding] : []),
    ...(separator ? [words.separator(separator === '\t' ? words.tab : separator)] : []),
    ...(sheet ? [words.sheet(sheet)] : []),
    ...(dateOrder ? [words.dateOrder[dateOrder]] : []),
    ...(headingLine > 1 ? [words.headingLine(headingLine)] : []),
  ];
}

function remarkWords({ code, count, example }: ReadingRemark, words: ImportWords): string {
  if (code === 'unknown-language') return words.unknownLanguage(count, example ?? '');
  return code === 'no-issue-date' ? words.noIssueDate(count, example ?? '') : words.unknownCurrency(count);
}

/** The name of the field as `--map` takes it stands in brackets. */
function columnLines(
  { reading }: ImportPlan,
  words: ImportWords,
  language: Language,
  dim: (text: string) => string,
): string[] {
  const pairs = Object.entries(reading.mapping);
  const width = Math.min(32, Math.max(0, ...pairs.map(([, heading]) => heading.length)));
  const lines = pairs.map(
    ([field, heading]) =>
      `${heading.padEnd(width)} ${dim('→')} ${fieldWord(field, language)} ${dim(`(${field})`)}`,
  );
  return reading.ignored.length === 0
    ? lines
    : [...lines, dim(`${words.ignored}: ${reading.ignored.join(', ')}`)];
}

function countLines(
  { counts }: ImportPlan,
  words: ImportWords,
  language: Language,
  number: (n: number) => string,
): string[] {
  const width = Math.max(...Object.values(counts).map((count) => number(count).length));
  const line = (count: number, what: Forms, how: Forms) =>
    count > 0
      ? [
          `${number(count).padStart(width)} ${formFor(count, what, language)} ${formFor(count, how, language)}`,
        ]
      : [];
  return [
    ...line(counts.added, words.orders, words.added),
    ...line(counts.changed, words.orders, words.changed),
    ...line(counts.unchanged, words.orders, words.unchanged),
    ...line(counts.customersAdded, words.customers, words.added),
    ...line(counts.customersChanged, words.customers, words.changed),
    ...line(counts.contactsAdded, words.contacts, words.added),
    ...line(counts.contactsChanged, words.contacts, words.changed),
    ...line(counts.repeated, words.lines, words.repeated),
    ...line(counts.refused, words.lines, words.refused),
  ];
}

function readingLines({ readings }: ImportPlan, language: Language, number: (n: number) => string): string[] {
  const counted = Object.entries(readings) as [ReadingCode, number][];
  const width = Math.max(0, ...counted.map(([, count]) => number(count).length));
  return counted
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${number(count).padStart(width)} ${clockReadingWords(code, language)}`);
}

async function refusalLines(
  plan: ImportPlan,
  words: ImportWords,
  language: Language,
  number: (n: number) => string,
): Promise<string[]> {
  const first = plan.counts.refused === 0 ? [] : await firstOf(plan.refused(), refusalsShown);
  const lines = first.map(({ line, column, value, reason }) => {
    const place = [words.line(line), column, value]
      .filter((part) => part !== null && part !== '')
      .join(' · ');
    return `${place}: ${refusalWords(reason, language)}`;
  });
  return withRest(lines, plan.counts.refused, words, number);
}

async function changeLines(
  plan: ImportPlan,
  words: ImportWords,
  language: Language,
  number: (n: number) => string,
): Promise<string[]> {
  if (plan.counts.changed === 0) return [];
  const first = await firstOf(plan.changed(), changesShown);
  const lines = first
    .filter(({ entity }) => entity === 'order')
    .map(({ name, fields }) => `${name}: ${fields.map((one) => changeWords(one, language)).join(', ')}`);
  return withRest(lines, plan.counts.changed, words, number);
}

function changeWords({ field, before, after }: ChangedField, language: Language): string {
  return `${fieldWord(field, language)} ${valueWords(before)} → ${valueWords(after)}`;
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return '–';
  const text = Array.isArray(value) ? value.join(' ') : String(value).replaceAll(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function withRest(
  lines: string[],
  total: number,
  words: ImportWords,
  number: (n: number) => string,
): string[] {
  return total > lines.length && lines.length > 0
    ? [...lines, words.more(number(total - lines.length))]
    : lines;
}

/** The first entries of a list; the rest is not read. */
async function firstOf<T>(entries: AsyncIterable<T>, count: number): Promise<T[]> {
  const first: T[] = [];
  for await (const entry of entries) {
    first.push(entry);
    if (first.length === count) break;
  }
  return first;
}

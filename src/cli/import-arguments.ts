import type { DateOrder } from '../inventory/reading/calendar-day.ts';
import type { Separator } from '../inventory/reading/record-splitter.ts';
import { type TextEncoding, textEncodings } from '../inventory/reading/text-encoding.ts';
import type { Language } from '../kernel/locale.ts';
import { readArguments, readDay, readMoment, UsageError } from './arguments.ts';

/** What was asked of `vigente import`. */
export type ImportRequest = ImportFileRequest | ImportUndoRequest | ImportListRequest;

export interface ImportFileRequest {
  readonly kind: 'file';
  /** A path; `-` is standard input. */
  readonly file: string;
  readonly partner: string | undefined;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly json: boolean;
  readonly summary: boolean;
  readonly yes: boolean;
  readonly map: Readonly<Record<string, string>>;
  readonly authority: string | undefined;
  readonly currency: string | undefined;
  readonly dateOrder: DateOrder | undefined;
  readonly encoding: TextEncoding | undefined;
  readonly separator: Separator | undefined;
  readonly sheet: string | undefined;
  readonly fileDate: Temporal.Instant | undefined;
}

export interface ImportUndoRequest {
  readonly kind: 'undo';
  readonly id: string;
  readonly partner: string | undefined;
  readonly json: boolean;
}

export interface ImportListRequest {
  readonly kind: 'list';
  readonly partner: string | undefined;
  readonly json: boolean;
  readonly limit: number;
}

const options = {
  'dry-run': { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  summary: { type: 'boolean', default: false },
  yes: { type: 'boolean', short: 'y', default: false },
  map: { type: 'string', multiple: true },
  authority: { type: 'string' },
  currency: { type: 'string' },
  'date-order': { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  sheet: { type: 'string' },
  'file-date': { type: 'string' },
  partner: { type: 'string' },
  limit: { type: 'string', default: '20' },
} as const;

/** Throws `UsageError` for what cannot be meant. A file called `undo` or `list` is given as `./undo`. */
export function parseImportArguments(args: readonly string[], language: Language): ImportRequest {
  const positionals = args[0] === 'undo' ? 2 : 1;
  const { values, positionals: given } = readArguments(args, options, { positionals, language });
  const [first, second] = given;
  const { partner, json } = values;
  if (first === undefined) throw wrong(language, 'falta el archivo', 'which file?');
  if (first === 'list') return { kind: 'list', partner, json, limit: readLimit(values.limit, language) };
  if (first === 'undo') {
    if (second === undefined)
      throw wrong(language, 'falta el número de la importación', 'which import? give its number');
    return { kind: 'undo', id: second, partner, json };
  }
  return {
    kind: 'file',
    file: first,
    partner,
    json,
    dryRun: values['dry-run'],
    strict: values.strict,
    summary: values.summary,
    yes: values.yes,
    map: readMap(values.map ?? [], language),
    authority: values.authority,
    currency: values.currency?.toUpperCase(),
    dateOrder: oneOf(values['date-order'], '--date-order', ['dmy', 'mdy'] as const, language),
    encoding: oneOf(encodingName(values.encoding), '--encoding', textEncodings, language),
    separator: readSeparator(values.separator, language),
    sheet: values.sheet,
    fileDate: readFileDate(values['file-date'], language),
  };
}

function wrong(language: Language, es: string, en: string): UsageError {
  return new UsageError(language === 'es' ? es : en);
}

function readLimit(text: string, language: Language): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw wrong(
    language,
    `--limit espera un número de 1 a 1000, no «${text}»`,
    `--limit expects a number from 1 to 1000, not "${text}"`,
  );
}

function readMap(pairs: readonly string[], language: Language): Record<string, string> {
  const entries = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at > 0) return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    throw wrong(
      language,
      `--map espera CAMPO=ENCABEZADO, no «${pair}»`,
      `--map expects FIELD=HEADING, not "${pair}"`,
    );
  });
  return Object.fromEntries(entries);
}

function oneOf<T extends string>(
  value: string | undefined,
  option: string,
  known: readonly T[],
  language: Language,
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value.toLowerCase());
  if (found !== undefined) return found;
  const list = known.join(', ');
  throw wrong(
    language,
    `${option} espera uno de estos: ${list}; no «${value}»`,
    `${option} expects one of ${list}, not "${value}"`,
  );
}

/** As people and programs also write them. */
function encodingName(value: string | undefined): string | undefined {
  const plain = value?.toLowerCase().replace(/[_ ]/g, '-');
  const others: Readonly<Record<string, string>> = {
    utf8: 'utf-8',
    'utf-16': 'utf-16le',
    utf16le: 'utf-16le',
    utf16be: 'utf-16be',
    cp1252: 'windows-1252',
    win1252: 'windows-1252',
    latin1: 'windows-1252',
    'iso-8859-1': 'windows-1252',
  };
  return plain === undefined ? undefined : (others[plain] ?? plain);
}

const separators: Readonly<Record<string, Separator>> = {
  ',': ',',
  comma: ',',
  coma: ',',
  ';': ';',
  semicolon: ';',
  'punto y coma': ';',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
  '|': '|',
  pipe: '|',
};

function readSeparator(value: string | undefined, language: Language): Separator | undefined {
  if (value === undefined) return undefined;
  const separator = separators[value.toLowerCase()];
  if (separator !== undefined) return separator;
  throw wrong(
    language,
    `--separator espera , ; | o tab, no «${value}»`,
    `--separator expects , ; | or tab, not "${value}"`,
  );
}

/** A day stands for its beginning: what was said later that day is newer. */
function readFileDate(value: string | undefined, language: Language): Temporal.Instant | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return readMoment(value, '--file-date', language);
  return readDay(value, '--file-date', language).toZonedDateTime('UTC').toInstant();
}

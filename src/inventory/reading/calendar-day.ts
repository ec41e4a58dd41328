import { type RefusalReason, refuse } from './row-refusal.ts';

/** Which comes first in `03/04/2027`: the day or the month. */
export type DateOrder = 'dmy' | 'mdy';

/** Years outside of these are slips of the pen or a program's "never". */
const firstYear = 1990;
const lastYear = 2099;

const months = new Map<string, number>();
const monthNames = [
  ['ene', 'enero', 'jan', 'january'],
  ['feb', 'febrero', 'february'],
  ['mar', 'marzo', 'march'],
  ['abr', 'abril', 'apr', 'april'],
  ['may', 'mayo'],
  ['jun', 'junio', 'june'],
  ['jul', 'julio', 'july'],
  ['ago', 'agosto', 'aug', 'august'],
  ['sep', 'sept', 'septiembre', 'set', 'setiembre', 'september'],
  ['oct', 'octubre', 'october'],
  ['nov', 'noviembre', 'november'],
  ['dic', 'diciembre', 'dec', 'december'],
];
for (const [index, names] of monthNames.entries()) for (const name of names) months.set(name, index + 1);

const clockTime = String.raw`(?:(?:T|,? +)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,9})?(?: ?[ap]\.? ?m\.?)?)?`;
const isoDay =
  /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}))?)?$/i;
const dayWithTime = /^\d{4}-\d{2}-\d{2}[ T](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;
const numericDay = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clockTime}$`, 'i');
const dayMonthName = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.º|º)?(?:[-/. ]| de )(\p{L}{3,10})\.?(?:[-/. ]|,? | de | del )(\d{4}|\d{2})${clockTime}$`,
  'iu',
);
const monthNameDay = new RegExp(
  String.raw`^(\p{L}{3,10})\.?[- ](\d{1,2})(?:st|nd|rd|th)?,?[- ](\d{4}|\d{2})${clockTime}$`,
  'iu',
);

/**
 * Reads a calendar day in any of the spellings people use: ISO days and timestamps, `31/01/2027` with the file's
 * order, `31-ene-2027`, `Jan 31, 2027`. A timestamp with an offset gives its day in UTC, one without gives the day
 * it shows. Returns the ISO day or why it is none; nothing is guessed and no day is moved to a neighbour.
 */
export function readCalendarDay(text: string, order: DateOrder | undefined): string | RefusalReason {
  if (text.length === 10 && text.charCodeAt(4) === 45 && text.charCodeAt(7) === 45) return plainIsoDay(text);
  if (text.length === 19 && dayWithTime.test(text)) return plainIsoDay(text.slice(0, 10));
  const iso = isoDay.exec(text);
  if (iso) return isoOrCompact(text, iso);
  const numeric = numericDay.exec(text);
  if (numeric) return numericInOrder(numeric, order);
  const named = dayMonthName.exec(text);
  if (named) return namedDay(named[1]!, named[2]!, named[3]!);
  const american = monthNameDay.exec(text);
  if (american) return namedDay(american[2]!, american[1]!, american[3]!);
  return refuse('not-a-date');
}

/** The commonest spelling by far, `2027-01-31`, without a regular expression. */
function plainIsoDay(text: string): string | RefusalReason {
  const year = digitsAt(text, 0, 4);
  const month = digitsAt(text, 5, 7);
  const day = digitsAt(text, 8, 10);
  if (!(year >= 0 && month >= 0 && day >= 0)) return refuse('not-a-date');
  const isRight = isPlausible(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isRight ? text : isoOf(year, month, day);
}

/** A number of digits only, or NaN. */
function digitsAt(text: string, from: number, until: number): number {
  let value = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isPlausible(year: number): boolean {
  return year >= firstYear && year <= lastYear;
}

/** `20270131` is a day, `2027131` is not. */
function isoOrCompact(text: string, match: RegExpExecArray): string | RefusalReason {
  const [, year, mark, month, day, hour, minute, second, zone] = match;
  if (mark === '' && !/^\d{8}(?!\d)/.test(text)) return refuse('not-a-date');
  const written = isoOf(Number(year), Number(month), Number(day));
  if (typeof written !== 'string' || hour === undefined) return written;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return refuse('not-a-date');
  const minutes = offsetMinutes(zone);
  if (minutes === 0) return written;
  const at = Date.parse(`${written}T00:00:00Z`) + (Number(hour) * 60 + Number(minute) - minutes) * 60_000;
  return new Date(at).toISOString().slice(0, 10);
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

function numericInOrder(match: RegExpExecArray, order: DateOrder | undefined): string | RefusalReason {
  const first = Number(match[1]);
  const second = Number(match[3]);
  if (match[4]!.length === 2) return refuse('two-digit-year');
  if (order === undefined && first !== second) return refuse('date-order-unknown');
  return order === 'mdy' ? isoOf(Number(match[4]), first, second) : isoOf(Number(match[4]), second, first);
}

function namedDay(day: string, name: string, year: string): string | RefusalReason {
  const month = months.get(name.toLowerCase());
  if (month === undefined) return refuse('not-a-date');
  if (year.length === 2) return refuse('two-digit-year');
  return isoOf(Number(year), month, Number(day));
}

function isoOf(year: number, month: number, day: number): string | RefusalReason {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return refuse('no-such-date');
  if (!isPlausible(year)) return refuse('implausible-date', { from: firstYear, until: lastYear });
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** What one cell says about the order: `open` can be read both ways, `none` has nothing to do with it. */
export function orderEvidence(text: string): DateOrder | 'open' | 'none' {
  const match = numericDay.exec(text);
  if (match === null || match[4]!.length === 2) return 'none';
  const first = Number(match[1]);
  const second = Number(match[3]);
  if (first === second) return 'none';
  if (first > 12) return second > 12 ? 'none' : 'dmy';
  return second > 12 ? 'mdy' : 'open';
}

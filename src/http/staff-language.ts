import type { Context } from 'hono';
import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languageOf, type TextLocale, textLocaleFor } from '../kernel/locale.ts';
import { en } from './words/en.ts';
import { es419, esES } from './words/spanish.ts';
import type { StaffWords, WordKey } from './words/staff-words.ts';

/** How the pages speak to the person who looks. */
export interface StaffLanguage {
  /** For the `lang` attribute, dates and numbers. */
  readonly locale: string;
  readonly language: Language;
  say(key: WordKey, values?: Readonly<Record<string, string | number>>): string;
  /** `22 nov 2026` of an ISO day. */
  day(day: string): string;
  /** `22 nov 2026, 10:00` where the partner is. */
  moment(at: Temporal.Instant, timeZone: string): string;
  number(value: number): string;
}

const wordsByLocale: Readonly<Record<TextLocale, StaffWords>> = { 'es-ES': esES, 'es-419': es419, en };
const made = new Map<string, StaffLanguage>();

/** By `?lang=`, else by what the browser asks for, else Spanish. */
export function staffLanguage(c: Context): StaffLanguage {
  const wanted = wantedLocale(c.req.query('lang'), c.req.header('accept-language'));
  const known = made.get(wanted) ?? makeLanguage(wanted);
  if (made.size < 100) made.set(wanted, known);
  return known;
}

function wantedLocale(lang: string | undefined, accept = ''): string {
  const tags = accept.split(',').map((part) => part.split(';')[0]!.trim());
  const ours = tags.filter((tag) => /^(es|en)(-[a-z0-9]{2,8})*$/i.test(tag));
  if (lang === 'es' || lang === 'en') {
    return ours.find((tag) => tag.toLowerCase().startsWith(lang)) ?? (lang === 'es' ? 'es-ES' : 'en-GB');
  }
  return ours[0] ?? 'es-ES';
}

function makeLanguage(locale: string): StaffLanguage {
  const words = wordsByLocale[textLocaleFor(locale)];
  const read = new Map<WordKey, IntlMessageFormat>();
  const short = { day: 'numeric', month: 'short', year: 'numeric' } as const;
  const days = new Intl.DateTimeFormat(locale, { ...short, timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(locale);
  return {
    locale,
    language: languageOf(locale),
    say: (key, values) => {
      const message = read.get(key) ?? new IntlMessageFormat(words[key], locale);
      read.set(key, message);
      return String(message.format(values));
    },
    day: (day) => days.format(new Date(`${day}T12:00:00Z`)),
    moment: (at, timeZone) =>
      new Intl.DateTimeFormat(locale, { ...short, hour: '2-digit', minute: '2-digit', timeZone }).format(
        at.epochMilliseconds,
      ),
    number: (value) => numbers.format(value),
  };
}

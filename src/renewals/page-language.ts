import { IntlMessageFormat } from 'intl-messageformat';
import { type TextLocale, textLocaleFor } from '../kernel/locale.ts';
import type { CustomerTerm } from './customer-facts.ts';
import { en } from './texts/en.ts';
import type { PageTexts, TextKey } from './texts/page-texts.ts';
import { es419, esES } from './texts/spanish.ts';

/** How a page speaks to one person: texts by language, dates by the person's own locale. */
export interface PageLanguage {
  /** For the `lang` attribute. */
  readonly locale: string;
  say(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  /** `24 de noviembre de 2026` of an ISO day. */
  day(day: string): string;
  /** `24 nov 2026`. */
  shortDay(day: string): string;
  /** Day and time of an ISO instant where the person is. */
  moment(instant: string, timeZone: string): string;
  term(term: CustomerTerm): string;
  list(items: readonly string[]): string;
}

const textsByLocale: Readonly<Record<TextLocale, PageTexts>> = { 'es-ES': esES, 'es-419': es419, en };
const languages = new Map<string, PageLanguage>();
/** There are some hundred locales; whatever more is asked for is made anew each time. */
const keptLanguages = 200;

/** The language of a person's locale; es-MX reads es-419, what we have no texts for reads English. */
export function pageLanguage(locale: string): PageLanguage {
  const known = languages.get(locale);
  if (known) return known;
  const made = makeLanguage(locale);
  if (languages.size < keptLanguages) languages.set(locale, made);
  return made;
}

function makeLanguage(locale: string): PageLanguage {
  const textLocale = textLocaleFor(locale);
  const texts = textsByLocale[textLocale];
  const shown = shownLocale(locale, textLocale);
  const read = new Map<TextKey, IntlMessageFormat>();
  const long = new Intl.DateTimeFormat(shown, { dateStyle: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(shown, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const items = new Intl.ListFormat(shown, { type: 'conjunction' });
  const say: PageLanguage['say'] = (key, values) => {
    const message = read.get(key) ?? new IntlMessageFormat(texts[key], shown);
    read.set(key, message);
    return String(message.format(values));
  };
  return {
    locale: shown,
    say,
    day: (day) => long.format(noonOf(day)),
    shortDay: (day) => short.format(noonOf(day)),
    moment: (instant, timeZone) => momentFormat(shown, timeZone).format(new Date(instant)),
    term: (term) => {
      if ('years' in term) return say('years', { n: term.years });
      return 'months' in term ? say('months', { n: term.months }) : say('days', { n: term.days });
    },
    list: (list) => items.format(list),
  };
}

/** Dates of a language that we do not speak would stand oddly among English words. */
function shownLocale(locale: string, textLocale: TextLocale): string {
  const wanted = locale.replaceAll('_', '-');
  return wanted.slice(0, 2).toLowerCase() === textLocale.slice(0, 2)
    ? new Intl.Locale(wanted).baseName
    : textLocale;
}

function noonOf(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

function momentFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  // Written with 24 hours everywhere: "a. m." would end many a sentence with two full stops.
  const options = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}

/** The languages in which texts are kept. */
export const textLocales = ['es-ES', 'es-419', 'en'] as const;
export type TextLocale = (typeof textLocales)[number];

/** The two languages of Vigente's own words: console, command line, reasons. */
export type Language = 'es' | 'en';

const spainLike = new Set(['es', 'es-ES', 'es-GQ', 'es-EA', 'es-IC']);

/**
 * Which of our texts a person reads: es-MX → es-419, es-ES → es-ES, en-GB → en, anything else → `otherwise`.
 * Dates and money still follow the person's own locale.
 */
export function textLocaleFor(locale: string | null | undefined, otherwise: TextLocale = 'en'): TextLocale {
  if (!locale) return otherwise;
  let canonical: string;
  try {
    canonical = new Intl.Locale(locale.replace('_', '-')).baseName;
  } catch {
    return otherwise;
  }
  const language = canonical.split('-')[0];
  if (language === 'en') return 'en';
  if (language === 'es') return spainLike.has(canonical) ? 'es-ES' : 'es-419';
  return otherwise;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** True for a tag such as `es-MX` or `en` whose language is one; `castellano` and `español` are none. */
export function isLocaleTag(text: string): boolean {
  try {
    return languageNames.of(new Intl.Locale(text).language) !== undefined;
  } catch {
    return false;
  }
}

export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('es') ? 'es' : 'en';
}

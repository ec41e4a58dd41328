import { type TextLocale, textLocaleFor } from '../kernel/locale.ts';

const known = new Map<string, TextLocale>();

/** `textLocaleFor`, remembered: a plan asks for the same few locales a million times. */
export function textLocaleOf(locale: string, defaultLocale: string): TextLocale {
  const key = `${locale}\n${defaultLocale}`;
  let text = known.get(key);
  if (text === undefined) {
    if (known.size > 10_000) known.clear();
    text = textLocaleFor(locale, textLocaleFor(defaultLocale));
    known.set(key, text);
  }
  return text;
}

import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../kernel/locale.ts';

const messages: Readonly<Record<Language, { readonly before: string; readonly after: string }>> = {
  es: {
    before: '{days, plural, one {# día} other {# días}} antes del fin',
    after: '{days, plural, one {# día} other {# días}} después del fin',
  },
  en: {
    before: '{days, plural, one {# day} other {# days}} before the end',
    after: '{days, plural, one {# day} other {# days}} after the end',
  },
};

const formats = new Map<string, IntlMessageFormat>();

/** A stage by its identity: "60 days before the end", also where a short lifetime lets it open later. */
export function stageWords(daysBefore: number, language: Language): string {
  const side = daysBefore < 0 ? 'after' : 'before';
  const key = `${language} ${side}`;
  const format = formats.get(key) ?? new IntlMessageFormat(messages[language][side], language);
  formats.set(key, format);
  return String(format.format({ days: Math.abs(daysBefore) }));
}

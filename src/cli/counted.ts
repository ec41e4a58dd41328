import type { Language } from '../kernel/locale.ts';

/** A word for one and the same for several, as the language wants it. */
export interface Forms {
  readonly one: string;
  readonly other: string;
}

/** What is counted in several commands. */
export const messageForms: Readonly<Record<Language, Forms>> = {
  es: { one: 'mensaje', other: 'mensajes' },
  en: { one: 'message', other: 'messages' },
};

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  es: new Intl.PluralRules('es'),
  en: new Intl.PluralRules('en'),
};
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  es: new Intl.NumberFormat('es'),
  en: new Intl.NumberFormat('en'),
};

/** The form that stands with a count. */
export function formFor(count: number, forms: Forms, language: Language): string {
  return rules[language].select(count) === 'one' ? forms.one : forms.other;
}

/** `1 line`, `1,200 lines`, `1.200 líneas`. */
export function counted(count: number, forms: Forms, language: Language): string {
  return `${numbers[language].format(count)} ${formFor(count, forms, language)}`;
}

import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import type { Language, Messages } from './catalogue.ts';

export type Value = string | number | boolean | Date | null | undefined;
export type Values = Readonly<Record<string, Value>>;
export type RichValues = Readonly<Record<string, Value | ReactNode | ((parts: ReactNode[]) => ReactNode)>>;

export interface Words {
  readonly language: Language;
  /** For dates, numbers and money: `es-MX`. */
  readonly locale: string;
  /** A key that is not there shows itself; the completeness test finds it first. */
  t(key: string, values?: Values): string;
  /** With elements: `rich('x', { b: (parts) => <b>{parts}</b> })` for `… <b>…</b> …`. */
  rich(key: string, values: RichValues): ReactNode;
  has(key: string): boolean;
}

export function makeWords(language: Language, locale: string, messages: Messages): Words {
  const read = new Map<string, IntlMessageFormat>();
  const format = (key: string): IntlMessageFormat => {
    const known =
      read.get(key) ?? new IntlMessageFormat(messages[key] ?? key.replaceAll(/[{}<>']/g, ''), locale);
    read.set(key, known);
    return known;
  };
  return {
    language,
    locale,
    t: (key, values) => String(format(key).format(values as Record<string, string>)),
    rich: (key, values) => format(key).format(values as Record<string, never>) as ReactNode,
    has: (key) => key in messages,
  };
}

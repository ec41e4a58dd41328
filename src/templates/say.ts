import { IntlMessageFormat } from 'intl-messageformat';
import { Fault } from '../kernel/fault.ts';
import type { TextLocale } from '../kernel/locale.ts';
import type { Texts } from './texts/texts.ts';

export type Values = Readonly<Record<string, string | number | undefined>>;

/** One language's messages, each read once. */
export interface Speaker {
  readonly locale: TextLocale;
  /** The message with its values put in. An unknown key or a missing value is a fault that names it. */
  readonly say: (key: string, values?: Values) => string;
  readonly knows: (key: string) => boolean;
}

export function speaker(locale: TextLocale, texts: Texts): Speaker {
  const read = new Map<string, IntlMessageFormat>();
  const fixed = new Map<string, string>();
  const message = (key: string): IntlMessageFormat => {
    let found = read.get(key);
    if (found) return found;
    if (!Object.hasOwn(texts, key))
      throw new Fault('invalid', `"${key}" is not one of our texts (${locale})`);
    found = new IntlMessageFormat(texts[key as keyof Texts], locale);
    read.set(key, found);
    return found;
  };
  const plain = (key: string): string => {
    const known = fixed.get(key);
    if (known !== undefined) return known;
    const said = message(key).format() as string;
    fixed.set(key, said);
    return said;
  };
  return {
    locale,
    knows: (key) => Object.hasOwn(texts, key),
    say: (key, values) => {
      if (values === undefined) return plain(key);
      try {
        return message(key).format(values as Record<string, string | number>) as string;
      } catch (error) {
        if (error instanceof Fault) throw error;
        throw new Fault('invalid', `text "${key}" (${locale}) lacks a value it names`, { cause: error });
      }
    },
  };
}

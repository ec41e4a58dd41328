import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../../src/kernel/locale.ts';

const folder = fileURLToPath(new URL('../../console/src/words', import.meta.url));

/** What the console says for a key. Throws for one that there is not. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** The console's own words, so that a story is told once and holds in every language. */
export async function consoleWords(language: Language): Promise<Say> {
  const all: Record<string, string> = {};
  for (const path of globSync(`${language}/*.ts`, { cwd: folder })) {
    const exported = (await import(join(folder, path))) as Record<string, Record<string, string>>;
    for (const messages of Object.values(exported)) Object.assign(all, messages);
  }
  const locale = language === 'es' ? 'es-ES' : 'en-GB';
  return (key, values) => {
    const text = all[key];
    if (text === undefined) throw new Error(`the console has no words for ${key}`);
    return String(new IntlMessageFormat(text, locale).format(values));
  };
}

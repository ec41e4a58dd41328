import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';

const sources = fileURLToPath(new URL('../../console/src', import.meta.url));

type Messages = Record<string, string>;

/** Every message of a language with the file that it stands in. */
async function messagesOf(language: string): Promise<Map<string, { file: string; text: string }>> {
  const all = new Map<string, { file: string; text: string }>();
  for (const path of globSync(`words/${language}/*.ts`, { cwd: sources })) {
    const file = basename(path, '.ts');
    const exported = (await import(join(sources, path))) as Record<string, Messages>;
    for (const messages of Object.values(exported)) {
      for (const [key, text] of Object.entries(messages)) {
        expect(all.has(key), `${key} stands twice`).toBe(false);
        all.set(key, { file, text });
      }
    }
  }
  return all;
}

/** The names that a message wants values for: `{count}` and what its plurals and choices look at. */
function wanted(text: string): string[] {
  const names = new Set<string>();
  const walk = (parts: ReturnType<IntlMessageFormat['getAst']>): void => {
    for (const part of parts) {
      if (part.type !== 0 && part.type !== 7) names.add(part.value);
      if ('options' in part) for (const option of Object.values(part.options)) walk(option.value);
      if ('children' in part) walk(part.children);
    }
  };
  walk(new IntlMessageFormat(text, 'en').getAst());
  return [...names].sort();
}

test('Spanish and English have the same messages, and each wants the same values', async () => {
  const [es, en] = await Promise.all([messagesOf('es'), messagesOf('en')]);
  expect(
    [...es.keys()].filter((key) => !en.has(key)),
    'in English',
  ).toEqual([]);
  expect(
    [...en.keys()].filter((key) => !es.has(key)),
    'in Spanish',
  ).toEqual([]);
  for (const [key, { text }] of es) expect(wanted(en.get(key)!.text), key).toEqual(wanted(text));
});

test('every key begins with the name of its file', async () => {
  for (const [key, { file }] of await messagesOf('es')) expect(key.startsWith(`${file}.`), key).toBe(true);
});

test('no message is empty', async () => {
  for (const language of ['es', 'en']) {
    for (const [key, { text }] of await messagesOf(language)) expect(text.trim(), key).not.toBe('');
  }
});

test('every key that the console uses is there', async () => {
  const es = await messagesOf('es');
  const missing: string[] = [];
  for (const path of globSync('{shell,features,api}/**/*.{ts,tsx}', { cwd: sources })) {
    const code = readFileSync(join(sources, path), 'utf8');
    for (const [, , key] of code.matchAll(/\b(t|rich)\(\s*'([a-z][\w.-]+)'/g)) {
      if (!es.has(key!)) missing.push(`${path}: ${key}`);
    }
    for (const [, key] of code.matchAll(/says: '([\w-]+\.[\w.-]+)'/g)) {
      if (!es.has(key!)) missing.push(`${path}: ${key}`);
    }
    for (const [, , prefix] of code.matchAll(/\b(t|rich)\(`([a-z][\w-]+\.[\w.-]*)\$\{/g)) {
      if (![...es.keys()].some((key) => key.startsWith(prefix!))) missing.push(`${path}: ${prefix}…`);
    }
  }
  expect(missing).toEqual([]);
});

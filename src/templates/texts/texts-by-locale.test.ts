import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { textLocales } from '../../kernel/locale.ts';
import type { Texts } from './texts.ts';
import { textsByLocale } from './texts-by-locale.ts';

const keys = Object.keys(textsByLocale.en) as (keyof Texts)[];

/** The values that a message names, in any of its branches. */
function named(message: string): string[] {
  const found = new Set<string>();
  const walk = (nodes: unknown): void => {
    if (Array.isArray(nodes)) for (const node of nodes) walk(node);
    if (!nodes || typeof nodes !== 'object') return;
    const node = nodes as { type?: number; value?: unknown; options?: Record<string, { value: unknown }> };
    // Literals (0) and the count sign (7) name nothing; elements 1 to 6 do.
    if (node.type && node.type !== 7 && typeof node.value === 'string') found.add(node.value);
    for (const option of Object.values(node.options ?? {})) walk(option.value);
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...found].sort();
}

describe.each(textLocales)('the texts in %s', (locale) => {
  const texts = textsByLocale[locale];

  it('are complete', () => {
    expect(Object.keys(texts).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(texts[key].trim(), key).not.toBe('');
  });

  it('name the values that English names', () => {
    const optional = new Set(['name', 'number', 'left', 'days', 'date', 'state']);
    for (const key of keys) {
      const [own, english] = [named(texts[key]), named(textsByLocale.en[key])];
      expect(
        own.filter((name) => !optional.has(name)),
        key,
      ).toEqual(english.filter((name) => !optional.has(name)));
    }
  });

  it('shout nowhere and address people politely', () => {
    for (const key of keys) {
      expect(texts[key], key).not.toMatch(/[!¡]/);
      if (locale !== 'en')
        expect(texts[key], key).not.toMatch(
          /\b(tú|tu|tus|te|vosotros|renueva tu|orden|órdenes|certificado digital)\b/i,
        );
    }
  });
});

import { expect, test } from 'vitest';
import { isLocaleTag } from './locale.ts';

test.each(['es', 'es-MX', 'es-419', 'en-GB', 'pt-BR', 'ca'])('%s is a locale', (text) => {
  expect(isLocaleTag(text)).toBe(true);
});

test.each(['', 'castellano', 'español', 'spanish', 'es_MX', 'Spain', 'xx', 'e'])('%j is none', (text) => {
  expect(isLocaleTag(text)).toBe(false);
});

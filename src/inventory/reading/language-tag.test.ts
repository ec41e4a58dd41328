import { expect, it } from 'vitest';
import { languageIn, languageOrCountry, languageTag } from './language-tag.ts';

it.each([
  ['English', 'en'],
  ['ENGLISH', 'en'],
  ['Spanish', 'es'],
  ['Español', 'es'],
  ['espanol', 'es'],
  ['inglés', 'en'],
  ['Ingles', 'en'],
  ['castellano', 'es'],
  ['Portugués', 'pt'],
  ['português', 'pt'],
  ['Deutsch', 'de'],
  ['catalán', 'ca'],
  ['Català', 'ca'],
  ['euskera', 'eu'],
  ['English (UK)', 'en-GB'],
  ['English (United States)', 'en-US'],
  ['English - US', 'en-US'],
  ['British English', 'en-GB'],
  ['inglés británico', 'en-GB'],
  ['Español (México)', 'es-MX'],
  ['Español de Colombia', 'es-CO'],
  ['Spanish, Mexico', 'es-MX'],
  ['Mexican Spanish', 'es-MX'],
  ['Español (Latinoamérica)', 'es-419'],
  ['español latinoamericano', 'es-419'],
  ['es_MX', 'es-MX'],
  ['es_MX.UTF-8', 'es-MX'],
  ['ES', 'es'],
  ['EN-gb', 'en-GB'],
  ['en-UK', 'en-GB'],
  ['eng', 'en'],
  ['spa', 'es'],
  ['es-419', 'es-419'],
  ['es-LATAM', 'es-419'],
  ['es (MX)', 'es-MX'],
  ['zh-Hant-TW', 'zh-Hant-TW'],
  ['es-XX', 'es'],
])('%s is the language %s', (text, tag) => {
  expect(languageTag(text)).toBe(tag);
});

it('takes the first of two languages and mistakes the second for no country', () => {
  expect(languageTag('es/ca')).toBe('es');
  expect(languageTag('Español, inglés')).toBe('es');
});

it('knows what is no language', () => {
  for (const text of [
    'Klingon',
    'qq',
    'sí',
    'web',
    '-',
    '(',
    '12',
    `es${' '.repeat(100)}`,
    'cliente de España',
  ])
    expect(languageTag(text), text).toBeUndefined();
});

it('joins a bare language and a country only where people speak it in a way of their own', () => {
  expect(languageIn('es', 'MX')).toBe('es-MX');
  expect(languageIn('es', 'FR')).toBe('es');
  expect(languageIn('es-ES', 'MX')).toBe('es-ES');
});

it.each([
  ['AR', 'ar', 'AR', 'es-AR'],
  ['CO', 'co', 'CO', 'es-CO'],
  ['ca', 'ca', 'CA', 'en-CA'],
  ['ca', 'ca', 'ES', 'ca'],
  ['AR', 'ar', null, undefined],
  ['ar', 'ar', null, 'ar'],
  ['SV', 'sv', 'SE', 'sv'],
  ['ES', 'es', null, 'es'],
  ['EN', 'en', 'MX', 'en'],
  ['Español', 'es', 'MX', 'es'],
])('%j read as %j in %j means %j', (text, tag, country, expected) => {
  expect(languageOrCountry(text, { tag, country })).toBe(expected);
});

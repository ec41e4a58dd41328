import { expect, it } from 'vitest';
import { readAnswer } from './answer.ts';
import { countryCode } from './country-code.ts';
import { readStatus } from './status-word.ts';
import { readTerm } from './term-text.ts';

it.each([
  ['1 año', { years: 1 }],
  ['2 años', { years: 2 }],
  ['2 years', { years: 2 }],
  ['1 yr', { years: 1 }],
  ['1-year', { years: 1 }],
  ['1 año(s)', { years: 1 }],
  ['un año', { years: 1 }],
  ['Anual', { years: 1 }],
  ['397 days', { days: 397 }],
  ['397 días', { days: 397 }],
  ['12 meses', { months: 12 }],
  ['P1Y', { years: 1 }],
  ['1', { years: 1 }],
  ['3.0', { years: 3 }],
  ['24', { months: 24 }],
  ['365', { days: 365 }],
])('a term of %s is read', (text, term) => {
  expect(readTerm(text)).toEqual(term);
});

it('takes the unit of the heading for a bare number, and guesses none that could be two', () => {
  expect(readTerm('12', 'months')).toEqual({ months: 12 });
  expect(readTerm('200', 'days')).toEqual({ days: 200 });
  expect(readTerm('2', 'years')).toEqual({ years: 2 });
  for (const text of ['47', '7', '0', '-1', 'siempre', '5000 días', '1 siglo', ''])
    expect(readTerm(text)).toBeUndefined();
});

it('reads yes and no in both languages', () => {
  for (const text of ['S', 's', 'Sí', 'SI', 'x', 'X', 'yes', 'Y', '1', 'TRUE', 'Verdadero', 'Activado'])
    expect(readAnswer(text)).toBe(true);
  for (const text of ['No', 'no', 'N', '0', 'false', 'Falso', 'desactivado'])
    expect(readAnswer(text)).toBe(false);
  for (const text of ['quizá', '2', '']) expect(readAnswer(text)).toBeUndefined();
});

it('reads states in both languages, however they are written', () => {
  const read = [
    'issued',
    'Emitido',
    'EN TRÁMITE',
    'reissue_pending',
    'cancelled',
    'Anulada',
    'caducado',
    'Vencida',
    'rechazado',
  ];
  expect(read.map(readStatus)).toEqual([
    'issued',
    'issued',
    'pending',
    'reissue-pending',
    'canceled',
    'canceled',
    'expired',
    'expired',
    'rejected',
  ]);
  expect(readStatus('volando')).toBeUndefined();
});

it('knows countries by code and by name', () => {
  expect(
    ['es', 'ES', 'España', 'Mexico', 'México', 'United States', 'Estados Unidos', 'EE. UU.', 'UK'].map(
      countryCode,
    ),
  ).toEqual(['ES', 'ES', 'ES', 'MX', 'MX', 'US', 'US', 'US', 'GB']);
  expect(['XX', 'ZZ', 'Atlantis', ''].map(countryCode)).toEqual([undefined, undefined, undefined, undefined]);
});

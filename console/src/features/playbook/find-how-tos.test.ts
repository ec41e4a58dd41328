import { describe, expect, test } from 'vitest';
import { findHowTos } from './find-how-tos.ts';
import { addressWordsOf, type HowTo, howToOf, howTos } from './how-tos.ts';
import { es } from './texts/es.ts';

const names: Readonly<Record<string, string>> = { 'no-message': '¿Por qué no recibió ningún aviso?' };
const said = ({ id }: HowTo) => ({ names: names[id] ?? '', text: es[id] });
const find = (text: string, role?: string) =>
  findHowTos(howTos, { text, role }, said, 'es-ES').map(({ id }) => id);

describe('finding a how-to', () => {
  test('without a word, all of a role', () => {
    expect(find('')).toEqual(howTos.map(({ id }) => id));
    expect(find('', 'viewer')).toEqual(['no-message', 'what-was-sent', 'shorter-lives']);
    expect(find('', 'nobody')).toEqual([]);
  });

  test('every word that was typed has to be there, whatever its accents and capitals', () => {
    expect(find('DMARC informes')).toEqual(['mail-records']);
    expect(find('dmarc zanahoria')).toEqual([]);
    expect(find('buzon lleno')).toEqual(['wrong-contact']);
  });

  test('what is asked in the name comes before what is said in the text', () => {
    expect(find('aviso')[0]).toBe('no-message');
    expect(find('aviso').length).toBeGreaterThan(3);
  });

  test('the keys of buttons are not words that anybody looks for', () => {
    expect(find('expiring.view')).toEqual([]);
  });
});

test('the messages of March are those of the last March that has begun', () => {
  const march = howToOf('what-was-sent')!.places.march!;
  expect(addressWordsOf(march, '2026-11-23')).toEqual({ from: '2026-03-01', until: '2026-04-01' });
  expect(addressWordsOf(march, '2027-02-28')).toEqual({ from: '2026-03-01', until: '2026-04-01' });
  expect(addressWordsOf(march, '2027-03-01')).toEqual({ from: '2027-03-01', until: '2027-04-01' });
});

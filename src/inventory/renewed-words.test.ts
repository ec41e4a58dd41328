import { expect, test } from 'vitest';
import { type RenewedAnswer, renewedEvidenceCodes } from './renewed.ts';
import { renewedWords } from './renewed-words.ts';

const answer = (some: Partial<RenewedAnswer>): RenewedAnswer => ({
  kind: 'perhaps',
  code: 'newer-order',
  successors: [{ id: '7', number: '1000321', begins: '2026-11-20', ends: '2027-12-01' }],
  uncovered: [],
  serversLeft: 0,
  ...some,
});

test('a newer order is named with the day it began', () => {
  expect(renewedWords(answer({}), 'es')).toBe(
    'Quizá renovado: el pedido 1000321 cubre los mismos nombres desde el 20 nov 2026, pero nada lo enlaza con este.',
  );
  expect(renewedWords(answer({}), 'en')).toBe(
    'Perhaps renewed: order 1000321 covers the same names since 20 Nov 2026, but nothing links it to this one.',
  );
});

test('names that are left out are listed as people read them', () => {
  const partly = answer({
    kind: 'partly',
    code: 'linked-leaves-names',
    uncovered: ['correo.xn--espaa-rta.es'],
  });
  expect(renewedWords(partly, 'es')).toBe(
    'Renovado en parte: el pedido 1000321 sigue a este y deja fuera correo.españa.es.',
  );
});

test('of many names the first five are named and the others counted', () => {
  const uncovered = Array.from({ length: 12 }, (_, i) => `h${i}.example`);
  const words = renewedWords(answer({ kind: 'partly', code: 'linked-leaves-names', uncovered }), 'es');
  expect(words).toContain('h0.example, h1.example, h2.example, h3.example, h4.example y 7 más');
});

test('several successors make a plural', () => {
  const renewed = answer({ kind: 'renewed', code: 'linked', successors: [{ number: '1' }, { number: '2' }] });
  expect(renewedWords(renewed, 'es')).toBe(
    'Renovado: los pedidos 1 y 2 siguen a este y no dejan fuera ningún nombre.',
  );
  expect(renewedWords(renewed, 'en')).toBe('Renewed: orders 1 and 2 follow this one and leave no name out.');
});

test('one server and several servers are counted', () => {
  const left = (serversLeft: number) =>
    renewedWords(answer({ kind: 'partly', code: 'newer-order-leaves-servers', serversLeft }), 'es');
  expect(left(1)).toContain('queda 1 servidor sin él');
  expect(left(2)).toContain('quedan 2 servidores sin él');
});

test('where it is known how many servers there are, it is said how many of them are reached', () => {
  const servers = answer({ kind: 'partly', code: 'newer-order-leaves-servers', serversLeft: 2 });
  expect(renewedWords(servers, 'es', 5)).toContain('pero solo vale para 3 de sus 5 servidores.');
  expect(renewedWords(servers, 'en', 5)).toContain('but only for 3 of its 5 servers.');
  const both = { ...servers, code: 'newer-order-leaves-names', uncovered: ['a.example'] } as const;
  expect(renewedWords(both, 'es', 5)).toContain(
    'deja fuera a.example; solo vale para 3 de sus 5 servidores.',
  );
  expect(renewedWords(both, 'en')).toContain('leaves out a.example; 2 servers are left without it.');
});

test('every kind of evidence has a sentence in both languages', () => {
  for (const code of renewedEvidenceCodes) {
    for (const language of ['es', 'en'] as const) {
      const words = renewedWords(answer({ code, uncovered: ['a.example'], serversLeft: 1 }), language);
      expect(words).toMatch(/^\p{Lu}[^{}]*\.$/u);
      expect(words).not.toContain('undefined');
    }
  }
});

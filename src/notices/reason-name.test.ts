import { expect, it } from 'vitest';
import { reasonMessages } from '../cadence/reason-messages.ts';
import { eventWords } from './event-words.ts';
import { reasonName } from './reason-name.ts';

const codes = [...Object.keys(reasonMessages.en), 'dropped-out'];

it.each(codes)('names %s in both languages', (code) => {
  const [en, es] = [reasonName(code, 'en'), reasonName(code, 'es')];
  expect(en.length * es.length).toBeGreaterThan(0);
  expect(es).not.toBe(en);
  if (code.includes('-')) expect([en, es]).not.toContain(code);
});

it('shows a code of a later version as it is', () => {
  expect(reasonName('quantum', 'es')).toBe('quantum');
});

it('tells an event with the server’s own words behind ours', () => {
  const refused = { kind: 'refused', detail: { code: 554, response: '554 no' } };
  expect(eventWords(refused, 'en')).toBe('refused by the mail server: 554 no');
  expect(eventWords(refused, 'es')).toBe('rechazado por el servidor de correo: 554 no');
});

const events = [
  'attempted',
  'submitted',
  'refused',
  'deferred',
  'gave-up',
  'uncertain',
  'worker-lost',
  'cannot-repeat',
];

it.each([...events, 'dropped-out', 'contact-changed', 'window-closed'])(
  'has words for the event %s',
  (kind) => {
    for (const language of ['en', 'es'] as const)
      expect(eventWords({ kind, detail: {} }, language)).not.toBe(kind);
  },
);

import { expect, it } from 'vitest';
import type { SetupWord } from '../../contract/setup.ts';
import { type SetupFacts, setupProgress } from './setup-steps.ts';

const nothing: SetupFacts = {
  brand: false,
  mail: false,
  orders: false,
  promise: false,
  calendar: false,
  sending: false,
};
const said = (word: SetupWord) => ({ word, by: 'Carmen', at: Temporal.Instant.from('2026-11-23T10:00:00Z') });
const states = (...from: Parameters<typeof setupProgress>) =>
  setupProgress(...from)
    .steps.filter(({ state }) => state !== 'open')
    .map(({ step, state, by }) => `${step} ${state} by ${by}`);

it('begins with the brand and nothing done', () => {
  expect(setupProgress(nothing, {})).toMatchObject({ done: 0, next: 'brand' });
});

it('reads what is set and goes on with the first step that is open', () => {
  const facts = { ...nothing, brand: true, orders: true };
  expect(states(facts, {})).toEqual(['brand done by fact', 'import done by fact']);
  expect(setupProgress(facts, {}).next).toBe('mail');
});

it('takes a word for what nothing else shows, and for nothing that can be seen', () => {
  const words = { plan: said('confirmed'), calendar: said('confirmed'), import: said('confirmed') };
  expect(states(nothing, words)).toEqual(['calendar done by word', 'plan done by word']);
});

it('what was skipped counts neither as done nor as the next step, until it is done', () => {
  const words = { brand: said('skipped') };
  expect(setupProgress(nothing, words)).toMatchObject({ done: 0, next: 'mail' });
  expect(states({ ...nothing, brand: true }, words)).toEqual(['brand done by fact']);
});

it('whoever sends has seen the plan', () => {
  expect(states({ ...nothing, sending: true }, {})).toEqual(['plan done by fact', 'sending done by fact']);
});

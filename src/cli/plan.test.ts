import { expect, it } from 'vitest';
import type { PlanRow } from '../notices/plan-table.ts';
import { planWords } from './plan.ts';

const due: PlanRow = {
  date: '2026-11-23', time: '09:00', state: 'due', channel: 'email', stage: 30, clock: 'coverage', order: 'A-1',
  commonName: 'www.uno.example', customer: 'Acme', endsOn: '2026-12-05', to: ['ana@uno.example'], template: 'early',
  textLocale: 'es-ES', pulledForward: false, reason: 'stage-open', why: '', until: null,
}; // biome-ignore format: a row reads better as a paragraph
const held: PlanRow = { ...due, state: 'held', reason: 'gap', why: 'Last written to on 21 Nov' };

const words = (lines: readonly PlanRow[], why = true) =>
  planWords('2026-11-23', { messages: [], lines }, { language: 'en', why });

it('tells what stays that day with its reason, one by one or in numbers', () => {
  expect(words([held])).toContain('– A-1 www.uno.example  −30  Last written to on 21 Nov');
  expect(words([held, held], false)).toContain('– 2 too soon after the last message to this address');
});

it('does not count what leaves among what stays', () => {
  expect(words([due])).not.toContain('A-1');
});

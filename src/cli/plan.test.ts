import { expect, it } from 'vitest';
import type { PlanLine } from '../notices/plan-table.ts';
import { planWords } from './plan.ts';

const due: PlanLine = {
  date: '2026-11-23', time: '09:00', state: 'due', channel: 'email', stage: 30, clock: 'coverage', order: 'A-1',
  commonName: 'www.uno.example', customer: 'Acme', endsOn: '2026-12-05', to: ['ana@uno.example'], template: 'early',
  textLocale: 'es-ES', pulledForward: false, reason: 'stage-open', why: '', until: null,
}; // biome-ignore format: a row reads better as a paragraph
const early: PlanLine = {
  ...due,
  time: '08:00',
  state: 'held',
  reason: 'quiet-hours',
  why: 'Before the office opens',
};

const words = (lines: readonly PlanLine[]) =>
  planWords({ messages: [], lines }, { language: 'en', why: true });

it('keeps silent of a touch that only waited for the office to open that day', () => {
  expect(words([early, due])).not.toContain('A-1');
});

it('tells of one that does not leave that day, or waits for something else', () => {
  expect(words([early, { ...due, date: '2026-11-24' }])).toContain('A-1');
  expect(words([{ ...early, reason: 'gap' }, due])).toContain('A-1');
});

import { describe, expect, it } from 'vitest';
import type { Reason, ReasonCode, ReasonParams } from './reason.ts';
import { reasonMessages } from './reason-messages.ts';
import { reasonWords } from './reason-words.ts';
import { stageWords } from './stage-words.ts';

const at = Temporal.Instant.from('2026-11-23T23:30:00Z').epochMilliseconds;

const samples: { [Code in ReasonCode]: ReasonParams[Code] } = {
  'stage-open': { daysLeft: 49 },
  'pulled-forward': { opensAt: at },
  'rides-along': {},
  'brought-forward': { by: 'Marta', note: 'they asked', opensAt: at },
  'on-hold': { by: 'Marta', note: 'in talks', until: at, late: true },
  'not-approved': {},
  skipped: { by: 'Marta', note: '', until: null },
  'perhaps-renewed': { evidence: { order: '7' } },
  gap: { lastNoticeAt: at, days: 3 },
  'daily-cap': { cap: 2 },
  'quiet-hours': { timeZone: 'Europe/Madrid' },
  'day-off': { timeZone: 'Europe/Madrid' },
  holiday: { date: '2026-12-08', country: 'ES' },
  'no-contact': {},
  'sending-off': {},
  'run-too-large': { count: 12_000, usual: 300 },
  renewed: { evidence: [1] },
  replaced: { at },
  'renewal-requested': { at },
  'automation-on': {},
  'notices-off': {},
  revoked: {},
  'revoked-unplanned': {},
  canceled: {},
  rejected: {},
  pending: {},
  'coverage-ends-too': { coverageEndsAt: at, withinDays: 30 },
  unsubscribed: { purpose: 'reminder' },
  bouncing: {},
  withdrawn: {},
  'new-cycle': { anchor: '2027-01-11' },
  'contact-changed': {},
  discarded: {},
  'facts-missing': { why: 'order 1: "product" is missing' },
  superseded: { by: 30, last: 'notices-off' },
  'window-closed': {},
  'ended-long-ago': { endedAt: at },
  'said-before': { as: 30 },
  'stage-removed': { last: 'notices-off' },
  'opens-later': { at },
};
const reasons = Object.entries(samples).map(([code, params]) => ({ code, params }) as Reason);

describe.each(['es', 'en'] as const)('words in %s', (language) => {
  it.each(reasons)('exist for $code and leave no gap', (reason) => {
    const words = reasonWords(reason, language);
    expect(words.length).toBeGreaterThan(5);
    expect(words).not.toMatch(/[{}]|undefined|NaN|\.$/);
  });

  it('know exactly the reasons there are', () => {
    expect(Object.keys(reasonMessages[language]).sort()).toEqual(Object.keys(samples).sort());
  });
});

it('say the values they are about', () => {
  const overtaken: Reason = { code: 'superseded', params: { by: 30, last: 'notices-off' } };
  expect(reasonWords(overtaken, 'en')).toBe(
    'Overtaken by the stage 30 days before the end (before that: notices for this order are switched off)',
  );
  expect(reasonWords({ code: 'stage-open', params: { daysLeft: 1 } }, 'es')).toBe('Queda 1 día');
  expect(reasonWords({ code: 'stage-open', params: { daysLeft: -7 } }, 'es')).toBe('Terminó hace 7 días');
  expect(reasonWords({ code: 'stage-open', params: { daysLeft: -1 } }, 'en')).toBe('Ended 1 day ago');
});

it('name days as they are in the zone asked for', () => {
  const reason: Reason = { code: 'opens-later', params: { at } };
  expect(reasonWords(reason, 'es')).toBe('Se abre el 23 nov 2026');
  expect(reasonWords(reason, 'es', 'Europe/Madrid')).toBe('Se abre el 24 nov 2026');
});

it('name stages by their side of the end', () => {
  expect(stageWords(60, 'es')).toBe('60 días antes del fin');
  expect(stageWords(-1, 'en')).toBe('1 day after the end');
});

import { describe, expect, test } from 'vitest';
import { termSaid } from './calendar-term.ts';
import type { CarryOverPolicy } from './carry-over-policy.ts';
import { promisedCoverage } from './promised-coverage.ts';

const ends = Temporal.PlainDate.from('2027-01-31');
const policy: CarryOverPolicy = {
  name: 'promise',
  source: 'a letter',
  confirmedBy: 'partner',
  windowDays: 90,
  carriesOver: true,
};
const sold = { ends, authority: 'digicert', term: 'P1Y' };
const on = (day: string, policies = [policy], what: Partial<typeof sold> & { term?: string | null } = {}) =>
  promisedCoverage(policies, { ...sold, ...what }, Temporal.PlainDate.from(day));

describe('what may be promised for renewing on a day', () => {
  test('the days kept, the days of the term, and the last day', () => {
    const promised = on('2027-01-01')!;
    expect([promised.daysKept, promised.termDays, promised.until.toString()]).toEqual([
      30,
      365,
      '2028-01-31',
    ]);
  });

  test.each([
    ['without the word of partner or authority', [{ ...policy, confirmedBy: 'guide' }], {}],
    ['where the term is not known', [policy], { term: null }],
    ['for a term in months, whose days depend on the month', [policy], { term: 'P24M' }],
  ] as const)('nothing %s', (_, policies, what) => {
    expect(on('2027-01-01', policies as unknown as CarryOverPolicy[], what as object)).toBeUndefined();
  });

  test('nothing before the window, and nothing on the last day', () => {
    expect(on('2026-10-01')).toBeUndefined();
    expect(on('2027-01-31')).toBeUndefined();
  });
});

test.each([
  ['P2Y', { years: 2 }],
  ['P24M', { months: 24 }],
  ['P365D', { days: 365 }],
  ['P0D', undefined],
])('the term %s is said in its one unit', (term, said) => {
  expect(termSaid(term)).toEqual(said);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTerm, parseCalendarTerm } from './calendar-term.ts';
import { type CarryOverPolicy, guidePolicy } from './carry-over-policy.ts';
import { coverageAfterRenewal } from './coverage.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const year = { unit: 'years', count: 1 } as const;

const anyDay = fc.integer({ min: 0, max: 9_000 }).map((offset) => day('2018-03-01').add({ days: offset }));
const anyTerm = fc.oneof(
  fc.record({ unit: fc.constant('days' as const), count: fc.integer({ min: 1, max: 1_200 }) }),
  fc.record({ unit: fc.constant('years' as const), count: fc.integer({ min: 1, max: 4 }) }),
);

test('renewing on any day of the window ends on the same day, so no day is lost', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), anyTerm, (ends, early, term) => {
      const outcome = coverageAfterRenewal({
        ends,
        renewOn: ends.subtract({ days: early }),
        term,
        policy: guidePolicy,
      });
      if (outcome.kind !== 'covered') throw new Error(outcome.kind);
      expect(outcome.daysKept).toBe(early);
      expect(outcome.coverage.until.equals(addTerm(ends, term))).toBe(true);
      expect(outcome.coverage.from.add({ days: outcome.coverage.days }).equals(outcome.coverage.until)).toBe(
        true,
      );
    }),
  );
});

test('a renewal after the end keeps nothing and begins on its own day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 400 }), anyTerm, (ends, late, term) => {
      const renewOn = ends.add({ days: late });
      const outcome = coverageAfterRenewal({ ends, renewOn, term, policy: guidePolicy });
      if (outcome.kind !== 'covered') throw new Error(outcome.kind);
      expect(outcome.daysKept).toBe(0);
      expect(outcome.coverage.until.equals(addTerm(renewOn, term))).toBe(true);
    }),
  );
});

test('a renewal before the window is refused with the first day that is possible, which is then taken', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 91, max: 500 }), anyTerm, (ends, early, term) => {
      const refused = coverageAfterRenewal({
        ends,
        renewOn: ends.subtract({ days: early }),
        term,
        policy: guidePolicy,
      });
      if (refused.kind !== 'too-early') throw new Error(refused.kind);
      expect(refused.daysEarly).toBe(early - 90);
      const taken = coverageAfterRenewal({
        ends,
        renewOn: refused.firstPossibleDay,
        term,
        policy: guidePolicy,
      });
      expect(taken).toMatchObject({ kind: 'covered', daysKept: 90 });
    }),
  );
});

describe('a policy', () => {
  const ends = day('2027-06-30');

  test('with a bound keeps no more days than its bound', () => {
    const policy: CarryOverPolicy = { ...guidePolicy, maxCarriedDays: 30 };
    expect(coverageAfterRenewal({ ends, renewOn: day('2027-05-01'), term: year, policy })).toMatchObject({
      kind: 'covered',
      daysKept: 30,
      coverage: { days: 396 },
    });
  });

  test('speaks only for its own dates, the last one included', () => {
    const policy: CarryOverPolicy = { ...guidePolicy, from: day('2027-05-01'), until: day('2027-05-31') };
    const kindOn = (renewOn: string) =>
      coverageAfterRenewal({ ends, renewOn: day(renewOn), term: year, policy }).kind;
    expect(kindOn('2027-04-30')).toBe('policy-not-in-force');
    expect(kindOn('2027-05-01')).toBe('covered');
    expect(kindOn('2027-05-31')).toBe('covered');
    expect(kindOn('2027-06-01')).toBe('policy-not-in-force');
  });
});

test('a term is a number and d or y, up to ten years', () => {
  expect(parseCalendarTerm('365d')).toEqual({ unit: 'days', count: 365 });
  expect(parseCalendarTerm(' 3Y ')).toEqual({ unit: 'years', count: 3 });
  for (const wrong of ['', '365', 'y', '0d', '-1y', '1.5y', '11y', '9999d', '1m', '1 y', '01y']) {
    expect(parseCalendarTerm(wrong), wrong).toBeUndefined();
  }
});

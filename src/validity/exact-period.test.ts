import { expect, test } from 'vitest';
import vectors from '../../test/vectors/validity-exact.json' with { type: 'json' };
import { endOfDay, lastDayShown } from './end-of-day.ts';
import { exactDays, exceedsForumLimit, inclusiveSeconds } from './exact-period.ts';

test.each(vectors.cases)('$notBefore to $notAfter is $days days', (given) => {
  const notBefore = Temporal.Instant.from(given.notBefore);
  const notAfter = Temporal.Instant.from(given.notAfter);
  expect(inclusiveSeconds(notBefore, notAfter)).toBe(given.seconds);
  expect(exactDays(notBefore, notAfter)).toBe(given.days);
  expect(exceedsForumLimit(notBefore, notAfter)).toBe(given.exceedsForumLimit);
});

test('200 days allow a difference of 17,279,999 seconds and not one more', () => {
  const notBefore = Temporal.Instant.from('2026-06-01T08:00:00Z');
  expect(exactDays(notBefore, notBefore.add({ seconds: 17_279_999 }))).toBe(200);
  expect(exactDays(notBefore, notBefore.add({ seconds: 17_280_000 }))).toBe(201);
});

test('a date without a time ends when its day is over in UTC, and is shown as that date', () => {
  const date = Temporal.PlainDate.from('2021-01-01');
  expect(endOfDay(date).toString()).toBe('2021-01-02T00:00:00Z');
  expect(lastDayShown(endOfDay(date)).toString()).toBe('2021-01-01');
  expect(lastDayShown(Temporal.Instant.from('2021-01-02T00:00:01Z')).toString()).toBe('2021-01-02');
});

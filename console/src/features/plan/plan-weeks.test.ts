import { expect, it } from 'vitest';
import { dayByKey, weeksOf } from './plan-weeks.ts';

it('lays days out in whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11-25', '2026-12-07');
  expect(weeks.map((week) => week[0])).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
  expect(weeks.every((week) => week.length === 7)).toBe(true);
});

it('goes by key from day to day and stays within the plan', () => {
  const span = { first: '2026-11-25', last: '2027-03-24' };
  expect(dayByKey('ArrowDown', '2026-11-27', span)).toBe('2026-12-04');
  expect(dayByKey('Home', '2026-12-04', span)).toBe('2026-11-30');
  expect(dayByKey('PageUp', '2026-12-04', span)).toBe('2026-11-25');
  expect(dayByKey('x', '2026-12-04', span)).toBe(null);
});

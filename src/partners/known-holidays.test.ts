import { expect, it } from 'vitest';
import { knownHolidays } from './known-holidays.ts';

it('Good Friday is where the calendar has it, and Sundays are no days off of their own', () => {
  const days = knownHolidays([2026, 2027])[0]!.days.map(({ day }) => day);
  expect(days).toContain('2026-04-03');
  expect(days).toContain('2027-03-26');
  expect(days).toContain('2026-12-08');
  // 1 November and 6 December 2026 are Sundays; 15 August 2027 is one.
  for (const sunday of ['2026-11-01', '2026-12-06', '2027-08-15']) expect(days).not.toContain(sunday);
});

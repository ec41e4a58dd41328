import { expect, test } from 'vitest';
import { lastWorkingMorning } from './last-working-morning.ts';

const morningBefore = (now: string): string => lastWorkingMorning(Temporal.Instant.from(now)).toString();

test('after ten of a working day it is that day', () => {
  expect(morningBefore('2026-11-24T17:42:00Z')).toBe('2026-11-24T09:00:00Z');
  expect(morningBefore('2026-11-24T09:00:00Z')).toBe('2026-11-24T09:00:00Z');
});

test('before ten it is the day before, before ten of a Monday the Friday', () => {
  expect(morningBefore('2026-11-24T08:59:59Z')).toBe('2026-11-23T09:00:00Z');
  expect(morningBefore('2026-11-23T06:00:00Z')).toBe('2026-11-20T09:00:00Z');
});

test('the weekend looks back to Friday, and summer time is Madrid’s', () => {
  expect(morningBefore('2026-07-04T03:00:00Z')).toBe('2026-07-03T08:00:00Z');
  expect(morningBefore('2026-07-05T21:59:59Z')).toBe('2026-07-03T08:00:00Z');
});

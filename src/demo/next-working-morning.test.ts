import { expect, test } from 'vitest';
import { nextWorkingMorning } from './next-working-morning.ts';

const morningAfter = (from: string): string => nextWorkingMorning(Temporal.Instant.from(from)).toString();

test('before ten of a working day it is that day', () => {
  expect(morningAfter('2026-11-23T05:42:00Z')).toBe('2026-11-23T09:00:00Z');
  expect(morningAfter('2026-11-23T09:00:00Z')).toBe('2026-11-23T09:00:00Z');
});

test('after ten it is the next day, after ten of a Friday the Monday', () => {
  expect(morningAfter('2026-11-23T09:00:01Z')).toBe('2026-11-24T09:00:00Z');
  expect(morningAfter('2026-11-27T12:00:00Z')).toBe('2026-11-30T09:00:00Z');
});

test('the weekend waits for Monday, and summer time is Madrid’s', () => {
  expect(morningAfter('2026-07-04T03:00:00Z')).toBe('2026-07-06T08:00:00Z');
  expect(morningAfter('2026-07-05T21:59:59Z')).toBe('2026-07-06T08:00:00Z');
});

import { expect, test } from 'vitest';
import { placeOf, stretchOf } from './timeline-places.ts';

test('the stretch reaches from the first begin to the last end, and not years back', () => {
  const orders = [{ coversFrom: '2026-06-01', coversUntil: '2027-06-01' }];
  expect(stretchOf(orders, '2026-11-23')).toEqual({ from: '2026-05-22', until: '2027-06-11' });
  const old = [{ coversFrom: '2015-01-01', coversUntil: '2016-01-01' }];
  expect(stretchOf(old, '2026-11-23').from).toBe('2025-11-13');
});

test('a day has its place in hundredths, and never leaves the strip', () => {
  const stretch = { from: '2026-01-01', until: '2026-01-11' };
  expect([
    placeOf('2026-01-06', stretch),
    placeOf('2025-01-01', stretch),
    placeOf('2030-01-01', stretch),
  ]).toEqual([50, 0, 100]);
});

import { expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

it.each([1, 3, 50, 1000, 7777])('lets %i a second through, not more in any second', (perSecond) => {
  const limit = new RateLimit(perSecond);
  const passed: number[] = [];
  for (let now = 1000; now < 11_000; now += 0.25) {
    while (limit.waitFor(now) === 0) passed.push(now);
  }
  expect(passed.length).toBeGreaterThanOrEqual(perSecond * 9.9);
  expect(passed.length).toBeLessThanOrEqual(perSecond * 10.2 + 1);
  for (let from = 0; from < passed.length; from += 97) {
    const within = passed.filter((at) => at >= passed[from]! && at < passed[from]! + 1000).length;
    expect(within).toBeLessThanOrEqual(Math.ceil(perSecond * 1.1) + 1);
  }
});

it('says how long to wait', () => {
  const limit = new RateLimit(2);
  expect(limit.waitFor(1000)).toBe(0);
  expect(limit.waitFor(1000)).toBe(500);
  expect(limit.waitFor(1500)).toBe(0);
});

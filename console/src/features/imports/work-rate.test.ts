import { expect, test } from 'vitest';
import { type Seen, seenLately, workRate } from './work-rate.ts';

const at = (seconds: number, done: number): Seen => ({ at: seconds * 1000, done });
const seenAll = (all: readonly Seen[]) => all.reduce<readonly Seen[]>(seenLately, []);

test('the pace is that of the last seconds, not of a slow beginning', () => {
  const seen = seenAll([at(0, 10), at(10, 20), at(12, 2_020), at(14, 4_020)]);
  expect(workRate(seen[0]!, seen.at(-1)!, 8_020)).toEqual({ perSecond: 1_000, secondsLeft: 4 });
});

test('work that begins again is counted anew', () => {
  expect(seenAll([at(0, 100), at(1, 5_000), at(2, 50)])).toEqual([at(2, 50)]);
});

test('nothing is said before a second has passed', () => {
  expect(workRate(at(0, 10), at(0.5, 400), null)).toBeNull();
});

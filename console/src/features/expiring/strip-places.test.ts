import { expect, it } from 'vitest';
import { keptApart, placeIn } from './strip-places.ts';

it('leaves marks alone that have room', () => {
  expect(keptApart([10, 30, 50], 5)).toEqual([10, 30, 50]);
});

it('moves crowded marks apart in their order', () => {
  expect(keptApart([10, 11, 12, 40], 5)).toEqual([10, 15, 20, 40]);
});

it('moves marks back from the end rather than past it', () => {
  expect(keptApart([97, 99, 100], 5)).toEqual([90, 95, 100]);
});

it('keeps what lies outside the stretch at its edge', () => {
  expect(placeIn({ from: 0, to: 10 }, -5)).toBe(0);
  expect(placeIn({ from: 0, to: 10 }, 25)).toBe(100);
});

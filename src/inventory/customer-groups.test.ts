import { expect, it } from 'vitest';
import { customerGroups } from './customer-groups.ts';

it('joins customers over shared addresses, also over several steps, and leaves the others out', () => {
  const groups = customerGroups([
    ['1', '2'],
    ['4', '5'],
    ['2', '3'],
    ['9', '10'],
  ]);
  expect(groups.get('3')).toEqual(['1', '2', '3']);
  expect(groups.get('1')).toBe(groups.get('3'));
  expect(groups.get('5')).toEqual(['4', '5']);
  expect(groups.get('10')).toEqual(['9', '10']);
  expect(groups.has('7')).toBe(false);
});

it('walks a chain of a hundred thousand customers', () => {
  const links = Array.from({ length: 100_000 }, (_, i) => [String(i + 1), String(i)]);
  expect(customerGroups(links).get('0')).toHaveLength(100_001);
});

import { expect, it } from 'vitest';
import { expiringFilterOf } from './expiring-query.ts';

it('reads days as the next so many, today included', () => {
  expect(expiringFilterOf({ days: '30', owner: 'Marta' })).toEqual({ owner: 'Marta', from: '0', to: '30' });
});

it('hands on only what filters: neither sort nor what is open, nor days that are no number', () => {
  expect(expiringFilterOf({ days: 'soon', sort: '-expiry', open: 'order:1', group: '7' })).toEqual({
    group: '7',
  });
});

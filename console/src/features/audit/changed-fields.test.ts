import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

test('the fields that differ are told with both sides', () => {
  expect(changedFields({ role: 'sales', on: true }, { role: 'support', on: true })).toEqual([
    { field: 'role', was: 'sales', is: 'support' },
  ]);
});

test('what is new has no before, what is gone no after', () => {
  expect(changedFields(null, { name: 'Luis' })).toEqual([{ field: 'name', was: undefined, is: 'Luis' }]);
  expect(changedFields({ words: 'Llamar' }, null)).toEqual([
    { field: 'words', was: 'Llamar', is: undefined },
  ]);
});

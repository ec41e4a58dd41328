import { describe, expect, test } from 'vitest';
import { isSameView, isVisible, mayChange, type View } from './saved-view.ts';

const view: View = {
  ...{ id: '1', page: 'orders', name: 'OV', words: { status: 'issued', sort: '-ends' }, columns: null },
  ...{ shared: false, person: 'marta', personName: 'Marta', removed: false },
  changedAt: Temporal.Instant.from('2026-11-23T10:00:00Z'),
};
const viewer = (person: string, mayShare = false) => ({ person, personName: person, mayShare });

describe('a view of one’s own', () => {
  test('is seen and changed by its maker alone, whatever others may', () => {
    expect([isVisible(view, viewer('marta')), mayChange(view, viewer('marta'))]).toEqual([true, true]);
    expect([isVisible(view, viewer('luis', true)), mayChange(view, viewer('luis', true))]).toEqual([
      false,
      false,
    ]);
  });
});

describe('a shared view', () => {
  const shared = { ...view, shared: true };
  test('is seen by everybody and changed by whoever may share', () => {
    expect(isVisible(shared, viewer('luis'))).toBe(true);
    expect(mayChange(shared, viewer('luis'))).toBe(false);
    expect(mayChange(shared, viewer('luis', true))).toBe(true);
  });

  test('is no longer changed by its maker once the maker may not share', () => {
    expect(mayChange(shared, viewer('marta'))).toBe(false);
  });
});

test('a removed view is seen by nobody', () => {
  expect(isVisible({ ...view, removed: true }, viewer('marta'))).toBe(false);
});

test('the order of the words of a view does not matter, that of its columns does', () => {
  expect(isSameView(view, { ...view, words: { sort: '-ends', status: 'issued' } })).toBe(true);
  expect(isSameView(view, { ...view, words: { status: 'issued' } })).toBe(false);
  const columns = { ...view, columns: ['number', 'name'] };
  expect(isSameView(columns, { ...view, columns: ['name', 'number'] })).toBe(false);
});

import { describe, expect, test } from 'vitest';
import {
  addressOfView,
  columnsOfAddress,
  columnsWord,
  isChanged,
  ownWords,
  unknownWords,
  withoutView,
} from './view-words.ts';

const view = { id: '7', words: { status: 'issued', sort: '-ends' }, columns: ['number', '-owner'] };
const opened = { status: 'issued', sort: '-ends', saved: '7', open: 'order:3' };

describe('a view in the address', () => {
  test('is unchanged while filters and sort are its own, whatever is open and in whatever order they stand', () => {
    expect(isChanged(view, opened)).toBe(false);
    expect(isChanged(view, { sort: '-ends', saved: '7', status: 'issued' })).toBe(false);
    expect(isChanged(view, { ...opened, columns: 'number,-owner' })).toBe(false);
  });

  test.each([
    ['another value', { ...opened, status: 'pending' }],
    ['one filter more', { ...opened, owner: 'Marta' }],
    ['one filter less', { saved: '7', sort: '-ends' }],
    ['another sort', { ...opened, sort: 'ends' }],
    ['other columns', { ...opened, columns: 'number,owner' }],
    ['the list’s own columns', { ...opened, columns: 'list' }],
  ])('is changed by %s', (_, address) => {
    expect(isChanged(view, address)).toBe(true);
  });

  test('takes the place of what narrowed the list before, not of the quick view', () => {
    const before = { owner: 'Luis', saved: '6', columns: 'name', open: 'order:1' };
    const after = Object.entries({ ...before, ...addressOfView(view, before) });
    expect(Object.fromEntries(after.filter(([, value]) => value !== undefined))).toEqual({
      ...{ status: 'issued', sort: '-ends', saved: '7', open: 'order:1' },
    });
  });

  test('is left with all its words', () => {
    expect(withoutView({ ...opened, columns: 'name' })).toEqual({
      ...{ status: undefined, sort: undefined, saved: undefined, columns: undefined },
    });
  });

  test('keeps neither what is open nor itself when it is saved', () => {
    expect(ownWords({ ...opened, columns: 'a', text: '' })).toEqual(view.words);
  });
});

test('columns in the address are read back as they were written; none said is not “as the list has them”', () => {
  expect(columnsOfAddress(columnsWord(['number', '-owner']))).toEqual(['number', '-owner']);
  expect(columnsOfAddress(columnsWord(null))).toBeNull();
  expect(columnsOfAddress(undefined)).toBeUndefined();
});

test('a word that no filter of the page reads any more is found out', () => {
  expect(unknownWords({ words: { status: 'issued', reseller: '3' } }, ['status', 'sort'])).toEqual([
    'reseller',
  ]);
});

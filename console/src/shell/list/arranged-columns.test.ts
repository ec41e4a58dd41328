import { describe, expect, test } from 'vitest';
import { arrange, fitting, keysOf, moved } from './arranged-columns.ts';

const column = (key: string, width = '100px', card?: 'title') => ({ key, width, ...(card ? { card } : {}) });
const columns = [column('number', '160px', 'title'), column('name', 'minmax(150px, 1fr)'), column('owner')];
const shown = (keys: readonly string[] | null, of = columns) =>
  arrange(of, keys)
    .filter(({ isShown }) => isShown)
    .map((one) => one.column.key);

describe('columns', () => {
  test('stand as the list has them until somebody chooses', () => {
    expect(shown(null)).toEqual(['number', 'name', 'owner']);
  });

  test('stand as they were chosen, without those that were hidden', () => {
    expect(shown(['owner', '-name', 'number'])).toEqual(['owner', 'number']);
  });

  test('that name the row always stay', () => {
    expect(shown(['name', '-number', 'owner'])).toEqual(['name', 'number', 'owner']);
  });

  test('that came later stand after the one they follow in the list', () => {
    const later = [columns[0]!, column('price'), columns[1]!, columns[2]!];
    expect(shown(['owner', 'number', '-name'], later)).toEqual(['owner', 'number', 'price']);
  });

  test('that are gone, or were never there, are passed over', () => {
    expect(shown(['ghost', 'owner', '-other', 'name', 'number'])).toEqual(['owner', 'name', 'number']);
  });

  test('are kept so that they come back the same', () => {
    const keys = ['owner', '-name', 'number'];
    expect(keysOf(arrange(columns, keys))).toEqual(keys);
  });

  test('are moved by a place, and no further than the ends', () => {
    const all = arrange(columns, null);
    expect(keysOf(moved(all, 2, -1))).toEqual(['number', 'owner', 'name']);
    expect(moved(all, 0, -1)).toBe(all);
    expect(moved(all, 2, 1)).toBe(all);
  });
});

describe('where there is not room for all', () => {
  const at = (width: number, hasCheck = false) => fitting(columns, { width, hasCheck }).map(({ key }) => key);

  test('those at the end leave first', () => {
    expect(at(450)).toEqual(['number', 'name', 'owner']);
    expect(at(449)).toEqual(['number', 'name']);
    expect(at(450, true)).toEqual(['number', 'name']);
  });

  test('the one that names the row stays, even at the end', () => {
    const turned = [...columns].reverse();
    expect(fitting(turned, { width: 200, hasCheck: false }).map(({ key }) => key)).toEqual(['number']);
  });
});

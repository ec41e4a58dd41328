import { describe, expect, test } from 'vitest';
import { apiPath } from '../api/client.ts';
import { browserLanguage, localeFor } from '../words/catalogue.ts';
import { beginnings, chordOf, type Pressed } from './keyboard/chord.ts';
import { nextSort, sortDirection } from './list/column.ts';
import { sortedOut } from './list/filters.ts';
import { itemsOf } from './list/items.ts';
import { nothingSelected, select, selectAll } from './list/selection.ts';
import { moneyText } from './money-text.ts';
import { parseSearch, stringifySearch } from './search-text.ts';
import { temperatureOf } from './temperature.ts';
import { dayOf, daysBetween, dayText, exactText } from './time-text.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('time and money', () => {
  test('a day reads as people write it', () => {
    expect(dayText('2026-11-22', 'es-ES')).toBe('22 nov 2026');
    expect(dayText('2026-11-22', 'en-GB')).toBe('22 Nov 2026');
  });

  test('days are counted by the calendar, over a change of clocks too', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-23', '2026-11-20')).toBe(-3);
  });

  test('an instant falls on the day of the zone it is looked at from', () => {
    expect(dayOf('2026-11-22T23:30:00Z', 'Europe/Madrid')).toBe('2026-11-23');
    expect(dayOf('2026-11-23T02:30:00Z', 'America/Mexico_City')).toBe('2026-11-22');
  });

  test('the exact instant names its zone', () => {
    expect(plain(exactText('2026-11-22T09:00:04Z', 'es-ES', 'Europe/Madrid'))).toContain('10:00:04 CET');
  });

  test('an amount is exact however large, and knows its currency’s decimals', () => {
    expect(plain(moneyText({ minor: '124000', currency: 'EUR' }, 'en-GB'))).toBe('€1,240.00');
    expect(plain(moneyText({ minor: '1234', currency: 'JPY' }, 'en-GB'))).toBe('JP¥1,234');
    expect(plain(moneyText({ minor: '-5', currency: 'EUR' }, 'en-GB'))).toBe('-€0.05');
    expect(plain(moneyText({ minor: '9007199254740993123', currency: 'EUR' }, 'en-GB'))).toBe(
      '€90,071,992,547,409,931.23',
    );
  });

  test.each([
    [-1, 'lapsed'],
    [0, 'urgent'],
    [7, 'urgent'],
    [8, 'soon'],
    [90, 'soon'],
    [91, 'in-force'],
  ] as const)('%i days left is %s', (days, tone) => {
    expect(temperatureOf(days)).toBe(tone);
  });
});

describe('language', () => {
  test('the browser’s first language of ours wins, Spanish without one', () => {
    expect(browserLanguage(['fr-FR', 'en-US', 'es'])).toBe('en');
    expect(browserLanguage(['de'])).toBe('es');
  });

  test('dates follow the person’s own region where it speaks the language shown', () => {
    expect(localeFor('es', ['en-US', 'es-MX'])).toBe('es-MX');
    expect(localeFor('en', ['es-MX'])).toBe('en-GB');
  });
});

describe('the keyboard', () => {
  const key = (name: string, more: Partial<Pressed> = {}): Pressed => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isTyping: false,
    ...more,
  });

  test('a letter is a chord, and after g a part of one', () => {
    expect(chordOf(key('j'), null)).toBe('j');
    expect(beginnings).toContain('g');
    expect(chordOf(key('e'), 'g')).toBe('g e');
  });

  test('Ctrl and ⌘ are the same', () => {
    expect(chordOf(key('K', { ctrlKey: true }), null)).toBe('mod+k');
    expect(chordOf(key('k', { metaKey: true }), null)).toBe('mod+k');
  });

  test('while somebody writes, letters are letters', () => {
    expect(chordOf(key('j', { isTyping: true }), null)).toBeNull();
    expect(chordOf(key('Escape', { isTyping: true }), null)).toBe('Escape');
    expect(chordOf(key('k', { isTyping: true, ctrlKey: true }), null)).toBe('mod+k');
  });

  test('Alt belongs to the system', () => {
    expect(chordOf(key('j', { altKey: true }), null)).toBeNull();
  });
});

describe('lists', () => {
  const order = ['a', 'b', 'c', 'd'];

  test('Shift chooses the span from the last one chosen, and lets it go again', () => {
    const one = select(nothingSelected, { id: 'b', order, isRange: false });
    const span = select(one, { id: 'd', order, isRange: true });
    expect([...span.ids]).toEqual(['b', 'c', 'd']);
    expect([...select(span, { id: 'c', order, isRange: true }).ids]).toEqual(['b']);
  });

  test('all, then none', () => {
    const all = selectAll(nothingSelected, order);
    expect(all.ids.size).toBe(4);
    expect(selectAll(all, order).ids.size).toBe(0);
  });

  test('a heading sorts upwards, then downwards', () => {
    expect(nextSort(undefined, 'expiry')).toBe('expiry');
    expect(nextSort('expiry', 'expiry')).toBe('-expiry');
    expect(sortDirection('-expiry', 'expiry')).toBe('descending');
    expect(sortDirection('expiry', undefined)).toBeUndefined();
  });

  test('a group’s heading stands before its first row', () => {
    const items = itemsOf({ rows: ['a1', 'a2', 'b1'], idOf: (row) => row, groupOf: (row) => row[0]! });
    expect(items.map(({ id }) => id)).toEqual(['group-a', 'a1', 'a2', 'group-b', 'b1']);
  });

  test('filters in the address are in force, the others can be added', () => {
    const filter = (name: string) => ({
      name,
      title: name,
      says: String,
      options: [{ value: 'x', label: 'X' }],
    });
    const { inForce, addable } = sortedOut([filter('owner'), filter('product')], {
      owner: 'Marta',
      product: '',
    });
    expect(inForce.map(({ name }) => name)).toEqual(['owner']);
    expect(addable.map(({ name }) => name)).toEqual(['product']);
  });
});

describe('addresses', () => {
  test('words stay words, readable, and empty ones leave', () => {
    const text = stringifySearch({ days: 30, open: 'order:12', owner: '', text: 'a b' });
    expect(text).toBe('?days=30&open=order:12&text=a+b');
    expect(parseSearch(text)).toEqual({ days: '30', open: 'order:12', text: 'a b' });
  });

  test('a path to the API leaves out what is empty and repeats lists', () => {
    expect(apiPath('/orders', { text: '', days: 0, product: ['a', 'b'] })).toBe(
      '/api/orders?days=0&product=a&product=b',
    );
  });
});

import { expect, test } from 'vitest';
import { type DomainOrder, nameCoverage, summaryOf } from './domain-coverage.ts';

const horizon = { today: '2026-11-23', days: 90 };
let next = 0;
const order = (
  from: string,
  until: string,
  names: string[],
  more: Partial<DomainOrder> = {},
): DomainOrder => ({
  ...{ id: String(++next), status: 'issued', renewed: 'no', from, until, names },
  ...more,
});
const of = (orders: DomainOrder[], name: string) =>
  nameCoverage(orders, horizon).find((one) => one.name === name)!;

test('a name that ends soon with nothing after it is a gap; with something after it is covered to its end', () => {
  const old = order('2026-01-01', '2026-12-31', ['a.es']);
  expect(of([old], 'a.es')).toMatchObject({ state: 'gap', endsOn: '2026-12-31' });
  const follows = order('2027-01-01', '2027-12-31', ['a.es']);
  expect(of([old, follows], 'a.es')).toMatchObject({
    state: 'covered',
    endsOn: '2027-12-31',
    isDuplicate: false,
  });
});

test('what is known to be renewed, though not by which order, is no gap', () => {
  const old = order('2026-01-01', '2026-12-31', ['a.es'], { renewed: 'renewed' });
  expect(of([old], 'a.es').state).toBe('covered');
});

test('a day between two orders breaks the coverage', () => {
  const orders = [order('2026-01-01', '2026-12-31', ['a.es']), order('2027-01-02', '2027-12-31', ['a.es'])];
  expect(of(orders, 'a.es')).toMatchObject({ state: 'gap', endsOn: '2026-12-31' });
});

test('what has just ended is a gap, what ended long ago is past, and what only begins later is said so', () => {
  expect(of([order('2025-11-01', '2026-11-20', ['a.es'])], 'a.es').state).toBe('gap');
  expect(of([order('2024-11-01', '2025-11-20', ['a.es'])], 'a.es').state).toBe('past');
  expect(of([order('2026-12-01', '2027-11-20', ['a.es'])], 'a.es').state).toBe('later');
});

test('a wildcard speaks for one label below it and not for the domain itself', () => {
  const wild = order('2026-01-01', '2027-12-31', ['*.a.es']);
  const orders = [wild, order('2026-01-01', '2026-12-01', ['a.es', 'www.a.es', 'x.www.a.es'])];
  expect(of(orders, 'www.a.es')).toMatchObject({ state: 'covered', endsOn: '2027-12-31' });
  expect(of(orders, 'www.a.es').by).toContainEqual({ order: wild.id, how: 'wildcard' });
  expect([of(orders, 'a.es').state, of(orders, 'x.www.a.es').state]).toEqual(['gap', 'gap']);
});

test('two orders of which none follows the other are duplicates; a renewal beside its predecessor is none', () => {
  const first = order('2026-01-01', '2027-06-01', ['a.es', 'b.a.es']);
  const second = order('2026-02-01', '2027-08-01', ['a.es']);
  expect(of([first, second], 'a.es').isDuplicate).toBe(true);
  expect(of([first, second], 'b.a.es').isDuplicate).toBe(false);
  expect(of([{ ...first, renewed: 'perhaps' }, second], 'a.es').isDuplicate).toBe(false);
});

test('orders that were revoked or wait for their certificate speak for nothing', () => {
  const orders = [
    order('2026-01-01', '2027-06-01', ['a.es'], { status: 'revoked' }),
    order('2026-01-01', '2027-06-01', ['a.es'], { status: 'pending' }),
  ];
  expect(nameCoverage(orders, horizon)).toEqual([]);
});

test('a domain is summed up by its names and orders, the first end and the first gap', () => {
  const orders = [
    order('2026-01-01', '2026-12-10', ['a.es', 'www.a.es']),
    order('2026-01-01', '2027-08-01', ['a.es']),
    order('2020-01-01', '2021-01-01', ['old.a.es']),
  ];
  expect(summaryOf(orders, nameCoverage(orders, horizon), horizon)).toEqual({
    ...{ names: 2, orders: 2, endsOn: '2026-12-10' },
    ...{ gaps: 1, firstGap: '2026-12-10', duplicates: 1 },
  });
});

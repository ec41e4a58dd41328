import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import vectors from '../../test/vectors/successors.json' with { type: 'json' };
import { covers } from './covers.ts';
import type { RenewedAnswer } from './renewed.ts';
import type { SuccessionOrder } from './succession-order.ts';
import { renewedAnswers } from './successors.ts';

interface Expected {
  kind: string;
  code: string;
  successors: string[];
  uncovered: string[];
  serversLeft: number;
}

describe('renewed?', () => {
  for (const { name, orders, answers } of vectors.stories) {
    test(name, () => {
      const told = renewedAnswers(orders as SuccessionOrder[]);
      expect(Object.fromEntries([...told].map(([id, answer]) => [id, brief(answer)]))).toEqual(answers);
    });
  }
});

function brief({ kind, code, successors, uncovered, serversLeft }: RenewedAnswer): Expected {
  const named = successors.map(({ id, number }) => id ?? number);
  return { kind, code, successors: named, uncovered: [...uncovered], serversLeft };
}

const dayAt = (offset: number) => Temporal.PlainDate.from('2026-01-01').add({ days: offset }).toString();
const someNames = ['a.x.example', 'b.x.example', '*.x.example', 'x.example', 'y.example'];

const arbitraryOrder = fc.record({
  names: fc.uniqueArray(fc.constantFrom(...someNames), { minLength: 1, maxLength: 3 }),
  begin: fc.integer({ min: 0, max: 420 }),
  length: fc.constantFrom(90, 200, 365, 396),
  servers: fc.constantFrom(1, 1, 1, 2),
});
type Drawn = { names: string[]; begin: number; length: number; servers: number };

function orderFrom({ names, begin, length, servers }: Drawn, index: number): SuccessionOrder {
  const number = String(1000 + index);
  return {
    id: `id${number}`,
    number,
    authority: 'digicert',
    status: 'issued',
    names,
    from: dayAt(begin),
    until: dayAt(begin + length),
    serverCount: servers,
  };
}

const unlinked = (most: number) =>
  fc.array(arbitraryOrder, { maxLength: most }).map((list) => list.map(orderFrom));

/** Some orders get links, flags and states, drawn without sense: exports contain everything. */
const anyOrders = fc
  .tuple(
    unlinked(14),
    fc.array(
      fc.record({
        renewalOf: fc.option(fc.integer({ min: 1000, max: 1015 }).map(String), { freq: 3 }),
        renewedBy: fc.option(fc.integer({ min: 1000, max: 1015 }).map(String), { freq: 3 }),
        renewedFlag: fc.boolean(),
        status: fc.constantFrom('issued', 'issued', 'issued', 'pending', 'revoked', 'canceled'),
      }),
      { minLength: 14, maxLength: 14 },
    ),
  )
  .map(([orders, extras]) =>
    orders.map((order, i): SuccessionOrder => (i % 3 === 0 ? { ...order, ...extras[i] } : order)),
  );

const matchedCodes = new Set(['newer-order', 'newer-order-leaves-names', 'newer-order-leaves-servers']);
const matched = (told: Map<string, RenewedAnswer>) =>
  [...told]
    .filter(([, { code }]) => matchedCodes.has(code))
    .map(([id, { successors }]) => ({ id, successors }));

describe('whatever the orders', () => {
  test('nobody follows two without a link, and nobody is followed by two', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const pairs = matched(renewedAnswers(orders));
        for (const { successors } of pairs) expect(successors).toHaveLength(1);
        const used = pairs.map(({ successors }) => successors[0]!.id);
        expect(new Set(used).size).toBe(used.length);
      }),
      { numRuns: 500 },
    );
  });

  test('who follows by link follows nobody else', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const told = renewedAnswers(orders);
        const linked = [...told.values()]
          .filter(({ code }) => code.startsWith('linked'))
          .flatMap(({ successors }) => successors.map(({ id }) => id));
        const guessed = matched(told).map(({ successors }) => successors[0]!.id);
        expect(guessed.filter((id) => linked.includes(id))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('their sequence changes nothing', () => {
    const shuffled = anyOrders.chain((orders) =>
      fc.tuple(fc.constant(orders), fc.shuffledSubarray(orders, { minLength: orders.length })),
    );
    fc.assert(
      fc.property(shuffled, ([orders, others]) => {
        const told = renewedAnswers(orders);
        const again = renewedAnswers(others);
        for (const { id } of orders) expect(again.get(id)).toEqual(told.get(id));
      }),
      { numRuns: 500 },
    );
  });

  test('an order of other names changes nothing', () => {
    fc.assert(
      fc.property(anyOrders, arbitraryOrder, (orders, drawn) => {
        const stranger = { ...orderFrom(drawn, 900), number: '0', names: ['www.unrelated.example'] };
        const told = renewedAnswers(orders);
        const again = renewedAnswers([stranger, ...orders]);
        for (const { id } of orders) expect(again.get(id)).toEqual(told.get(id));
      }),
      { numRuns: 500 },
    );
  });

  test('nothing follows what began later', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const byId = new Map(orders.map((order) => [order.id, order]));
        for (const [id, { successors }] of renewedAnswers(orders)) {
          for (const { begins } of successors) if (begins) expect(begins >= byId.get(id)!.from!).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('as many go quiet as any one-to-one pairing allows', () => {
    fc.assert(
      fc.property(unlinked(6), (orders) => {
        const quiet = [...renewedAnswers(orders).values()].filter(({ kind }) => kind === 'perhaps').length;
        expect(quiet).toBe(mostPairs(orders, new Set()));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The rule once more, by trying everything. */
function mostPairs(orders: readonly SuccessionOrder[], used: ReadonlySet<string>, at = 0): number {
  const older = orders[at];
  if (!older) return 0;
  let most = mostPairs(orders, used, at + 1);
  for (const newer of orders) {
    if (used.has(newer.id) || !mayFollowPlainly(older, newer)) continue;
    most = Math.max(most, 1 + mostPairs(orders, new Set([...used, newer.id]), at + 1));
  }
  return most;
}

function mayFollowPlainly(older: SuccessionOrder, newer: SuccessionOrder): boolean {
  const days = (a: string, b: string) =>
    Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
  const life = days(older.from!, older.until!);
  const early = days(newer.from!, older.until!);
  return (
    days(older.from!, newer.from!) > 0 &&
    early <= Math.min(90, Math.ceil(life / 2)) &&
    early >= -30 &&
    days(older.until!, newer.until!) >= Math.max(14, Math.ceil(life / 10)) &&
    newer.serverCount! >= older.serverCount! &&
    older.names.every((name) => newer.names.some((other) => covers(other, name)))
  );
}

/** One customer's orders: `groups` names, each on several servers, renewed every year for some years. */
function agency(count: number, groups: number): SuccessionOrder[] {
  return Array.from({ length: count }, (_, i) =>
    orderFrom(
      { names: [`s${i % groups}.agency.example`], begin: (i * 37) % 1100, length: 365, servers: 1 },
      i,
    ),
  );
}

test('an agency with 20,000 orders is answered without comparing all with all', () => {
  const started = performance.now();
  expect(renewedAnswers(agency(20_000, 4000)).size).toBe(20_000);
  expect(performance.now() - started).toBeLessThan(5000);
});

test('20,000 orders of one single name end in bounded time', () => {
  const started = performance.now();
  expect(renewedAnswers(agency(20_000, 1)).size).toBe(20_000);
  expect(performance.now() - started).toBeLessThan(30_000);
});

import type { DemoCustomer } from './demo-customers.ts';
import type { DemoOrder } from './demo-order.ts';
import { demoStories } from './demo-stories.ts';
import { OrderBook } from './order-book.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How many ordinary orders end how many days from the run day. The default cadence opens at 90, 60, 30, 7, 3, −7. */
const spread: readonly { readonly orders: number; readonly from: number; readonly to: number }[] = [
  { orders: 34, from: 61, to: 90 },
  { orders: 34, from: 31, to: 60 },
  { orders: 34, from: 8, to: 30 },
  { orders: 12, from: 4, to: 7 },
  { orders: 9, from: 0, to: 3 },
  { orders: 8, from: -6, to: -1 },
  { orders: 14, from: -20, to: -7 },
  { orders: 44, from: -300, to: -25 },
  { orders: 70, from: 91, to: 180 },
  { orders: 95, from: 181, to: 364 },
];
const longTerms = 20;

/** Some 510 orders around the run day: the ordinary ones and those that have something to tell. */
export function demoOrders(
  today: Temporal.PlainDate,
  customers: readonly DemoCustomer[],
  random: SeededRandom,
): DemoOrder[] {
  const book = new OrderBook(today, random);
  const turns = shuffled(customers, random);
  let turn = 0;
  const nextCustomer = (): DemoCustomer =>
    turn < turns.length ? turns[turn++]! : random.pick(turns.slice(0, turns.length / 2));
  for (const { orders, from, to } of spread) {
    for (let n = 0; n < orders; n++) {
      book.add({ customer: nextCustomer(), daysLeft: random.between(from, to) });
    }
  }
  for (let n = 0; n < longTerms; n++) {
    const years = random.between(2, 3);
    // Nobody has bought tomorrow: what ran longer would begin in the future.
    book.add({ customer: nextCustomer(), daysLeft: random.between(366, years * 365 - 40), years });
  }
  switchSome(book, random);
  demoStories({ book, customers: turns, random, today });
  return book.orders;
}

/** Settings that customers have asked for, here and there. */
function switchSome(book: OrderBook, random: SeededRandom): void {
  for (const order of [...book.orders]) {
    if (random.chance(0.045)) book.amend(order, { noticesOn: false });
    else if (random.chance(0.02)) book.amend(order, { autoRenew: true });
  }
}

function shuffled<T>(list: readonly T[], random: SeededRandom): T[] {
  return list
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

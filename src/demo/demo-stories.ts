import type { DemoCustomer } from './demo-customers.ts';
import type { DemoDays, DemoOrder } from './demo-order.ts';
import { productCovering } from './demo-products.ts';
import type { OrderBook } from './order-book.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Where the stories are written and who takes part in them. */
export interface StoryTelling {
  readonly book: OrderBook;
  readonly customers: readonly DemoCustomer[];
  readonly random: SeededRandom;
  readonly today: Temporal.PlainDate;
}

/** Orders that show each answer of the planner at least once. */
export function demoStories(telling: StoryTelling): void {
  eightOrdersOneMessage(telling);
  threeServersOneName(telling);
  for (let n = 0; n < 18; n++) renewedByLink(telling, n);
  renewedInTime(telling);
  for (let n = 0; n < 10; n++) perhapsRenewed(telling);
  for (let n = 0; n < 5; n++) oneHostLeftUncovered(telling);
  renewedOutOfSight(telling);
  notInForce(telling);
}

/** Eight orders in four stages, a few days apart within each: one table in one message. */
function eightOrdersOneMessage({ book, customers }: StoryTelling): void {
  const customer = customers.find(isPlainSpaniard)!;
  for (const daysLeft of [59, 58, 56, 28, 27, 6, 5, 2]) {
    book.add({ customer, daysLeft, more: { noticesOn: true, autoRenew: false } });
  }
}

/** One certificate per server, one of the three renewed: exactly one goes quiet. */
function threeServersOneName({ book, customers, today }: StoryTelling): void {
  const customer = customers.filter(isPlainSpaniard)[1]!;
  const product = productCovering('one', 'digicert')[0]!;
  const shared = { customer, product, names: [`correo.${customer.domain}`], daysLeft: 21 };
  const more = { servers: 1, noticesOn: true };
  const [first] = [1, 2, 3].map((server) =>
    book.add({ ...shared, more: { ...more, notes: `Servidor ${server}` } }),
  );
  const coverage = followingDays(first!, today, 4);
  book.add({ ...shared, coverage, more: { ...more, renewalOf: first!.number } });
}

function isPlainSpaniard({ region, holders, contact, domain }: DemoCustomer): boolean {
  return (
    region.country === 'ES' &&
    holders.length === 0 &&
    contact.address.endsWith(domain) &&
    contact.locale !== ''
  );
}

/** An order that already has its follower; the file says so at the new one, at the old one or at both. */
function renewedByLink({ book, customers, random, today }: StoryTelling, n: number): void {
  const old = book.add({ customer: random.pick(customers), daysLeft: random.between(-14, 80) });
  const follower = book.add({ ...sameAs(old), coverage: followingDays(old, today, random.between(1, 25)) });
  if (n % 3 !== 1) book.amend(follower, { renewalOf: old.number });
  if (n % 3 !== 0) book.amend(old, { renewedBy: follower.number });
}

/** Most of what ended some time ago was renewed while it still ran, as with any partner that writes in time. */
function renewedInTime({ book, random }: StoryTelling): void {
  const ended = book.orders.filter((order) => order.status === 'issued' && order.renewedBy === undefined);
  for (const old of ended) {
    const over = book.daysOver(old);
    if (over < 8 || over > 300 || !random.chance(0.8)) continue;
    const from = old.coverage.until.subtract({ days: random.between(4, 40) });
    const coverage = { from, until: old.coverage.until.add({ years: old.years }) };
    const follower = book.add({ ...sameAs(old), coverage, more: { renewalOf: old.number } });
    book.amend(old, { renewedBy: follower.number });
  }
}

/** A newer order for the same names that nobody has linked: a person should look. */
function perhapsRenewed({ book, customers, random, today }: StoryTelling): void {
  const old = book.add({
    customer: random.pick(customers),
    daysLeft: random.between(1, 80),
    more: { servers: 1 },
  });
  book.add({ ...sameAs(old), coverage: followingDays(old, today, random.between(1, 12)) });
}

/** Renewed, but the new certificate lacks a name that visitors still use. */
function oneHostLeftUncovered({ book, customers, random, today }: StoryTelling): void {
  const customer = random.pick(customers);
  const product = random.pick(productCovering('several'));
  const old = book.add({ customer, product, daysLeft: random.between(2, 55) });
  const names = old.names.length > 1 ? old.names : [...old.names, `antigua.${customer.domain}`];
  const whole = book.amend(old, { names });
  const coverage = followingDays(old, today, random.between(1, 20));
  book.add({ ...sameAs(whole), names: names.slice(0, -1), coverage, more: { renewalOf: old.number } });
}

/** The follower was bought elsewhere, or only the authority knows of it. */
function renewedOutOfSight({ book, customers, random }: StoryTelling): void {
  for (let n = 0; n < 6; n++) {
    const order = book.add({ customer: random.pick(customers), daysLeft: random.between(3, 45) });
    book.amend(
      order,
      n % 2
        ? { flaggedRenewed: true }
        : { renewedBy: `${Number.parseInt(order.number.replace(/\D/g, '').slice(-9), 10) + 77_003}` },
    );
  }
}

/** Pending, rejected, canceled and revoked: there is nothing to renew. */
function notInForce({ book, customers, random }: StoryTelling): void {
  const without = { certificate: undefined };
  for (let n = 0; n < 9; n++) {
    book.add({
      customer: random.pick(customers),
      daysLeft: 365 - n,
      more: { ...without, status: 'pending' },
    });
  }
  for (let n = 0; n < 2; n++) {
    book.add({
      customer: random.pick(customers),
      daysLeft: 350 + n,
      more: { ...without, status: 'rejected' },
    });
  }
  for (let n = 0; n < 7; n++) {
    book.add({
      customer: random.pick(customers),
      daysLeft: random.between(5, 200),
      more: { status: 'canceled' },
    });
  }
  for (let n = 0; n < 6; n++) {
    book.add({
      customer: random.pick(customers),
      daysLeft: random.between(5, 85),
      more: { status: 'revoked' },
    });
  }
}

function sameAs({ customer, product, names, years, holder, servers }: DemoOrder) {
  return { customer, product, names, years, daysLeft: 0, more: { holder, servers } };
}

/** Begun so many days ago, but not before the old one's early window, and ending when the next term does. */
function followingDays(old: DemoOrder, today: Temporal.PlainDate, daysAgo: number): DemoDays {
  const { until } = old.coverage;
  const opens = until.subtract({ days: 85 });
  const began = today.subtract({ days: daysAgo });
  const from = Temporal.PlainDate.compare(began, opens) < 0 ? opens : began;
  return { from, until: until.add({ years: old.years }) };
}

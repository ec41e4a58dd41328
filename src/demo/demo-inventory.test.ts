import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import type { InventoryRow } from '../inventory/reading/inventory-row.ts';
import { readInventory } from '../inventory/reading/read-inventory.ts';
import { type DemoInventory, demoInventory } from './demo-inventory.ts';

const today = Temporal.PlainDate.from('2026-11-24');
let inventory: DemoInventory;
let encoding: string | undefined;
let ignored: readonly string[];
const rows: InventoryRow[] = [];
const refused: string[] = [];
let repeated = 0;

beforeAll(async () => {
  inventory = demoInventory({ today, seed: 1 });
  const reading = await readInventory({
    from: Readable.from([Buffer.from(inventory.bytes)]),
    name: inventory.fileName,
  });
  ({ encoding, ignored } = reading);
  for await (const batch of reading.batches) {
    for (const line of batch) {
      if (line.kind === 'row') rows.push(line.row);
      else if (line.kind === 'refused') refused.push(line.reason.code);
      else repeated += 1;
    }
  }
});

const daysLeft = (row: InventoryRow): number => {
  const end = row.orderUntil ?? row.validUntil;
  return end ? today.until(end, { largestUnit: 'days' }).days : Number.NaN;
};
const endingWithin = (from: number, to: number): InventoryRow[] =>
  rows.filter((row) => row.status === 'issued' && daysLeft(row) >= from && daysLeft(row) <= to);

test('the same day and seed give the same bytes, another seed gives others', () => {
  expect(Buffer.compare(demoInventory({ today, seed: 1 }).bytes, inventory.bytes)).toBe(0);
  expect(Buffer.compare(demoInventory({ today, seed: 2 }).bytes, inventory.bytes)).not.toBe(0);
});

test('the reader understands every column and refuses exactly the bad rows, each for its own reason', () => {
  expect(ignored).toEqual([]);
  expect(encoding).toBe('windows-1252');
  expect(rows).toHaveLength(inventory.goodRows);
  expect(repeated).toBe(1);
  expect(refused).toHaveLength(inventory.badRows);
  expect(new Set(refused)).toEqual(
    new Set([
      'no-such-date', 'not-a-date', 'two-digit-year', 'ends-before-start', 'not-an-address', 'no-order-number',
      'mangled-number', 'unknown-status', 'bad-price', 'not-a-name', 'not-a-country', 'not-a-time-zone', 'repeated-order',
    ]), // biome-ignore format: a list of codes reads better as a paragraph
  );
});

test('there is something to say in every stage', () => {
  expect(endingWithin(61, 90).length).toBeGreaterThan(30);
  expect(endingWithin(31, 60).length).toBeGreaterThan(30);
  expect(endingWithin(8, 30).length).toBeGreaterThan(30);
  expect(endingWithin(4, 7).length).toBeGreaterThan(9);
  expect(endingWithin(0, 3).length).toBeGreaterThan(6);
  expect(endingWithin(-20, -7).length).toBeGreaterThan(9);
  expect(endingWithin(-1000, -21).length).toBeGreaterThan(15);
  const certificates = rows.filter(
    (row) => row.validUntil && row.orderUntil && row.validUntil < row.orderUntil,
  );
  expect(certificates.length).toBeGreaterThan(60);
});

test('nobody has ordered in the future, and most of what ended long ago has been renewed', () => {
  for (const { orderFrom, validFrom } of rows) {
    for (const day of [orderFrom, validFrom]) {
      if (day) expect(Temporal.PlainDate.compare(day, today)).toBeLessThanOrEqual(0);
    }
  }
  const over = endingWithin(-300, -21);
  expect(over.filter(({ renewedBy }) => renewedBy).length / over.length).toBeGreaterThan(0.6);
});

test('it speaks of many countries, three authorities and several currencies', () => {
  expect(new Set(rows.map(({ country }) => country))).toEqual(
    new Set(['ES', 'MX', 'CO', 'CL', 'AR', 'PE', 'GB', 'US', 'IE']),
  );
  expect(new Set(rows.map(({ authority }) => authority))).toEqual(
    new Set(['DigiCert', 'Sectigo', 'GlobalSign']),
  );
  expect(new Set(rows.map(({ price }) => price?.currency)).size).toBe(6);
  expect(new Set(rows.map(({ accountNumber }) => accountNumber)).size).toBeGreaterThan(110);
  expect(rows.some(({ names }) => names.some((name) => name.includes('xn--')))).toBe(true);
  expect(rows.some(({ names }) => names[0]!.startsWith('*.'))).toBe(true);
});

test('one address stands under several customers and agencies have holders', () => {
  const accounts = new Map<string, Set<string>>();
  for (const { contactEmailKey, accountNumber } of rows) {
    if (!contactEmailKey) continue;
    accounts.set(contactEmailKey, (accounts.get(contactEmailKey) ?? new Set()).add(accountNumber!));
  }
  expect([...accounts.values()].filter((set) => set.size > 1).length).toBe(3);
  expect(
    new Set(rows.filter(({ holder }) => holder).map(({ accountNumber }) => accountNumber)).size,
  ).toBeGreaterThan(3);
});

test('renewals are linked from both sides, and some orders stand on other states', () => {
  const numbers = new Set(rows.map(({ orderNumber }) => orderNumber));
  expect(rows.filter(({ renewalOf }) => renewalOf && numbers.has(renewalOf)).length).toBeGreaterThan(15);
  expect(rows.filter(({ renewedBy }) => renewedBy && numbers.has(renewedBy)).length).toBeGreaterThan(8);
  expect(rows.filter(({ renewedBy }) => renewedBy && !numbers.has(renewedBy)).length).toBe(3);
  expect(rows.filter(({ isRenewed }) => isRenewed).length).toBe(3);
  expect(rows.filter(({ noticesOn }) => noticesOn === false).length).toBeGreaterThan(8);
  expect(rows.filter(({ status }) => status === 'pending').length).toBe(9);
  expect(rows.filter(({ status }) => status === 'revoked').length).toBe(6);
  expect(rows.filter(({ contactEmail }) => contactEmail === null).length).toBe(4);
});

test('one customer has eight orders in four stages, and one name is on three servers', () => {
  const ends = (wanted: readonly number[]) => (account: string) =>
    wanted.every((days) =>
      rows.some((row) => row.accountNumber === account && row.noticesOn && daysLeft(row) === days),
    );
  const accounts = [...new Set(rows.map(({ accountNumber }) => accountNumber!))];
  expect(accounts.filter(ends([59, 58, 56, 28, 27, 6, 5, 2])).length).toBe(1);
  const threefold = rows.filter(({ commonName }) => commonName?.startsWith('correo.'));
  expect(threefold).toHaveLength(4);
  expect(threefold.filter(({ renewalOf }) => renewalOf)).toHaveLength(1);
});

test('every name and address lies where nobody can own it', () => {
  for (const { names, contactEmailKey } of rows) {
    for (const name of names) expect(name).toMatch(/\.example$/);
    if (contactEmailKey) expect(contactEmailKey).toMatch(/\.example$/);
  }
});

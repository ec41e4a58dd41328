import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { importFrom, importOrders } from '../../test/builders/import-orders.ts';
import { anOrder } from '../../test/builders/inventory-csv.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { PartnerScope } from '../storage/database.ts';
import { undoImport } from './undo-import.ts';

const samples = new URL('../../test/samples/', import.meta.url).pathname;
const orderReport = `${samples}certcentral-orders.csv`;
const ownSheet = `${samples}cartera-clientes.csv`;

let test: TestDatabase;
let scope: PartnerScope;
let partners = 0;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.close());
beforeEach(async () => {
  scope = test.db.forPartner(await test.addPartner(`partner-${++partners}`));
});

async function rows<T>(query: (partner: number) => ReturnType<typeof sql<T>>): Promise<T[]> {
  return scope.transaction(async (tx) => (await query(tx.partner).execute(tx.db)).rows);
}

interface OrderState {
  number: string;
  customer: string;
  account: string | null;
  price_minor: string | null;
  notes: string | null;
  notices_on: boolean;
  covers_until: string | null;
  renewed: string;
  renewed_evidence: { code: string; uncovered: string[] } | null;
  withdrawn: boolean;
}

const orders = () =>
  rows<OrderState>(
    (
      partner,
    ) => sql<OrderState>`select o.number, u.name as customer, u.account_number as account, o.price_minor,
      o.notes, o.notices_on, o.covers_until, o.renewed, o.renewed_evidence, o.withdrawn_at is not null as withdrawn
    from orders o join customer u on u.partner = o.partner and u.id = o.customer
    where o.partner = ${partner} order by o.number`,
  );

interface ClockState {
  id: string;
  kind: string;
  number: string;
  last_day: string;
  anchor: string;
  waiting: boolean;
  subject: string;
}

const clocks = () =>
  rows<ClockState>(
    (
      partner,
    ) => sql<ClockState>`select k.id, k.kind, o.number, (k.ends_at at time zone 'UTC')::date - 1 as last_day,
      k.anchor, k.next_at is not null as waiting, k.subject
    from clock k join orders o on o.partner = k.partner and o.id = k.order_id
    where k.partner = ${partner} order by o.number, k.kind desc, k.id`,
  );

const countOf = async (table: string): Promise<number> =>
  (
    await rows<{ n: number }>(
      (partner) => sql<{ n: number }>`
    select count(*)::integer as n from ${sql.table(table)} where partner = ${partner}`,
    )
  )[0]!.n;

/** A line of the ledger, as a pass would have written it. */
async function noteTouch(number: string): Promise<void> {
  await rows(
    (partner) => sql`
    insert into touch (partner, clock, anchor, stage, channel, order_id, kind, state, final, reason, decided_at)
    select k.partner, k.id, k.anchor, 30, 'email', k.order_id, k.kind, 'due', true, 'due', now()
    from clock k join orders o on o.partner = k.partner and o.id = k.order_id
    where k.partner = ${partner} and o.number = ${number}`,
  );
}

describe('the two sample inventories', () => {
  it('both go in; the second refuses exactly its 30 bad rows; again changes nothing', async () => {
    const first = await importFrom(scope, orderReport);
    expect(first.counts).toMatchObject({ added: 2500, changed: 0, refused: 0, customersAdded: 355 });
    expect(first.added).toHaveLength(2500);
    const second = await importFrom(scope, ownSheet, { at: '2026-11-22T11:00:00Z' });
    expect(second.counts.refused).toBe(30);
    expect(second.refused).toHaveLength(30);
    expect(second.counts.added + second.counts.changed + second.counts.unchanged).toBe(842);
    expect(new Set(second.refused.map(({ reason }) => reason.code))).toEqual(
      new Set(['no-such-date', 'not-an-address', 'no-order-number']),
    );
    const before = await orders();
    const again = await importFrom(scope, orderReport, { at: '2026-11-22T12:00:00Z' });
    expect(again.changed.filter(({ entity }) => entity === 'order')).toEqual([]);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2500 });
    expect(await orders()).toEqual(before);
    const third = await importFrom(scope, orderReport, { at: '2026-11-22T13:00:00Z' });
    expect(third.changed).toEqual([]);
    const kept = await rows<{ report: { counts: object; file: { mapping: object } } }>(
      (partner) => sql<{ report: { counts: object; file: { mapping: object } } }>`
        select report from import where partner = ${partner} and id = ${second.id}`,
    );
    expect(kept[0]!.report.counts).toMatchObject({ refused: 30 });
    expect(kept[0]!.report.file.mapping).toMatchObject({ orderNumber: 'Código de pedido' });
    expect(await countOf('import_refusal')).toBe(30);
  });

  it('the second alone goes in as well', async () => {
    const imported = await importFrom(scope, ownSheet);
    expect(imported.counts).toMatchObject({ added: 842, refused: 30 });
  });
});

describe('a plan', () => {
  it('writes nothing when it is only looked at', async () => {
    const plan = await importOrders(scope, [anOrder('1')], { dryRun: true });
    expect(plan).toMatchObject({
      kind: 'stopped',
      id: null,
      counts: { added: 1, customersAdded: 1, contactsAdded: 1 },
    });
    expect(plan.added).toEqual([
      {
        number: '1',
        authority: 'digicert',
        commonName: 'www.order1.example',
        customer: 'Bodegas Norte S.L.',
        clocks: [{ kind: 'coverage', ends: '2026-12-17' }],
        reading: 'order-end-given',
      },
    ]);
    for (const table of ['orders', 'customer', 'contact', 'clock', 'import'])
      expect(await countOf(table)).toBe(0);
  });

  it('refuses the whole file for one bad line when told to be strict', async () => {
    const file = [anOrder('1'), anOrder('2', { email: 'nobody' })];
    const strict = await importOrders(scope, file, { strict: true });
    expect(strict).toMatchObject({ kind: 'refused-strictly', counts: { refused: 1 } });
    expect(await countOf('orders')).toBe(0);
    expect((await importOrders(scope, file)).kind).toBe('applied');
    expect(await countOf('orders')).toBe(1);
  });

  it('tells a change field by field', async () => {
    await importOrders(scope, [anOrder('1', { price: '100.00', currency: 'EUR' })]);
    const { changed } = await importOrders(
      scope,
      [
        anOrder('1', {
          price: '120.00',
          currency: 'EUR',
          email: 'luis@bodegas-norte.example',
          contact: 'Luis',
        }),
      ],
      { at: '2026-11-23T10:00:00Z' },
    );
    expect(changed).toEqual([
      {
        entity: 'order',
        name: '1',
        authority: 'digicert',
        fields: [
          { field: 'contact', before: 'marta@bodegas-norte.example', after: 'luis@bodegas-norte.example' },
          { field: 'priceMinor', before: 10000, after: 12000 },
        ],
      },
    ]);
  });
});

describe('lines that turn out to be one order', () => {
  it('are refused but the first, once their authority is known', async () => {
    const { counts, refused } = await importOrders(scope, [
      anOrder('1', { authority: 'DigiCert' }),
      anOrder('1', { authority: '', notes: 'other' }),
      anOrder('1', { authority: 'Sectigo' }),
    ]);
    expect(counts).toMatchObject({ added: 2, refused: 1 });
    expect(refused).toMatchObject([
      {
        line: 3,
        column: 'order_id',
        value: '1',
        reason: { code: 'repeated-order', params: { firstLine: 2 } },
      },
    ]);
  });

  it('are counted and passed over where they say the same', async () => {
    const { counts } = await importOrders(scope, [anOrder('1'), anOrder('1')]);
    expect(counts).toMatchObject({ added: 1, refused: 0, repeated: 1 });
  });
});

describe('whose word stands', () => {
  const a = [anOrder('1', { price: '100', currency: 'EUR', notes: 'from A' })];
  const b = [anOrder('1', { price: '120', currency: 'EUR', notes: '' })];

  it('does not flip when A, B and A again are imported', async () => {
    await importOrders(scope, a, { at: '2026-11-20T10:00:00Z' });
    await importOrders(scope, b, { at: '2026-11-21T10:00:00Z' });
    const again = await importOrders(scope, a, { at: '2026-11-22T10:00:00Z' });
    expect(again.counts).toMatchObject({ changed: 0, unchanged: 1 });
    expect((await orders())[0]).toMatchObject({ price_minor: '12000', notes: null });
  });

  it('does not flip either when both came at the same instant', async () => {
    for (const file of [a, b, a, b]) await importOrders(scope, file);
    expect((await orders())[0]).toMatchObject({ price_minor: '12000' });
  });

  it('goes by the date of the file where it is given', async () => {
    await importOrders(scope, b, { at: '2026-11-20T10:00:00Z' });
    const older = await importOrders(scope, a, {
      at: '2026-11-22T10:00:00Z',
      fileDate: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    });
    expect(older.changed.flatMap(({ fields }) => fields)).toEqual([
      { field: 'notes', before: null, after: 'from A' },
    ]);
    expect((await orders())[0]).toMatchObject({ price_minor: '12000' });
  });

  it('stands firmer once a later file has confirmed it', async () => {
    const day = (text: string) => ({
      at: '2026-11-22T10:00:00Z',
      fileDate: Temporal.Instant.from(`${text}T00:00:00Z`),
    });
    await importOrders(scope, a, day('2026-01-01'));
    await importOrders(scope, [{ ...a[0]!, notes: 'from A, said again' }], day('2026-03-01'));
    await importOrders(scope, b, day('2026-02-01'));
    expect((await orders())[0]).toMatchObject({ price_minor: '10000', notes: 'from A, said again' });
  });

  it('never loses what a file has no column for', async () => {
    await importOrders(scope, [
      anOrder('1', { notes: 'call first', price: '100', currency: 'EUR', noticesOff: '1' }),
    ]);
    const { counts } = await importOrders(scope, [{ number: '1', product: 'Secure Site OV' }], {
      at: '2026-11-23T10:00:00Z',
    });
    expect(counts).toMatchObject({ changed: 0, unchanged: 1, customersAdded: 0 });
    expect((await orders())[0]).toMatchObject({
      notes: 'call first',
      notices_on: false,
      customer: 'Bodegas Norte S.L.',
    });
  });

  it('lets an older file fill in what nobody has said', async () => {
    await importOrders(scope, [{ number: '1', product: 'Secure Site OV', validUntil: '2026-12-17' }]);
    await importOrders(scope, [anOrder('1', { noticesOff: '1', notes: 'old' })], {
      fileDate: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    });
    expect((await orders())[0]).toMatchObject({ notices_on: false, notes: 'old' });
  });
});

describe('customers and contacts', () => {
  it('are one by account number, else by name in whatever spelling', async () => {
    const { counts } = await importOrders(scope, [
      anOrder('1'),
      anOrder('2', { customer: 'BODEGAS NORTE, SL' }),
      anOrder('3', { account: '', customer: 'Bodegas Norte SL' }),
      anOrder('4', { account: '', customer: 'Café Sur', email: 'info@cafe-sur.example' }),
      anOrder('5', { account: '', customer: 'CAFE SUR', email: 'INFO@CAFE-SUR.EXAMPLE' }),
    ]);
    expect(counts).toMatchObject({ added: 5, customersAdded: 2, contactsAdded: 2 });
  });

  it('a customer known by name gets its account number when it comes', async () => {
    await importOrders(scope, [anOrder('1', { account: '' }), anOrder('2', { account: '' })]);
    const later = await importOrders(scope, [anOrder('1')], { at: '2026-11-23T10:00:00Z' });
    expect(later.counts).toMatchObject({ customersAdded: 0, customersChanged: 1 });
    expect((await orders()).map(({ account }) => account)).toEqual(['C100', 'C100']);
    expect(
      (await importOrders(scope, [anOrder('1', { account: '' })], { at: '2026-11-24T10:00:00Z' })).changed,
    ).toEqual([]);
  });

  it('an order of an unknown authority becomes a known one, not a second order', async () => {
    await importOrders(scope, [anOrder('1', { product: 'Something else' })]);
    const later = await importOrders(scope, [anOrder('1')], { at: '2026-11-23T10:00:00Z' });
    expect(later.counts).toMatchObject({ added: 0, changed: 1 });
    const back = await importOrders(scope, [anOrder('1', { product: 'Something else' })], {
      at: '2026-11-24T10:00:00Z',
    });
    expect(back.counts).toMatchObject({ added: 0 });
  });
});

describe('clocks', () => {
  it('run for coverage and certificate, and for one end only once', async () => {
    await importOrders(scope, [
      anOrder('1', { orderUntil: '2027-06-01' }),
      anOrder('2'),
      anOrder('3', { status: 'pending', validFrom: '', validUntil: '', orderUntil: '' }),
      anOrder('4', { validFrom: '2025-01-01', validUntil: '2025-07-19', orderUntil: '2025-07-19' }),
    ]);
    expect(
      (await clocks()).map(({ number, kind, last_day, waiting }) => [number, kind, last_day, waiting]),
    ).toEqual([
      ['1', 'coverage', '2027-06-01', true],
      ['1', 'certificate', '2026-12-17', true],
      ['2', 'coverage', '2026-12-17', true],
      ['4', 'coverage', '2025-07-19', false],
    ]);
  });

  it('keep clock and anchor through a correction by three days', async () => {
    await importOrders(scope, [anOrder('1', { orderUntil: '2027-06-01' })]);
    const before = await clocks();
    await importOrders(scope, [anOrder('1', { orderUntil: '2027-06-04', validUntil: '2026-12-20' })], {
      at: '2026-11-23T10:00:00Z',
    });
    const after = await clocks();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.map(({ last_day, anchor }) => [last_day, anchor])).toEqual([
      ['2027-06-04', '2027-06-01'],
      ['2026-12-20', '2026-12-17'],
    ]);
  });

  it('begin another cycle for a reissued certificate, and leave the coverage alone', async () => {
    await importOrders(scope, [anOrder('1', { orderUntil: '2027-06-01' })]);
    const [coverage, certificate] = await clocks();
    await importOrders(
      scope,
      [anOrder('1', { validFrom: '2026-12-01', validUntil: '2027-05-31', orderUntil: '2027-06-01' })],
      { at: '2026-12-02T10:00:00Z' },
    );
    const after = await clocks();
    expect(after).toHaveLength(3);
    expect(after[0]).toEqual(coverage);
    expect(after[1]).toEqual(certificate);
    expect(after[2]).toMatchObject({ kind: 'certificate', anchor: '2027-05-31' });
    const replaced = await rows<{ id: string; replaced: boolean }>(
      (partner) => sql<{ id: string; replaced: boolean }>`select id, replaced_at is not null as replaced
        from certificate where partner = ${partner} order by id`,
    );
    expect(replaced).toEqual([
      { id: certificate!.subject, replaced: true },
      { id: after[2]!.subject, replaced: false },
    ]);
  });

  it('know a reissue by its serial number, however near the ends are', async () => {
    await importOrders(scope, [anOrder('1', { serial: '0a01' })]);
    await importOrders(scope, [anOrder('1', { serial: '0a02', validUntil: '2026-12-18' })], {
      at: '2026-11-23T10:00:00Z',
    });
    expect(await countOf('certificate')).toBe(2);
    await importOrders(scope, [anOrder('1', { validUntil: '2026-12-19' })], { at: '2026-11-24T10:00:00Z' });
    expect(await countOf('certificate')).toBe(2);
  });

  it('keep the coverage of a file that knows it when another one does not', async () => {
    await importOrders(scope, [anOrder('1', { orderUntil: '2027-06-01' })]);
    const { orderUntil: _, ...withoutEnd } = anOrder('1');
    const { counts } = await importOrders(scope, [withoutEnd], { at: '2026-11-23T10:00:00Z' });
    expect(counts).toMatchObject({ changed: 0 });
    expect((await orders())[0]).toMatchObject({ covers_until: '2027-06-01' });
  });

  it('begin another cycle when the order itself is renewed under its number', async () => {
    await importOrders(scope, [anOrder('1')]);
    const [before] = await clocks();
    await importOrders(
      scope,
      [anOrder('1', { validFrom: '2026-12-10', validUntil: '2027-06-26', orderUntil: '2027-06-26' })],
      { at: '2026-12-11T10:00:00Z' },
    );
    const coverage = (await clocks()).find(({ kind }) => kind === 'coverage')!;
    expect(coverage.id).toBe(before!.id);
    expect(coverage).toMatchObject({ last_day: '2027-06-26', anchor: '2027-06-26' });
  });
});

describe('renewed?', () => {
  const old = (number: string) =>
    anOrder(number, {
      commonName: 'www.norte.example',
      validFrom: '2026-06-01',
      validUntil: '2026-12-17',
      orderUntil: '2026-12-17',
    });
  const renewal = anOrder('9', {
    commonName: 'www.norte.example',
    validFrom: '2026-12-01',
    validUntil: '2027-06-18',
    orderUntil: '2027-06-18',
  });

  it('of three servers with one name and one newer order exactly one is perhaps renewed', async () => {
    await importOrders(scope, [old('1'), old('2'), old('3')]);
    expect((await orders()).map(({ renewed }) => renewed)).toEqual(['no', 'no', 'no']);
    await importOrders(scope, [renewal], { at: '2026-12-02T10:00:00Z' });
    expect((await orders()).map(({ renewed }) => renewed).sort()).toEqual(['no', 'no', 'no', 'perhaps']);
  });

  it('is answered by a link, and names what is left uncovered', async () => {
    await importOrders(scope, [
      { ...old('1'), names: 'www.norte.example shop.norte.example' },
      { ...renewal, renewalOf: '1' },
    ]);
    expect((await orders())[0]).toMatchObject({
      renewed: 'partly',
      renewed_evidence: { uncovered: ['shop.norte.example'] },
    });
    await importOrders(scope, [{ ...renewal, renewalOf: '1', names: '*.norte.example' }], {
      at: '2026-12-03T10:00:00Z',
    });
    expect((await orders())[0]).toMatchObject({ renewed: 'renewed', renewed_evidence: { code: 'linked' } });
  });

  it('is answered by the authority, and taken back with its flag', async () => {
    await importOrders(scope, [{ ...old('1'), renewed: '1' }]);
    expect((await orders())[0]).toMatchObject({
      renewed: 'renewed',
      renewed_evidence: { code: 'authority-flag' },
    });
    await importOrders(scope, [{ ...old('1'), renewed: '0' }], { at: '2026-12-03T10:00:00Z' });
    expect((await orders())[0]).toMatchObject({ renewed: 'no', renewed_evidence: null });
  });

  it('wakes the clocks whose answer changed', async () => {
    await importOrders(scope, [old('1')]);
    await rows((partner) => sql`update clock set next_at = null where partner = ${partner}`);
    await importOrders(scope, [{ ...renewal, renewalOf: '1' }], { at: '2026-12-02T10:00:00Z' });
    expect((await clocks()).every(({ waiting }) => waiting)).toBe(true);
  });
});

describe('undo', () => {
  const undo = async (id: string | null) => {
    const outcome = await undoImport(scope, id!, {
      now: () => Temporal.Instant.from('2026-11-25T10:00:00Z'),
    });
    return outcome.kind === 'undone' ? outcome.report : outcome;
  };

  it('takes back what was added, with customers and contacts that came with it', async () => {
    const { id } = await importOrders(scope, [anOrder('1'), anOrder('2', { orderUntil: '2027-06-01' })]);
    expect(await undo(id)).toMatchObject({
      ordersRemoved: 2,
      customersRemoved: 1,
      contactsRemoved: 1,
      keptCount: 0,
    });
    for (const table of ['orders', 'customer', 'contact', 'clock', 'certificate', 'order_name'])
      expect(await countOf(table)).toBe(0);
    expect(await undo(id)).toMatchObject({ kind: 'undone-before' });
    expect(await undo('999999')).toEqual({ kind: 'not-found' });
  });

  it('restores changed fields, the certificate and its clock', async () => {
    await importOrders(scope, [anOrder('1', { orderUntil: '2027-06-01', notes: 'first' })]);
    const before = [await orders(), await clocks()];
    const { id } = await importOrders(
      scope,
      [
        anOrder('1', {
          validFrom: '2026-12-01',
          validUntil: '2027-05-31',
          orderUntil: '2027-06-01',
          notes: 'second',
          names: 'www.order1.example b.example',
        }),
      ],
      { at: '2026-11-23T10:00:00Z' },
    );
    expect(await undo(id)).toMatchObject({ ordersRestored: 1, keptCount: 0 });
    expect([await orders(), await clocks()]).toEqual(before);
    expect(await countOf('certificate')).toBe(1);
    expect(await countOf('order_name')).toBe(1);
  });

  it('leaves what a later import has changed or confirmed, and says so', async () => {
    const first = await importOrders(scope, [anOrder('1', { notes: 'a', price: '1', currency: 'EUR' })]);
    const second = await importOrders(scope, [anOrder('1', { notes: 'b', price: '2', currency: 'EUR' })], {
      at: '2026-11-23T10:00:00Z',
    });
    await importOrders(scope, [{ number: '1', product: 'Secure Site OV', notes: 'c' }], {
      at: '2026-11-24T10:00:00Z',
    });
    expect(await undo(second.id)).toMatchObject({
      ordersRestored: 1,
      kept: [{ entity: 'order', name: '1', fields: ['notes'], reason: 'changed-since' }],
    });
    expect((await orders())[0]).toMatchObject({ notes: 'c', price_minor: '100' });
    expect(await undo(first.id)).toMatchObject({
      ordersRemoved: 0,
      kept: [{ entity: 'order', name: '1', reason: 'changed-since' }],
    });
  });

  it('withdraws an order of which the ledger speaks; imported again it has the same clocks', async () => {
    const { id } = await importOrders(scope, [anOrder('1'), anOrder('2')]);
    const before = await clocks();
    await noteTouch('1');
    expect(await undo(id)).toMatchObject({ ordersRemoved: 1, ordersWithdrawn: 1, customersRemoved: 0 });
    expect(await orders()).toMatchObject([{ number: '1', withdrawn: true }]);
    expect(await clocks()).toMatchObject([{ id: before[0]!.id, waiting: false }]);
    expect(await countOf('touch')).toBe(1);
    await importOrders(scope, [anOrder('1'), anOrder('2')], { at: '2026-11-26T10:00:00Z' });
    expect(await orders()).toMatchObject([{ number: '1', withdrawn: false }, { number: '2' }]);
    expect((await clocks())[0]).toMatchObject({
      id: before[0]!.id,
      anchor: before[0]!.anchor,
      waiting: true,
    });
  });

  it('lets the same file in again as if it were new', async () => {
    await importOrders(scope, [anOrder('1', { notes: 'a' })]);
    const b = [anOrder('1', { notes: 'b' })];
    const { id } = await importOrders(scope, b, { at: '2026-11-23T10:00:00Z' });
    await undo(id);
    expect((await orders())[0]).toMatchObject({ notes: 'a' });
    await importOrders(scope, b, { at: '2026-11-24T10:00:00Z' });
    expect((await orders())[0]).toMatchObject({ notes: 'b' });
  });

  it('answers again which orders are renewed', async () => {
    await importOrders(scope, [anOrder('1')]);
    const { id } = await importOrders(
      scope,
      [
        anOrder('2', {
          renewalOf: '1',
          commonName: 'www.order1.example',
          validFrom: '2026-12-01',
          validUntil: '2027-06-18',
          orderUntil: '2027-06-18',
        }),
      ],
      { at: '2026-12-02T10:00:00Z' },
    );
    expect((await orders())[0]).toMatchObject({ renewed: 'renewed' });
    await undo(id);
    expect(await orders()).toMatchObject([{ number: '1', renewed: 'no' }]);
  });
});

describe('side by side', () => {
  it('two imports of one partner run one after the other', async () => {
    const [one, two] = await Promise.all([
      importOrders(scope, [anOrder('1'), anOrder('2')]),
      importOrders(scope, [anOrder('2'), anOrder('3')]),
    ]);
    expect(one.counts.added + two.counts.added).toBe(3);
    expect(await countOf('orders')).toBe(3);
    expect(await countOf('customer')).toBe(1);
  });

  it('partners do not see each other', async () => {
    await importOrders(scope, [anOrder('1')]);
    const other = test.db.forPartner(await test.addPartner(`partner-${++partners}`));
    const second = await importOrders(other, [anOrder('1', { customer: 'Otra S.A.' })]);
    expect(second.counts).toMatchObject({ added: 1, customersAdded: 1 });
    expect(
      await undoImport(other, (await importOrders(scope, [anOrder('2')])).id!, {
        now: () => Temporal.Now.instant(),
      }),
    ).toEqual({ kind: 'not-found' });
    expect(await orders()).toHaveLength(2);
  });
});

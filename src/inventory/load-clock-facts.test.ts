import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importOrders } from '../../test/builders/import-orders.ts';
import { anOrder } from '../../test/builders/inventory-csv.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { PartnerScope } from '../storage/database.ts';
import { loadClocks, loadClocksOfAddresses, loadDueClocks, setNextAt } from './load-clock-facts.ts';
import { loadOrdersForNotices } from './load-orders-for-notices.ts';

const defaults = { locale: 'es-ES', timeZone: 'Europe/Madrid' };
const now = Date.parse('2026-11-22T10:00:00Z');

let test: TestDatabase;
let scope: PartnerScope;
beforeAll(async () => {
  test = await testDatabase();
  scope = test.db.forPartner(test.partner);
  await importOrders(scope, [
    anOrder('1', { orderUntil: '2027-06-01', price: '218.00', currency: 'EUR', noticesOff: '1' }),
    anOrder('2', { email: 'luis@bodegas-norte.example', contact: 'Luis' }),
    anOrder('3', { customer: 'Otra S.A.', account: 'C200', email: 'marta@bodegas-norte.example' }),
    anOrder('4', { email: '', contact: '' }),
  ]);
});
afterAll(() => test.close());

const due = () => scope.transaction((tx) => loadDueClocks(tx, { now, limit: 100, defaults }));

describe('due clocks', () => {
  it('come with everything the cadence asks of the inventory', async () => {
    const { clocks, next } = await due();
    expect(next).toBeUndefined();
    expect(clocks.map(({ orderNumber, kind }) => `${orderNumber} ${kind}`).sort()).toEqual([
      '1 certificate',
      '1 coverage',
      '2 coverage',
      '3 coverage',
      '4 coverage',
    ]);
    const certificate = clocks.find(({ kind }) => kind === 'certificate')!;
    expect(certificate).toMatchObject({
      orderNumber: '1',
      authority: 'digicert',
      beganAt: Date.parse('2026-06-01'),
      endsAt: Date.parse('2026-12-18'),
      anchor: '2026-12-17',
      nextAt: now,
      coverageEndsAt: Date.parse('2027-06-02'),
      orderStatus: 'issued',
      noticesOn: false,
      renewed: { kind: 'no', evidence: null },
      replacedAt: null,
      renewalRequestedAt: null,
      automationOn: false,
      revokedUnplanned: false,
      brand: null,
    });
    expect(certificate.recipients).toMatchObject([
      {
        part: 'decides',
        addressKey: 'marta@bodegas-norte.example',
        locale: 'es-ES',
        timeZone: 'Europe/Madrid',
        writable: true,
      },
      { part: 'main', addressKey: 'marta@bodegas-norte.example' },
    ]);
  });

  it('name the customer’s main contact where the order names nobody', async () => {
    const { clocks } = await due();
    const orphan = clocks.find(({ orderNumber }) => orderNumber === '4')!;
    expect(orphan.recipients.map(({ part }) => part)).toEqual(['main']);
  });

  it('come in pages that neither repeat nor miss any', async () => {
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof due>>['next'];
    do {
      const place = after;
      const page = await scope.transaction((tx) =>
        loadDueClocks(tx, { now, limit: 2, after: place, defaults }),
      );
      seen.push(...page.clocks.map(({ clock }) => clock));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
  });

  it('are found by address across customers, with a moment before the limit', async () => {
    const find = (until: number) =>
      scope.transaction((tx) =>
        loadClocksOfAddresses(tx, {
          addressKeys: ['marta@bodegas-norte.example'],
          until,
          except: [],
          defaults,
        }),
      );
    const found = await find(now + 1);
    // Order 2 is Luis's to decide about; of order 4 nobody decides, so the customer's main contact hears of it.
    expect(new Set(found.map(({ orderNumber }) => orderNumber))).toEqual(new Set(['1', '3', '4']));
    expect(await find(now)).toEqual([]);
  });

  it('rest until the moment that is set for them, and for good where there is none', async () => {
    const { clocks } = await due();
    const [first, second] = clocks;
    const moments = new Map([
      [first!.clock, now + 1000],
      [second!.clock, null],
    ]);
    await scope.transaction((tx) => setNextAt(tx, moments));
    expect((await due()).clocks).toHaveLength(3);
    const again = await scope.transaction((tx) =>
      loadClocks(tx, { clocks: [first!.clock, second!.clock], defaults }),
    );
    expect(again.map(({ nextAt }) => nextAt).sort()).toEqual([null, now + 1000].sort());
  });

  it('of withdrawn orders are left out', async () => {
    await scope.transaction(async (tx) => {
      await sql`update orders set withdrawn_at = now() where number = '3'`.execute(tx.db);
    });
    expect((await due()).clocks.map(({ orderNumber }) => orderNumber)).not.toContain('3');
  });
});

describe('orders for notices', () => {
  it('say what a message shows', async () => {
    const { clocks } = await scope.transaction((tx) =>
      loadDueClocks(tx, { now: now + 10_000, limit: 100, defaults }),
    );
    const order = clocks.find(({ orderNumber }) => orderNumber === '1')!.order;
    const facts = await scope.transaction((tx) => loadOrdersForNotices(tx, [order, order, '424242']));
    expect([...facts.keys()]).toEqual([order]);
    expect(facts.get(order)).toMatchObject({
      number: '1',
      productName: 'Secure Site OV',
      commonName: 'www.order1.example',
      names: ['www.order1.example'],
      customerName: 'Bodegas Norte S.L.',
      accountNumber: 'C100',
      contactName: 'Marta Ruiz',
      coversUntil: '2027-06-01',
      certificateFrom: '2026-06-01',
      certificateUntil: '2026-12-17',
      price: { minor: 21800n, currency: 'EUR' },
      noticesOn: false,
    });
  });
});

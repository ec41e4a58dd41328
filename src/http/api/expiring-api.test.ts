import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiAnswer, ApiDesk, type Loose } from '../../../test/api-desk.ts';

let desk: ApiDesk;

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    { number: '1001', ends: '2026-11-20', customer: 'Zapatos SL', account: 'Z1' },
    { number: '1002', ends: '2026-11-25', customer: 'Árbol SA', account: 'A1', notices: false },
    { number: '1003', ends: '2026-12-10', customer: 'Zapatos SL', account: 'Z1', product: 'Secure Site EV' },
    { number: '1004', ends: '2027-01-10', customer: 'Mar SL', account: 'M1', names: ['tienda.mar.es'] },
    { number: '1005', ends: '2027-02-15', customer: 'Mar SL', account: 'M1' },
    { number: '1006', ends: '2027-09-15', customer: 'Mar SL', account: 'M1' },
    { number: '1007', ends: '2026-12-11', customer: 'Mar SL', account: 'M1', renewed: true },
  ]);
});
afterAll(() => desk.close());

const numbers = async (query: string) => {
  const { status, body } = await desk.get(`/api/expiring${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows.map((row: { number: string }) => row.number);
};

describe('the list', () => {
  test('holds what has lapsed within a week and what ends within 90 days, by end, without the renewed', async () => {
    desk.as({});
    expect(await numbers('')).toEqual(['1001', '1002', '1003', '1004', '1005']);
    expect(await numbers('?sort=-expiry')).toEqual(['1005', '1004', '1003', '1002', '1001']);
  });

  test('a row says what a person needs', async () => {
    const { body } = await desk.get('/api/expiring?text=1003');
    expect(body.rows[0]).toMatchObject({
      ...{
        number: '1003',
        authority: 'digicert',
        authorityName: 'DigiCert',
        product: 'Secure Site EV',
        daysLeft: 17,
        group: '30',
      },
      ...{ endsOn: '2026-12-10', endsAt: '2026-12-11T00:00:00Z', noticesOn: true, noticesGo: true },
      ...{ customer: { name: 'Zapatos SL', account: 'Z1' }, price: { minor: '12000', currency: 'EUR' } },
      ...{
        lastNotice: null,
        nextNotice: { at: '2026-12-04T00:00:00Z', stage: 7, state: 'planned' },
        why: null,
      },
    });
  });

  test('what is switched off says so instead of promising a notice', async () => {
    const { body } = await desk.get('/api/expiring?notices=off');
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({ number: '1002', nextNotice: null, noticesGo: false });
    expect(body.rows[0].why).toMatch(/notices/i);
  });

  test('filters narrow each other', async () => {
    expect(await numbers('?group=lapsed')).toEqual(['1001']);
    expect(await numbers('?group=30&renewed=all')).toEqual(['1003', '1007']);
    expect(await numbers('?product=Secure%20Site%20EV')).toEqual(['1003']);
    expect(await numbers('?from=0&to=20')).toEqual(['1002', '1003']);
    expect(await numbers('?text=ZAPATOS')).toEqual(['1001', '1003']);
    expect(await numbers('?text=tienda')).toEqual(['1004']);
    expect(await numbers('?text=arbol')).toEqual(['1002']);
    expect(await numbers('?text=nothing-has-this')).toEqual([]);
    expect(await numbers('?owner=none&kind=coverage&authority=digicert')).toHaveLength(5);
    expect(await numbers('?owner=Nobody')).toEqual([]);
  });

  test.each(['expiry', '-expiry', 'customer', '-customer', 'product', '-product'])(
    'pages by %s leave nothing out and say nothing twice',
    async (sort) => {
      const whole = await numbers(`?sort=${sort}`);
      const paged: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const { body }: ApiAnswer<Loose> = await desk.get(
          `/api/expiring?sort=${sort}&limit=2${after ? `&after=${after}` : ''}`,
        );
        paged.push(...body.rows.map((row: { number: string }) => row.number));
        after = body.next;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(5);
    },
  );

  test('a place of another order is refused', async () => {
    const { body } = await desk.get('/api/expiring?limit=2');
    const wrong = await desk.get(`/api/expiring?limit=2&sort=customer&after=${body.next}`);
    expect([wrong.status, wrong.body.kind]).toEqual([400, 'invalid']);
  });

  test('whoever is limited to a customer sees that one only, and prices only with the right to', async () => {
    const { body } = await desk.get('/api/expiring?text=1004');
    desk.as({ customers: [body.rows[0].customer.id], seesPrices: false });
    expect(await numbers('')).toEqual(['1004', '1005']);
    const limited = await desk.get('/api/expiring');
    expect(limited.body.rows[0].price).toBeNull();
    desk.as({ customers: [] });
    expect(await numbers('')).toEqual([]);
    desk.as({});
  });

  test('another partner sees nothing of it', async () => {
    desk.as({ partner: await desk.database.addPartner('other') });
    expect(await numbers('?renewed=all')).toEqual([]);
    desk.as({});
  });
});

test('counts go by the same filters', async () => {
  const { body } = await desk.get('/api/expiring/counts');
  expect(body.asOf).toBe('2026-11-23');
  const counted = Object.entries(body.groups).map(([group, { count }]: Loose) => [group, count]);
  expect(Object.fromEntries(counted)).toEqual({ lapsed: 1, 7: 1, 30: 1, 60: 1, 90: 1 });
  const narrow = await desk.get('/api/expiring/counts?text=zapatos');
  expect(narrow.body.groups['90']).toEqual({ count: 0, exact: true });
});

test('facets name what there is', async () => {
  const { body } = await desk.get('/api/expiring/facets');
  expect(body).toEqual({
    products: ['Secure Site EV', 'Secure Site OV'],
    authorities: [{ code: 'digicert', name: 'DigiCert' }],
    owners: [],
  });
});

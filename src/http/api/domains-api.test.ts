import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import type { OrderLine } from '../../../test/notices/order-line.ts';

let desk: ApiDesk;
const line = (number: string, ends: string, names: string[], more: Partial<OrderLine> = {}): OrderLine => ({
  ...{ number, ends, names, customer: 'Zapatos SL', account: 'Z1' },
  ...more,
});
const arbol = { customer: 'Árbol SA', account: 'A1' };

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    line('1', '2026-12-20', ['zapatos.es', 'www.zapatos.es']),
    // Follows the first for one of its names.
    line('2', '2027-12-10', ['www.zapatos.es'], { begins: '2026-12-01' }),
    // One wildcard and one name of its own over the same host.
    line('3', '2027-06-01', ['*.botas.com.mx']),
    line('4', '2027-08-01', ['api.botas.com.mx', 'botas.com.mx'], arbol),
    line('5', '2026-11-10', ['españa.es'], arbol),
    line('6', '2024-11-10', ['olvidado.es']),
    ...Array.from({ length: 30 }, (_, at) =>
      line(String(100 + at), '2027-10-01', [`sitio${String(at).padStart(2, '0')}.example`], arbol),
    ),
  ]);
});
afterAll(() => desk.close());

const list = async (query = ''): Promise<Loose[]> => (await desk.get(`/api/domains${query}`)).body.rows;
const domains = async (query = '') => (await list(query)).map((row) => row.domain);

test('domains stand by name, page after page, each once', async () => {
  const seen: string[] = [];
  let after = '';
  for (let pages = 0; pages < 20; pages++) {
    const { body } = await desk.get(`/api/domains?limit=7${after}`);
    seen.push(...body.rows.map((row: Loose) => row.domain));
    if (body.next === null) break;
    after = `&after=${body.next}`;
  }
  expect(seen).toHaveLength(34);
  expect(seen).toEqual([...new Set(seen)].sort());
  expect(seen).toContain('botas.com.mx');
});

test('a row says how many names and orders, the first end, what is open and whose it is', async () => {
  const rows = new Map((await list('?limit=100')).map((row) => [row.domain, row]));
  expect(rows.get('zapatos.es')).toMatchObject({
    ...{ names: 2, orders: 1, endsOn: '2026-12-20', daysLeft: 27, gaps: 1, firstGap: '2026-12-20' },
    customers: [{ name: 'Zapatos SL' }],
  });
  expect(rows.get('botas.com.mx')).toMatchObject({ names: 3, orders: 2, duplicates: 1, gaps: 0 });
  expect(rows.get('xn--espaa-rta.es')).toMatchObject({ shown: 'españa.es', orders: 0, gaps: 1 });
  expect(rows.get('olvidado.es')).toMatchObject({ names: 0, gaps: 0, endsOn: null });
});

test('gaps and ends stand by their day, duplicates by name', async () => {
  expect(await domains('?show=gaps')).toEqual(['xn--espaa-rta.es', 'zapatos.es']);
  expect(await domains('?show=gaps&days=10')).toEqual(['xn--espaa-rta.es']);
  expect(await domains('?show=ending')).toEqual(['zapatos.es']);
  expect((await domains('?show=ending&days=365&limit=3')).slice(0, 2)).toEqual([
    'zapatos.es',
    'botas.com.mx',
  ]);
  expect(await domains('?show=duplicates')).toEqual(['botas.com.mx']);
  const { body } = await desk.get('/api/domains?show=ending&days=365&limit=20');
  const next = await desk.get(`/api/domains?show=ending&days=365&limit=20&after=${body.next}`);
  expect([...body.rows, ...next.body.rows]).toHaveLength(32);
  expect((await desk.get(`/api/domains?after=${body.next}`)).status).toBe(400);
});

test('is found by its beginning, or by a host under it as somebody pastes it', async () => {
  expect(await domains('?text=sitio0')).toHaveLength(10);
  expect(await domains('?text=ESPAÑA.es')).toEqual(['xn--espaa-rta.es']);
  expect(await domains(`?text=${encodeURIComponent('https://api.botas.com.mx/tienda')}`)).toEqual([
    'botas.com.mx',
  ]);
  expect(await domains('?text=nada')).toEqual([]);
});

test('one domain: what speaks for each name, by itself or by a wildcard, and its orders', async () => {
  const { body } = await desk.get('/api/domains/botas.com.mx');
  const api = body.nameRows.find((name: Loose) => name.name === 'api.botas.com.mx');
  expect(api).toMatchObject({ state: 'covered', endsOn: '2027-08-01', isDuplicate: true });
  expect(api.by.map((by: Loose) => [by.number, by.how])).toEqual(
    expect.arrayContaining([
      ['3', 'wildcard'],
      ['4', 'exact'],
    ]),
  );
  expect(body.nameRows[0].name).toBe('api.botas.com.mx');
  expect(body.orderRows.map((order: Loose) => order.number)).toEqual(['4', '3']);
  expect(body.orderRows[0].certificates[0].validUntil).toBe('2027-08-01');
  expect((await desk.get('/api/domains/nada.es')).status).toBe(404);
});

test('who is limited to some customers sees their domains and orders only', async () => {
  const { body } = await desk.get('/api/customers?text=Zapatos');
  desk.as({ customers: [body.rows[0].id] });
  expect(await domains()).toEqual(['botas.com.mx', 'olvidado.es', 'zapatos.es']);
  expect(await domains('?show=gaps')).toEqual(['zapatos.es']);
  const view = (await desk.get('/api/domains/botas.com.mx')).body;
  expect(view.orderRows.map((order: Loose) => order.number)).toEqual(['3']);
  expect((await desk.get('/api/domains/xn--espaa-rta.es')).status).toBe(404);
  desk.as({ customers: [] });
  expect(await domains()).toEqual([]);
  desk.as({});
  expect(await domains(`?customer=${body.rows[0].id}`)).toEqual([
    'botas.com.mx',
    'olvidado.es',
    'zapatos.es',
  ]);
});

test('the file has a line for each name, and its taking is in the audit log', async () => {
  const { body } = await desk.get('/api/domains/export?show=gaps');
  expect(body).toContain('zapatos.es,zapatos.es,2026-12-20,yes,no,1,Zapatos SL');
  expect(body).toContain('zapatos.es,www.zapatos.es,2027-12-10,no,no,2 1,Zapatos SL');
  expect(body).toContain('españa.es,españa.es,2026-11-10,yes,no,5,Árbol SA');
  desk.as({ role: 'viewer' });
  expect((await desk.get('/api/domains/export')).status).toBe(403);
  desk.as({});
});

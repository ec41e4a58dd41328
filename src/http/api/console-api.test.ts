import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import { switchSending } from '../../partners/switch-sending.ts';

let desk: ApiDesk;
const ids = new Map<string, Loose>();

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    {
      number: '30001',
      ends: '2026-11-24',
      customer: 'Café Ñandú SL',
      account: 'N1',
      email: 'ana@nandu.es',
      names: ['www.nandu.es'],
    },
    { number: '30002', ends: '2026-12-10', customer: '=HYPERLINK("x")', account: 'H1' },
    { number: '30003', ends: '2027-03-10', customer: 'Café Ñandú SL', account: 'N1', email: 'ana@nandu.es' },
    { number: '30004', ends: '2026-11-10', customer: 'Perdidos SA', account: 'P1' },
    { number: '30005', ends: '2026-10-10', customer: 'Perdidos SA', account: 'P1', renewed: true },
  ]);
  for (const row of (await desk.get('/api/orders')).body.rows) ids.set(row.number, row);
});
afterAll(() => desk.close());

const customerOf = (number: string): string => ids.get(number).customer.id;

describe('customers', () => {
  test('are listed by name with what is theirs, and found without accents', async () => {
    const { body } = await desk.get('/api/customers?text=nandu');
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({
      name: 'Café Ñandú SL',
      orders: 2,
      ending: 1,
      nextEnd: '2026-11-24',
      reachable: 1,
    });
    const paged = await desk.get('/api/customers?limit=2');
    const rest = await desk.get(`/api/customers?limit=2&after=${paged.body.next}`);
    expect([...paged.body.rows, ...rest.body.rows].map((row: Loose) => row.account)).toEqual([
      'N1',
      'H1',
      'P1',
    ]);
  });

  test('one page holds everything about one', async () => {
    const { body } = await desk.get(`/api/customers/${customerOf('30001')}`);
    expect(body).toMatchObject({ name: 'Café Ñandú SL', notes: [], messages: [] });
    expect(body.latestOrders).toHaveLength(2);
    expect(body.contacts[0].consents.map((consent: Loose) => consent.purpose)).toEqual([
      'safety',
      'reminder',
      'offer',
    ]);
    expect(body.money[0]).toMatchObject({
      currency: 'EUR',
      inForce: { minor: '24000' },
      silent: { minor: '12000' },
    });
    desk.as({ seesPrices: false });
    expect((await desk.get(`/api/customers/${customerOf('30001')}`)).body.money).toEqual([]);
    desk.as({});
  });

  test('an edit needs the version, and undo brings it back', async () => {
    const path = `/api/customers/${customerOf('30001')}`;
    const { etag } = (await desk.get(path)).body;
    const done = await desk.send('PATCH', path, { owner: 'Marta', locale: 'es-MX' }, { 'if-match': etag });
    expect(done.body.changed).toBe(1);
    expect((await desk.send('PATCH', path, { owner: 'Eva' }, { 'if-match': etag })).status).toBe(412);
    expect((await desk.get('/api/expiring?owner=Marta')).body.rows).toHaveLength(1);
    await desk.send('POST', `/api/undo/${done.body.undo}`);
    expect((await desk.get(path)).body.etag).toBe(etag);
    const wrong = await desk.send('PATCH', path, { timeZone: 'Mars/Base' }, { 'if-match': etag });
    expect([wrong.status, wrong.body.kind]).toEqual([400, 'invalid']);
  });

  test('contacts are checked, changed and heeded', async () => {
    const path = `/api/customers/${customerOf('30001')}/contacts`;
    expect((await desk.send('POST', path, { address: 'not an address' })).status).toBe(400);
    const added = await desk.send('POST', path, { address: 'Luis@Nandu.ES', name: 'Luis' });
    expect(added.body.address).toBe('Luis@nandu.es');
    expect((await desk.send('POST', path, { address: 'luis@nandu.es' })).status).toBe(409);
    const one = `${path}/${added.body.id}`;
    const changed = await desk.send('PATCH', one, { phone: '+34 600' }, { 'if-match': added.body.etag });
    expect(changed.body).toMatchObject({ phone: '+34 600', name: 'Luis' });
    expect((await desk.send('PATCH', one, { phone: '1' }, { 'if-match': added.body.etag })).status).toBe(412);
    const objected = await desk.send('PUT', `${one}/consents`, { purpose: 'offer', objected: true });
    expect(objected.body.consents[2]).toMatchObject({
      purpose: 'offer',
      objected: true,
      source: 'console: Marta',
    });
    const foreign = `/api/customers/${customerOf('30002')}/contacts/${added.body.id}`;
    expect((await desk.send('PATCH', foreign, { phone: '1' }, { 'if-match': '*' })).status).toBe(404);
  });
});

describe('in bulk', () => {
  test('the switch is turned and turned back', async () => {
    const orders = [ids.get('30001').id, ids.get('30002').id];
    const done = await desk.send('POST', '/api/expiring/bulk', {
      action: 'switch-notices',
      orders,
      on: false,
    });
    expect(done.body.changed).toBe(2);
    expect((await desk.get('/api/expiring?notices=off')).body.rows).toHaveLength(2);
    expect((await desk.send('POST', `/api/undo/${done.body.undo}`)).body.undone).toBe(2);
    expect((await desk.get('/api/expiring?notices=off')).body.rows).toHaveLength(0);
  });

  test('each action takes its own right', async () => {
    const orders = [ids.get('30001').id];
    desk.as({ role: 'sales' });
    const assign = await desk.send('POST', '/api/expiring/bulk', {
      action: 'assign-owner',
      orders,
      owner: 'Eva',
    });
    desk.as({ role: 'viewer' });
    const turn = await desk.send('POST', '/api/expiring/bulk', {
      action: 'switch-notices',
      orders,
      on: false,
    });
    const take = await desk.get('/api/expiring/export');
    expect([assign.status, turn.status, take.status]).toEqual([403, 403, 403]);
    desk.as({});
  });

  test('the list leaves as a file that runs nothing, and the audit log knows', async () => {
    const csv = await desk.get<string>('/api/expiring/export?format=csv');
    expect(csv.headers.get('content-disposition')).toContain('expiring-2026-11-23.csv');
    expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(3);
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`);
    const xlsx = await desk.app.request('/api/expiring/export?format=xlsx');
    expect(
      Buffer.from(await xlsx.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const rows = await desk.inside(async (tx) => {
      const found = await tx.client.query(
        "select after from audit where action = 'exports:make' order by id",
      );
      return found.rows.map((row: Loose) => [row.after.format, row.after.rows]);
    });
    expect(rows).toEqual([
      ['csv', 2],
      ['xlsx', 2],
    ]);
  });

  test('of rows chosen by hand only these leave', async () => {
    const { body } = await desk.get('/api/expiring');
    const { clock, number } = body.rows[1];
    const csv = await desk.get<string>(`/api/expiring/export?clocks=${clock}`);
    expect(csv.body.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect(csv.body).toContain(number);
    expect((await desk.get('/api/expiring/export?clocks=1;2')).status).toBe(400);
  });
});

describe('sending now', () => {
  test('is refused while sending is off', async () => {
    const orders = [ids.get('30001').id];
    const { status, body } = await desk.send('POST', '/api/expiring/bulk', { action: 'send-now', orders });
    expect([status, body.kind]).toEqual([409, 'conflict']);
  });

  test('makes the message of the open stage once, and says why the others stay silent', async () => {
    await switchSending(desk.database.db, 'first', true, desk.now);
    // Sunday evening: without a person's word everything would wait for Monday.
    desk.at('2026-11-22T21:00:00Z');
    const orders = [ids.get('30001').id, ids.get('30003').id];
    const first = await desk.send('POST', '/api/expiring/bulk', { action: 'send-now', orders });
    expect(first.body).toMatchObject({ changed: 1, sent: { messages: 1 } });
    expect(first.body.sent.silent).toEqual([{ why: expect.any(String), orders: [ids.get('30003').id] }]);
    const again = await desk.send('POST', '/api/expiring/bulk', { action: 'send-now', orders });
    expect(again.body.sent.messages).toBe(0);
    const { body } = await desk.get('/api/messages');
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({ state: 'waiting', address: 'ana@nandu.es', orders: 1 });
  });
});

describe('messages', () => {
  test('a message is shown with its text, in a closed frame, and as a file', async () => {
    const { id } = (await desk.get('/api/messages')).body.rows[0];
    const shown = (await desk.get(`/api/messages/${id}`)).body;
    expect(shown).toMatchObject({
      to: 'Ana Ruiz <ana@nandu.es>',
      deliveries: [{ number: '30001', stage: 3 }],
    });
    expect(shown.text).toContain('30001');
    const html = await desk.get<string>(`/api/messages/${id}/html`);
    expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    expect((await desk.get<string>(`/api/messages/${id}/eml`)).body).toContain('ana@nandu.es');
    expect((await desk.get(`/api/messages?order=${ids.get('30001').id}`)).body.rows).toHaveLength(1);
    expect((await desk.get(`/api/messages?order=${ids.get('30002').id}`)).body.rows).toHaveLength(0);
    desk.as({ customers: [customerOf('30002')] });
    expect((await desk.get(`/api/messages/${id}`)).status).toBe(404);
    expect((await desk.get('/api/messages')).body.rows).toHaveLength(0);
    desk.as({});
  });
});

describe('search', () => {
  const kinds = async (q: string) =>
    (await desk.get(`/api/search?q=${encodeURIComponent(q)}`)).body.hits.map((hit: Loose) => [
      hit.kind,
      hit.title,
    ]);

  test('finds by number, name, company and address', async () => {
    expect(await kinds('30003')).toContainEqual(['order', '30003']);
    expect(await kinds('nandu.es')).toContainEqual(['name', 'www.nandu.es']);
    expect(await kinds('ÑANDÚ')).toContainEqual(['customer', 'Café Ñandú SL']);
    expect(await kinds('ana@nandu.es')).toContainEqual(['contact', 'Ana Ruiz <ana@nandu.es>']);
    expect((await kinds('ana@nandu.es')).map(([kind]: Loose) => kind)).toContain('message');
    expect(await kinds('zzzzzz')).toEqual([]);
  });

  test('shows nothing of customers that are not one’s own', async () => {
    desk.as({ customers: [customerOf('30002')] });
    expect(await kinds('nandu')).toEqual([]);
    desk.as({});
  });
});

test('each figure of the dashboard counts the rows of its list', async () => {
  desk.at('2026-11-23T10:00:00Z');
  const { body } = await desk.get('/api/dashboard');
  expect(body.sending.on).toBe(true);
  expect(body.breaking.rows).toEqual([
    expect.objectContaining({ number: '30001', told: expect.any(Boolean) }),
  ]);
  expect(body.moneyThisMonth.currencies).toEqual([
    expect.objectContaining({
      currency: 'EUR',
      silent: expect.objectContaining({ minor: '12000', currency: 'EUR' }),
      lost: expect.objectContaining({ minor: '12000', currency: 'EUR' }),
    }),
  ]);
  expect(body.renewalRate.thisQuarter).toMatchObject({
    from: '2026-10-01',
    until: '2026-11-22',
    ended: 2,
    renewed: 1,
    rate: 0.5,
  });
  expect(body.runs.lastImport.file).toBe('cartera.csv');
  const figures = [
    body.breaking,
    ...Object.values(body.due),
    body.noContact,
    body.perhapsRenewed,
    body.requests,
    body.overdueRequests,
    body.failed,
    body.sending.waiting,
    body.sending.decidedToday,
    body.sending.submittedToday,
    ...Object.values(body.moneyThisMonth.currencies[0]).filter((part) => typeof part === 'object'),
    { count: body.renewalRate.thisQuarter.ended, list: body.renewalRate.thisQuarter.list },
    { count: body.renewalRate.thisQuarter.renewed, list: body.renewalRate.thisQuarter.renewedList },
  ];
  for (const { count, list } of figures as Loose[]) {
    const { status, body: page } = await desk.get(`/api${list}`);
    expect([list, status, page.rows.length]).toEqual([list, 200, count]);
  }
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';

let desk: ApiDesk;
const ids = new Map<string, string>();

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    { number: '3001', ends: '2026-12-20', customer: 'Zapatos SL', account: 'Z1', names: ['zapatos.es'] },
    { number: '3002', ends: '2026-12-22', customer: 'Zapatos SL', account: 'Z1', names: ['botas.es'] },
    { number: '3003', ends: '2026-12-24', customer: 'Árbol SA', account: 'A1', names: ['arbol.es'] },
    { number: '3004', ends: '2026-12-26', customer: 'Árbol SA', account: 'A1', names: ['rama.es'] },
    { number: '3099', ends: '2026-06-01', customer: 'Zapatos SL', account: 'Z1', names: ['viejo.es'] },
  ]);
  for (const row of (await desk.get('/api/orders')).body.rows) ids.set(row.number, row.id);
  for (const [number, note] of [
    ['3001', 'Llamó Ana'],
    ['3002', null],
    ['3003', '=1+1'],
  ] as const) {
    await desk.send('POST', `/api/orders/${ids.get(number)}/requests`, { answer: 'renew', note });
  }
});
afterAll(() => desk.close());

const list = async (query = ''): Promise<Loose[]> => (await desk.get(`/api/requests${query}`)).body.rows;
const numbers = async (query = '') => (await list(query)).map((row) => row.order.number);
const requestOf = async (number: string) =>
  (await list('?state=all')).find((row) => row.order.number === number)!;
const order = async (number: string): Promise<Loose> =>
  (await desk.get(`/api/orders/${ids.get(number)}`)).body;
const isSilent = async (number: string) => (await order(number)).clocks[0].silent !== null;
const change = async (number: string, what: object) =>
  desk.send('POST', '/api/requests/changes', { requests: [(await requestOf(number)).id], change: what });

test('lists what is open, one page after the other, and finds it again by words', async () => {
  expect(await numbers()).toEqual(['3001', '3002', '3003']);
  const first = (await desk.get('/api/requests?sort=-ends&limit=2')).body;
  expect(first.rows.map((row: Loose) => row.order.number)).toEqual(['3003', '3002']);
  const next = (await desk.get(`/api/requests?sort=-ends&limit=2&after=${first.next}`)).body;
  expect([next.rows.map((row: Loose) => row.order.number), next.next]).toEqual([['3001'], null]);
  expect(await numbers('?text=zapatos')).toEqual(['3001', '3002']);
  expect(await numbers('?text=ana')).toEqual(['3001']);
  expect((await desk.get(`/api/requests?sort=asked&after=${first.next}`)).status).toBe(400);
});

test('is taken, dated and noted, each with its place in the history, and taken back', async () => {
  expect((await change('3001', { kind: 'take' })).body.changed).toBe(1);
  await change('3001', { kind: 'next', on: '2026-11-20' });
  const noted = await change('3001', { kind: 'note', note: 'Espera presupuesto' });
  expect(await requestOf('3001')).toMatchObject({ owner: 'Marta', nextOn: '2026-11-20', overdue: true });
  expect(await numbers('?due=overdue')).toEqual(['3001']);
  expect(await numbers('?owner=Marta')).toEqual(['3001']);
  expect(await numbers('?owner=none')).toEqual(['3002', '3003']);
  // What waits longest stands first; without a date that is since it was asked.
  expect(await numbers('?sort=due')).toEqual(['3001', '3002', '3003']);
  const { body } = await desk.get(`/api/requests/${(await requestOf('3001')).id}`);
  expect(body.events.map((event: Loose) => [event.kind, event.by])).toEqual([
    ['asked', 'Marta'],
    ['take', 'Marta'],
    ['next', 'Marta'],
    ['note', 'Marta'],
  ]);
  expect(body.events[3]).toMatchObject({
    before: { note: 'Llamó Ana' },
    after: { note: 'Espera presupuesto' },
  });
  expect((await desk.send('POST', `/api/undo/${noted.body.undo}`)).body).toEqual({ undone: 1, left: 0 });
  expect(await requestOf('3001')).toMatchObject({ note: 'Llamó Ana', owner: 'Marta' });
  expect((await change('3001', { kind: 'take' })).body).toMatchObject({ changed: 0, leftOut: 1, undo: null });
});

test('closed as renewed with a new number it is linked; a later import brings the order', async () => {
  expect(await isSilent('3001')).toBe(true);
  const closed = await change('3001', { kind: 'renewed', number: '9001' });
  expect(closed.status).toBe(200);
  expect(await requestOf('3001')).toMatchObject({
    state: 'renewed',
    newOrder: { id: null, number: '9001' },
    closedBy: 'Marta',
    nextOn: null,
  });
  expect(await order('3001')).toMatchObject({ renewed: 'renewed', renewedBy: '9001' });
  await desk.import([
    { number: '9001', begins: '2026-12-01', ends: '2027-12-20', customer: 'Zapatos SL', account: 'Z1', names: ['zapatos.es'] },
  ]); // biome-ignore format: a line of a file reads better as a line
  expect((await requestOf('3001')).newOrder.id).not.toBeNull();
  expect((await order('3001')).renewedWords).toContain('9001');
  expect((await desk.send('POST', `/api/undo/${closed.body.undo}`)).body.undone).toBe(1);
  expect(await order('3001')).toMatchObject({ renewedBy: null, renewed: 'perhaps' });
  expect(await requestOf('3001')).toMatchObject({ state: 'open', closedAt: null, nextOn: '2026-11-20' });
});

test('an order that cannot follow is refused as the new one, and nothing is changed', async () => {
  const refused = await change('3001', { kind: 'renewed', number: '3099' });
  expect([refused.status, refused.body.detail]).toEqual([400, expect.stringContaining('3099')]);
  expect((await change('3001', { kind: 'renewed', number: '3001' })).status).toBe(400);
  expect(await requestOf('3001')).toMatchObject({ state: 'open' });
  expect((await order('3001')).renewedBy).toBeNull();
});

test('declined with a reason stops everything; opened again, the touches go on until somebody says stop', async () => {
  const closed = await change('3002', { kind: 'declined', reason: 'price', note: 'Muy caro' });
  expect(closed.body.changed).toBe(1);
  expect(await requestOf('3002')).toMatchObject({ state: 'declined', reason: 'price', note: 'Muy caro' });
  expect(await order('3002')).toMatchObject({ mutedReason: 'declined', requestedAt: null });
  expect(await isSilent('3002')).toBe(true);
  expect(await numbers('?state=declined&reason=price')).toEqual(['3002']);
  expect((await change('3002', { kind: 'next', on: '2026-12-01' })).body).toMatchObject({
    changed: 0,
    leftOut: 1,
  });
  await change('3002', { kind: 'reopen' });
  expect(await isSilent('3002')).toBe(false);
  expect(await requestOf('3002')).toMatchObject({ state: 'open', silent: false, reason: null });
  await change('3002', { kind: 'silence', on: true });
  expect(await isSilent('3002')).toBe(true);
  await change('3002', { kind: 'renewed-elsewhere' });
  expect(await order('3002')).toMatchObject({ mutedReason: 'renewed-elsewhere' });
  await change('3002', { kind: 'reopen', silent: true });
  expect([await isSilent('3002'), (await order('3002')).mutedAt]).toEqual([true, null]);
});

test('many at once: those that are not open to it are counted, and one undo takes all back', async () => {
  const requests = (await list('?state=all')).map((row) => row.id);
  await change('3003', { kind: 'renewed-elsewhere' });
  const dated = await desk.send('POST', '/api/requests/changes', {
    requests,
    change: { kind: 'next', on: '2026-12-10' },
  });
  expect(dated.body).toMatchObject({ changed: 2, leftOut: 1 });
  expect((await desk.send('POST', `/api/undo/${dated.body.undo}`)).body).toEqual({ undone: 2, left: 0 });
  const two = { requests, change: { kind: 'renewed', number: '9001' } };
  expect((await desk.send('POST', '/api/requests/changes', two)).status).toBe(400);
  const counts = (await desk.get('/api/requests/counts?state=declined')).body;
  expect(counts).toMatchObject({ states: { open: 2, 'renewed-elsewhere': 1, declined: 0 }, unowned: 1 });
});

test('a customer who takes the wish back leaves a trace, and may be heard again', async () => {
  await change('3003', { kind: 'withdraw' });
  expect(await numbers('?state=withdrawn')).toEqual(['3003']);
  expect(await isSilent('3003')).toBe(false);
  await change('3003', { kind: 'reopen', silent: true });
  expect(await requestOf('3003')).toMatchObject({ state: 'open' });
  await change('3003', { kind: 'withdraw' });
  await desk.send('POST', `/api/orders/${ids.get('3003')}/requests`, { answer: 'renew' });
  // The one taken back cannot stand beside the new one.
  const kept = (await list('?state=withdrawn'))[0]!;
  const again = await desk.send('POST', '/api/requests/changes', {
    requests: [kept.id],
    change: { kind: 'reopen' },
  });
  expect(again.body).toMatchObject({ changed: 0, leftOut: 1 });
});

test('the file disarms what a spreadsheet would run, and its taking is in the audit log', async () => {
  const { body } = await desk.get('/api/requests/export?state=all');
  expect(body).toContain('3001');
  expect(body).toContain("'=1+1");
  expect(body).not.toMatch(/(^|,)=1/m);
  const rows = await desk.inside(
    async (tx) => (await tx.client.query('select action, subject_id from audit')).rows,
  );
  expect(rows).toContainEqual({ action: 'exports:make', subject_id: 'requests' });
});

test('is refused to a viewer, and outside the customers one is limited to there is nothing', async () => {
  const id = (await requestOf('3001')).id;
  const body = { requests: [id], change: { kind: 'take' } };
  desk.as({ role: 'viewer' });
  expect((await desk.send('POST', '/api/requests/changes', body)).status).toBe(403);
  desk.as({ customers: [], seesPrices: false });
  expect([await numbers(), (await desk.get(`/api/requests/${id}`)).status]).toEqual([[], 404]);
  expect((await desk.send('POST', '/api/requests/changes', body)).body).toMatchObject({ changed: 0 });
  expect((await desk.get('/api/requests/counts')).body.states.open).toBe(0);
  desk.as({ partner: await desk.database.addPartner('foreign') });
  expect((await desk.get(`/api/requests/${id}`)).status).toBe(404);
  desk.as({});
});

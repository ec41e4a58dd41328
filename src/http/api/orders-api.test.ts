import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';

let desk: ApiDesk;
const ids = new Map<string, string>();

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    {
      number: '2001',
      ends: '2026-12-20',
      customer: 'Zapatos SL',
      account: 'Z1',
      names: ['zapatos.es', 'www.zapatos.es'],
    },
    { number: '2002', ends: '2026-11-25', customer: 'Árbol SA', account: 'A1' },
    { number: '2003', ends: '2027-06-10', customer: 'Zapatos SL', account: 'Z1', status: 'pending' },
    // Nothing links these two, but the newer one covers the names and began near the older one's end.
    { number: '2010', ends: '2026-12-05', customer: 'Mar SL', account: 'M1', names: ['mar.es'] },
    {
      number: '2011',
      ends: '2027-12-04',
      begins: '2026-11-20',
      customer: 'Mar SL',
      account: 'M1',
      names: ['mar.es'],
    },
  ]);
  for (const row of (await desk.get('/api/orders')).body.rows) ids.set(row.number, row.id);
});
afterAll(() => desk.close());

const view = async (number: string): Promise<Loose> =>
  (await desk.get(`/api/orders/${ids.get(number)}`)).body;

test('the list is filtered, sorted and paged', async () => {
  const all = await desk.get('/api/orders?sort=number&limit=2');
  expect(all.body.rows.map((row: Loose) => row.number)).toEqual(['2001', '2002']);
  const next = await desk.get(`/api/orders?sort=number&limit=2&after=${all.body.next}`);
  expect(next.body.rows.map((row: Loose) => row.number)).toEqual(['2003', '2010']);
  const pending = await desk.get('/api/orders?status=pending');
  expect(pending.body.rows.map((row: Loose) => row.number)).toEqual(['2003']);
  const ends = await desk.get('/api/orders?sort=ends&text=zapatos');
  expect(ends.body.rows.map((row: Loose) => row.number)).toEqual(['2001', '2003']);
});

test('the quick view holds facts, names, clocks with what is to come, people and an ETag', async () => {
  const { headers, body } = await desk.get(`/api/orders/${ids.get('2001')}`);
  expect(headers.get('etag')).toBe(body.etag);
  expect(body).toMatchObject({
    number: '2001',
    names: ['zapatos.es', 'www.zapatos.es'],
    request: null,
    notes: [],
  });
  expect(body.clocks).toHaveLength(1);
  expect(body.clocks[0]).toMatchObject({
    kind: 'coverage',
    endsOn: '2026-12-20',
    daysLeft: 27,
    silent: null,
  });
  expect(body.clocks[0].touches.map((touch: Loose) => [touch.stage, touch.state])).toEqual([
    [7, 'planned'],
    [3, 'planned'],
    [-7, 'planned'],
  ]);
  expect(body.clocks[0].touches[0].stageWords).toBe('7 days before the end');
  expect(body.contacts[0]).toMatchObject({
    address: 'ana@2001.example.com',
    parts: expect.arrayContaining(['decides']),
  });
});

describe('an edit', () => {
  test('needs the version it was made over, and can be taken back', async () => {
    const { etag } = await view('2001');
    const path = `/api/orders/${ids.get('2001')}`;
    expect((await desk.send('PATCH', path, { owner: 'Luis' })).status).toBe(428);
    const done = await desk.send('PATCH', path, { owner: 'Luis', noticesOn: false }, { 'if-match': etag });
    expect([done.status, done.body.changed]).toEqual([200, 1]);
    const after = await view('2001');
    expect(after).toMatchObject({ owner: 'Luis', noticesOn: false });
    expect(after.clocks[0].silent).toMatch(/notices/i);
    const stale = await desk.send('PATCH', path, { owner: 'Marta' }, { 'if-match': etag });
    expect([stale.status, stale.body.kind]).toEqual([412, 'stale']);
    expect(stale.body.changed).toEqual({ noticesOn: false, owner: 'Luis' });
    const undone = await desk.send('POST', `/api/undo/${done.body.undo}`);
    expect(undone.body).toEqual({ undone: 1, left: 0 });
    expect(await view('2001')).toMatchObject({ owner: null, noticesOn: true });
    expect((await desk.send('POST', `/api/undo/${done.body.undo}`)).status).toBe(404);
  });

  test('what somebody changed again since is left alone by undo', async () => {
    const path = `/api/orders/${ids.get('2001')}`;
    const first = await desk.send('PATCH', path, { owner: 'Luis' }, { 'if-match': '*' });
    await desk.send('PATCH', path, { owner: 'Eva' }, { 'if-match': '*' });
    expect((await desk.send('POST', `/api/undo/${first.body.undo}`)).body).toEqual({ undone: 0, left: 1 });
    expect((await view('2001')).owner).toBe('Eva');
  });

  test('another person cannot take it back, and a late one finds nothing', async () => {
    const path = `/api/orders/${ids.get('2002')}`;
    const done = await desk.send('PATCH', path, { remark: 'x' }, { 'if-match': '*' });
    desk.as({ person: 'p2' });
    expect((await desk.send('POST', `/api/undo/${done.body.undo}`)).status).toBe(404);
    desk.as({}).at('2026-11-23T10:16:00Z');
    expect((await desk.send('POST', `/api/undo/${done.body.undo}`)).status).toBe(404);
  });

  test('is refused to a viewer, for another partner and outside the customers one is limited to', async () => {
    const path = `/api/orders/${ids.get('2001')}`;
    desk.as({ role: 'viewer' });
    expect((await desk.send('PATCH', path, { owner: 'x' }, { 'if-match': '*' })).status).toBe(403);
    desk.as({ customers: [] });
    expect((await desk.send('PATCH', path, { owner: 'x' }, { 'if-match': '*' })).status).toBe(404);
    desk.as({ partner: await desk.database.addPartner('foreign') });
    expect((await desk.get(path)).status).toBe(404);
    desk.as({});
  });

  test('is in the audit log', async () => {
    const rows = await desk.inside(async (tx) => {
      const { rows: found } = await tx.client.query(
        "select action, before, after from audit where subject_kind = 'order'",
      );
      return found;
    });
    expect(rows).toContainEqual({
      action: 'orders:change',
      before: { owner: null, noticesOn: true },
      after: { owner: 'Luis', noticesOn: false },
    });
    expect(rows.map((row: Loose) => row.action)).toContain('orders:change:undo');
  });
});

test('a request by hand stops the touches at once; taking it back lets them go on', async () => {
  const path = `/api/orders/${ids.get('2002')}/requests`;
  const made = await desk.send('POST', path, { answer: 'renew', note: 'Llamó Ana' });
  expect(made.status).toBe(200);
  let shown = await view('2002');
  expect(shown.request).toMatchObject({ answer: 'renew', by: 'Marta', note: 'Llamó Ana', how: 'by-hand' });
  expect(shown.clocks[0].silent).not.toBeNull();
  await desk.send('POST', `/api/undo/${made.body.undo}`);
  shown = await view('2002');
  expect(shown.request).toBeNull();
  expect(shown.clocks[0].silent).toBeNull();
  await desk.send('POST', path, { answer: 'declined' });
  shown = await view('2002');
  expect([shown.request.answer, shown.mutedReason]).toEqual(['declined', 'declined']);
  const closed = await desk.send('DELETE', path);
  expect((await view('2002')).mutedAt).toBeNull();
  await desk.send('POST', `/api/undo/${closed.body.undo}`);
  expect((await view('2002')).request.answer).toBe('declined');
  await desk.send('DELETE', path);
  expect((await desk.send('DELETE', path)).status).toBe(409);
});

test('the same key asks once, and with other words is refused', async () => {
  const path = `/api/orders/${ids.get('2003')}/notes`;
  const key = { 'idempotency-key': 'abc-1' };
  const first = await desk.send('POST', path, { words: 'Espera la validación' }, key);
  const again = await desk.send('POST', path, { words: 'Espera la validación' }, key);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect((await view('2003')).notes).toHaveLength(1);
  const other = await desk.send('POST', path, { words: 'Otra cosa' }, key);
  expect([other.status, other.body.kind]).toEqual([422, 'unsupported']);
  expect((await desk.send('DELETE', `${path}/${first.body.id}`)).status).toBe(200);
  expect((await view('2003')).notes).toHaveLength(0);
});

describe('perhaps renewed', () => {
  const list = async () => (await desk.get('/api/perhaps-renewed')).body.rows;

  test('shows old and candidate side by side with the evidence', async () => {
    const rows = await list();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{
        old: { number: '2010' },
        kind: 'perhaps',
        code: 'newer-order',
        endsOn: '2026-12-05',
        daysLeft: 12,
      },
      evidence: expect.stringContaining('2011'),
    });
    expect(rows[0].candidates.map((order: Loose) => order.number)).toEqual(['2011']);
  });

  test('a word survives the next import, and can be taken back', async () => {
    const orders = [ids.get('2010')];
    const denied = await desk.send('POST', '/api/perhaps-renewed/answers', { answer: 'deny', orders });
    expect(denied.body.changed).toBe(1);
    expect((await view('2010')).renewed).toBe('no');
    const line = {
      number: '2011',
      begins: '2026-11-20',
      customer: 'Mar SL',
      account: 'M1',
      names: ['mar.es'],
    };
    await desk.import([{ ...line, ends: '2027-12-04', servers: 2 }]);
    expect((await view('2010')).renewed).toBe('no');
    await desk.send('POST', `/api/undo/${denied.body.undo}`);
    expect((await view('2010')).renewed).toBe('perhaps');
    await desk.send('POST', '/api/perhaps-renewed/answers', { answer: 'confirm', orders });
    await desk.import([{ ...line, ends: '2027-12-04', servers: 3 }]);
    expect(await view('2010')).toMatchObject({ renewed: 'renewed' });
    expect(await list()).toEqual([]);
  });
});

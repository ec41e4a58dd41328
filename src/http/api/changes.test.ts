import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';

let desk: ApiDesk;
let order: string;
let customer: string;

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    { number: '9001', ends: '2026-12-20', customer: 'Café Ñandú SL', email: 'ana@nandu.es' },
  ]);
  const [row] = (await desk.get('/api/orders')).body.rows;
  order = `/api/orders/${row.id}`;
  customer = `/api/customers/${row.customer.id}`;
});
afterAll(() => desk.close());

const undo = async (answer: Loose): Promise<Loose> =>
  (await desk.send('POST', `/api/undo/${answer.body.undo}`)).body;

describe('an edit', () => {
  test.each(['order', 'customer', 'contact'])(
    'of an %s without If-Match is asked for its version',
    async (what) => {
      const shown = (await desk.get(customer)).body;
      const path = { order, customer, contact: `${customer}/contacts/${shown.contacts[0].id}` }[what]!;
      const answer = await desk.send('PATCH', path, { owner: 'Eva' });
      expect([answer.status, answer.body.kind, answer.body.code]).toEqual([
        428,
        'version-needed',
        'version-needed',
      ]);
    },
  );

  test('answers the new ETag, over which the next edit can be made', async () => {
    for (const path of [order, customer]) {
      const { etag } = (await desk.get(path)).body;
      const first = await desk.send('PATCH', path, { owner: 'Eva' }, { 'if-match': etag });
      const next = first.headers.get('etag')!;
      expect(next).not.toBe(etag);
      expect((await desk.get(path)).body.etag).toBe(next);
      expect((await desk.send('PATCH', path, { owner: 'Luis' }, { 'if-match': next })).status).toBe(200);
    }
  });
});

describe('is taken back:', () => {
  const contacts = async (): Promise<Loose[]> => (await desk.get(customer)).body.contacts;

  test('a contact that was added, and one that was changed', async () => {
    const added = await desk.send('POST', `${customer}/contacts`, { address: 'eva@nandu.es' });
    expect(await contacts()).toHaveLength(2);
    const path = `${customer}/contacts/${added.body.id}`;
    const changed = await desk.send('PATCH', path, { name: 'Eva' }, { 'if-match': added.body.etag });
    expect(changed.headers.get('etag')).toBe(changed.body.etag);
    expect(await undo(changed)).toEqual({ undone: 1, left: 0 });
    expect((await contacts()).find(({ id }) => id === added.body.id)).toMatchObject({ name: null });
    expect(await undo(added)).toEqual({ undone: 1, left: 0 });
    expect(await contacts()).toHaveLength(1);
  });

  test('the first contact of a customer, who hears its notices from then on', async () => {
    await desk.import([
      { number: '9002', ends: '2026-12-20', customer: 'Viuda de Orús SL', account: 'C-77', email: '' },
    ]);
    const { rows } = (await desk.get('/api/orders?text=9002')).body;
    const path = `/api/customers/${rows[0].customer.id}`;
    const heard = async (): Promise<Loose[]> => (await desk.get(`/api/orders/${rows[0].id}`)).body.contacts;
    expect(await heard()).toEqual([]);
    const added = await desk.send('POST', `${path}/contacts`, { address: 'orus@orus.example' });
    expect(added.body.isMain).toBe(true);
    expect((await heard()).map(({ address }) => address)).toEqual(['orus@orus.example']);
    expect(await undo(added)).toEqual({ undone: 1, left: 0 });
    expect(await heard()).toEqual([]);
  });

  test('but not a contact of whom something speaks by now', async () => {
    const added = await desk.send('POST', `${customer}/contacts`, { address: 'leo@nandu.es' });
    const { etag } = (await desk.get(customer)).body;
    await desk.send('PATCH', customer, { technicalContact: added.body.id }, { 'if-match': etag });
    expect(await undo(added)).toEqual({ undone: 0, left: 1 });
    expect(await contacts()).toHaveLength(2);
  });

  test('a word about consent', async () => {
    const [{ id }] = (await contacts()) as [Loose];
    const path = `${customer}/contacts/${id}/consents`;
    const said = await desk.send('PUT', path, { purpose: 'offer', objected: true });
    expect(said.body.consents[2].objected).toBe(true);
    expect(await undo(said)).toEqual({ undone: 1, left: 0 });
    expect((await contacts())[0].consents[2].objected).toBe(false);
    const again = await desk.send('PUT', path, { purpose: 'offer', objected: false });
    expect(again.body.undo).toBeNull();
  });

  test('a note that was written, and one that was taken away', async () => {
    for (const path of [order, customer]) {
      const words = async () => (await desk.get(path)).body.notes.map((note: Loose) => note.words);
      const kept = await desk.send('POST', `${path}/notes`, { words: 'Llamar el martes' });
      const gone = await desk.send('DELETE', `${path}/notes/${kept.body.id}`);
      expect(await words()).toEqual([]);
      expect(await undo(gone)).toEqual({ undone: 1, left: 0 });
      expect(await words()).toEqual(['Llamar el martes']);
      expect(await undo(kept)).toEqual({ undone: 1, left: 0 });
      expect(await words()).toEqual([]);
    }
  });

  test('a request, which keeps its time when it is opened again', async () => {
    const at = '2026-11-20T09:00:00Z';
    await desk.send('POST', `${order}/requests`, { answer: 'declined', note: null, at });
    const closed = await desk.send('DELETE', `${order}/requests`);
    desk.as({ customers: [customer.split('/').at(-1)!] }).at('2026-11-23T10:05:00Z');
    await undo(closed);
    expect((await desk.get(order)).body.request).toMatchObject({ answer: 'declined', at });
    desk.as({}).at('2026-11-23T10:00:00Z');
  });
});

test('an answer that is given again tells how many requests are left now', async () => {
  const headers = { 'idempotency-key': 'once' };
  const ask = () => desk.send('POST', `${order}/notes`, { words: 'Una vez' }, headers);
  const first = await ask();
  const second = await ask();
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(second.body).toEqual(first.body);
  const left = (answer: Loose) => Number(/r=(\d+)/.exec(answer.headers.get('ratelimit'))?.[1]);
  expect(left(second)).toBeLessThan(left(first));
});

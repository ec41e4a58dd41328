import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import { inventoryFile } from '../../../test/notices/order-line.ts';

let desk: ApiDesk;
let folder: string;

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  folder = await mkdtemp(join(tmpdir(), 'vigente-uploads-'));
  Object.assign(desk.deps, { dataFolder: folder });
  await desk.import([{ number: '4001', ends: '2026-12-20' }]);
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const upload = async (text: string): Promise<string> => {
  const body = new Blob([text]);
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await desk.app.request('/api/imports?name=cartera.csv', { method: 'POST', body, headers });
  const job = (await answer.json()) as Loose;
  expect([answer.status, job.stage]).toEqual([200, 'reading']);
  return job.id;
};

/** The work goes on behind the request; the test asks as the console does. */
const planOf = async (id: string): Promise<Loose> =>
  expect.poll(async () => (await desk.get(`/api/imports/${id}/plan`)).body, { timeout: 20_000 });

const until = async (id: string, stage: string): Promise<Loose> => {
  await (await planOf(id)).toMatchObject({ job: { stage } });
  return (await desk.get(`/api/imports/${id}/plan`)).body;
};

test('a file is read, planned, mapped anew, applied and taken back', async () => {
  const text = inventoryFile([
    { number: '4001', ends: '2026-12-20', product: 'Secure Site EV' },
    { number: '4002', ends: '2027-01-20', names: ['nuevo.example.com'] },
    { number: '4003', begins: '2026-01-01', ends: '31/31/2027' },
  ]);
  const id = await upload(text);
  const plan = await until(id, 'waiting');
  expect(plan.counts).toMatchObject({ added: 1, changed: 1, refused: 1, unchanged: 0 });
  expect(plan.columns).toContainEqual({ heading: 'Order ID', field: 'orderNumber' });
  expect((await desk.get('/api/orders')).body.rows).toHaveLength(1);
  const added = await desk.get(`/api/imports/${id}/plan/added`);
  expect(added.body.rows[0]).toMatchObject({
    number: '4002',
    authority: 'DigiCert',
    reading: expect.any(String),
  });
  const changed = await desk.get(`/api/imports/${id}/plan/changed`);
  expect(changed.body.rows).toContainEqual(expect.objectContaining({ entity: 'order', name: '4001' }));
  const refused = await desk.get(`/api/imports/${id}/plan/refused`);
  expect(refused.body.rows[0]).toMatchObject({ line: 4, value: '31/31/2027', why: expect.any(String) });
  expect((await desk.get<string>(`/api/imports/${id}/refused.csv`)).body).toContain('31/31/2027');

  await desk.send('POST', `/api/imports/${id}/mapping`, { columns: { Product: null } });
  const again = await until(id, 'waiting');
  expect(again.columns).toContainEqual({ heading: 'Product', field: null });
  expect(again.counts).toMatchObject({ added: 1, changed: 0, unchanged: 1 });

  expect((await desk.send('POST', `/api/imports/${id}/apply`)).status).toBe(200);
  const applied = await until(id, 'applied');
  expect((await desk.get('/api/orders')).body.rows).toHaveLength(2);
  expect((await desk.send('POST', `/api/imports/${id}/apply`)).status).toBe(409);
  const history = (await desk.get('/api/imports?limit=1')).body;
  expect(history.rows[0]).toMatchObject({ id: applied.job.import, file: 'cartera.csv', state: 'applied' });
  expect(history.next).not.toBeNull();
  expect((await desk.send('POST', `/api/imports/${applied.job.import}/undo`)).status).toBe(200);
  expect((await desk.get('/api/orders')).body.rows).toHaveLength(1);
  expect((await desk.send('POST', `/api/imports/${applied.job.import}/undo`)).status).toBe(409);
});

test('a file that cannot be understood says why, and changes nothing', async () => {
  const id = await upload('nothing,known\n1,2\n');
  const { job } = await until(id, 'failed');
  expect(job.problem).toEqual(expect.any(String));
});

test('is for those who may apply, and may see every customer', async () => {
  desk.as({ role: 'support' });
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await desk.app.request('/api/imports?name=x.csv', { method: 'POST', body: 'x', headers });
  expect(answer.status).toBe(403);
  desk.as({ customers: [] });
  expect((await desk.get('/api/imports')).status).toBe(403);
  desk.as({});
});

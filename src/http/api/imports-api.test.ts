import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import { inventoryFile } from '../../../test/notices/order-line.ts';

let desk: ApiDesk;

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([{ number: '4001', ends: '2026-12-20' }]);
});
afterAll(async () => {
  await desk.close();
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

const applied = async (text: string): Promise<string> => {
  const id = await upload(text);
  await until(id, 'waiting');
  await desk.send('POST', `/api/imports/${id}/apply`);
  return (await until(id, 'applied')).job.import;
};

const listed = async (): Promise<string[]> =>
  (await desk.get('/api/imports?limit=200')).body.rows.map(({ id }: Loose) => id);

const rowsOf = (table: string, id: string): Promise<number> =>
  desk.inside(async (tx) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::integer from ${sql.table(table)} where upload = ${id}`.execute(tx.db);
    return rows[0]!.count;
  });

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
  const file = (await desk.get<string>(`/api/imports/${id}/refused.csv`)).body.split('\r\n');
  expect(file[0]).toMatch(/^\ufeff?Order ID,.*,Line of the file,Refused column,Reason for refusal$/);
  expect(file[1]).toMatch(/^4003,.*31\/31\/2027.*,4,Valid until,there is no such date/);
  expect((await desk.get('/api/imports')).body.rows[0]).toMatchObject({
    ...{ kind: 'upload', id, file: 'cartera.csv', state: 'waiting', by: 'Marta', format: 'csv' },
    ...{ encoding: 'utf-8', separator: ',', counts: { added: 1 }, expiresAt: '2026-11-30T10:00:00Z' },
  });

  await desk.send('POST', `/api/imports/${id}/mapping`, { columns: { Product: null } });
  const again = await until(id, 'waiting');
  expect(again.columns).toContainEqual({ heading: 'Product', field: null });
  expect(again.counts).toMatchObject({ added: 1, changed: 0, unchanged: 1 });

  expect((await desk.send('POST', `/api/imports/${id}/apply`)).status).toBe(200);
  const applied = await until(id, 'applied');
  expect((await desk.get('/api/orders')).body.rows).toHaveLength(2);
  expect((await desk.send('POST', `/api/imports/${id}/apply`)).status).toBe(409);
  const history = (await desk.get('/api/imports?limit=1')).body;
  expect(history.rows[0]).toMatchObject({
    ...{ kind: 'import', id: applied.job.import, file: 'cartera.csv', state: 'applied', by: 'Marta' },
    ...{ format: 'csv', encoding: 'utf-8', separator: ',', bytes: Buffer.byteLength(text) },
  });
  expect((await desk.get(`/api/imports?limit=1&after=${history.next}`)).body).toMatchObject({
    rows: [{ kind: 'import', by: null }],
    next: null,
  });
  const at = `/api/imports/${applied.job.import}`;
  expect((await desk.get(`${at}/refused`)).body.rows[0]).toMatchObject({ line: 4, value: '31/31/2027' });
  const kept = (await desk.get<string>(`${at}/refused.csv`)).body.split('\r\n');
  expect(kept.slice(0, 2)).toEqual(file.slice(0, 2));
  expect((await desk.get<string>(`/api/imports/${id}/refused.csv`)).body).toContain('31/31/2027');
  expect((await desk.get(`${at}/undo`)).body).toMatchObject({
    ordersRemoved: 1,
    ordersRestored: 0,
    kept: [],
  });
  expect((await desk.send('POST', `/api/imports/${applied.job.import}/undo`)).status).toBe(200);
  expect((await desk.get('/api/orders')).body.rows).toHaveLength(1);
  expect((await desk.send('POST', `/api/imports/${applied.job.import}/undo`)).status).toBe(409);
});

test('a file that cannot be understood says why, and changes nothing', async () => {
  const id = await upload('nothing,known\n1,2\n');
  const { job } = await until(id, 'failed');
  expect(job.problem).toEqual(expect.any(String));
});

test('an applied import tells field by field what it changed, and what undoing it would do', async () => {
  const id = await applied(
    inventoryFile([{ number: '4001', ends: '2026-12-20', product: 'Secure Site Pro' }]),
  );
  const changed = (await desk.get(`/api/imports/${id}/changed`)).body;
  expect(changed.rows).toEqual([
    expect.objectContaining({
      ...{ entity: 'order', name: '4001' },
      fields: expect.arrayContaining([
        { field: 'productName', before: 'Secure Site OV', after: 'Secure Site Pro' },
      ]),
    }),
  ]);
  expect((await desk.get(`/api/imports/${id}/undo`)).body).toMatchObject({ ordersRestored: 1, keptCount: 0 });
  const later = await applied(inventoryFile([{ number: '4001', ends: '2026-12-20', product: 'Basic DV' }]));
  const outlook = (await desk.get(`/api/imports/${id}/undo`)).body;
  expect(outlook).toMatchObject({ ordersRestored: 0, keptCount: 1 });
  expect(outlook.kept[0]).toMatchObject({ name: '4001', reason: 'changed-since' });
  const { report } = (await desk.send('POST', `/api/imports/${later}/undo`)).body;
  expect(report).toMatchObject({ ordersRestored: 1, keptCount: 0 });
  expect((await desk.get(`/api/imports/${later}`)).body).toMatchObject({
    ...{
      state: 'undone',
      undone: { ordersRestored: 1 },
      columns: expect.arrayContaining([{ heading: 'Order ID', field: 'orderNumber' }]),
    },
  });
  expect((await desk.get('/api/imports/999999')).status).toBe(404);
});

test('the same file again says when and by whom it was imported', async () => {
  const text = inventoryFile([{ number: '4050', ends: '2026-12-20' }]);
  const first = await upload(text);
  const second = await upload(text);
  await until(second, 'waiting');
  await until(first, 'waiting');
  await desk.send('POST', `/api/imports/${first}/apply`);
  const { job } = await until(first, 'applied');
  const plan = await until(second, 'waiting');
  expect(plan).toMatchObject({ before: { id: job.import, by: 'Marta', undoneAt: null }, isOutdated: true });
  await desk.send('POST', `/api/imports/${second}/mapping`, {});
  const again = await until(second, 'waiting');
  expect(again).toMatchObject({ counts: { added: 0, unchanged: 1 }, isOutdated: false });
});

test('a file is read as it is said: encoding, separator, currency; and back as it was found', async () => {
  const id = await upload('Pedido;Fin;Precio;Cliente\n4060;2027-01-31;100;Añil\n');
  const plan = await until(id, 'waiting');
  expect(plan).toMatchObject({ separator: ';', encoding: 'utf-8', currency: null, remarks: [{ count: 1 }] });
  await desk.send('POST', `/api/imports/${id}/mapping`, { currency: 'EUR', encoding: 'windows-1252' });
  expect(await until(id, 'waiting')).toMatchObject({
    currency: 'EUR',
    encoding: 'windows-1252',
    remarks: [],
  });
  expect((await desk.get(`/api/imports/${id}/plan/added`)).body.rows[0].customer).toBe('AÃ±il');
  await desk.send('POST', `/api/imports/${id}/mapping`, { separator: ',', encoding: null });
  const failed = await until(id, 'failed');
  expect(failed).toMatchObject({ encoding: 'utf-8', separator: ',' });
  expect(failed.columns).toHaveLength(1);
  await desk.send('POST', `/api/imports/${id}/mapping`, { separator: null });
  expect((await until(id, 'waiting')).counts).toMatchObject({ added: 1 });
});

test('two columns for one field are shown as they are, and one of them is chosen', async () => {
  const id = await upload('Pedido,Vence,Nombre común,Common name\n4070,2027-01-31,a.example,b.example\n');
  const failed = await until(id, 'failed');
  const fields = failed.columns.map(({ field }: Loose) => field);
  expect(fields.slice(2)).toEqual(['commonName', 'commonName']);
  await desk.send('POST', `/api/imports/${id}/mapping`, {
    columns: { 'Nombre común': null, 'Common name': 'commonName' },
  });
  const { columns } = await until(id, 'waiting');
  expect(columns.slice(2)).toEqual([
    { heading: 'Nombre común', field: null },
    { heading: 'Common name', field: 'commonName' },
  ]);
});

test('an upload is discarded, had back within the hour, and gone after its time', async () => {
  const id = await upload(inventoryFile([{ number: '4080', ends: '2026-12-20' }]));
  await until(id, 'waiting');
  expect((await desk.send('POST', `/api/imports/${id}/discard`)).body.stage).toBe('discarded');
  expect((await desk.send('POST', `/api/imports/${id}/discard`)).status).toBe(409);
  expect(await listed()).not.toContain(id);
  expect((await desk.send('POST', `/api/imports/${id}/restore`)).body.stage).toBe('waiting');
  expect(await listed()).toContain(id);
  desk.at('2026-11-30T10:00:01Z');
  expect(await listed()).not.toContain(id);
  expect((await desk.get(`/api/imports/${id}/plan`)).status).toBe(404);
  await until(await upload(inventoryFile([{ number: '4081', ends: '2026-12-20' }])), 'waiting');
  expect(await rowsOf('import_upload_piece', id)).toBe(0);
  desk.at('2026-11-23T10:00:00Z');
});

test('reading is stopped on request, and begun again', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => ({ number: `5${at}`, ends: '2026-12-20' }));
  const id = await upload(inventoryFile(lines));
  expect((await desk.send('POST', `/api/imports/${id}/stop`)).body.isStopping).toBe(true);
  await until(id, 'stopped');
  expect(await listed()).toContain(id);
  await desk.send('POST', `/api/imports/${id}/mapping`, {});
  expect((await until(id, 'waiting')).counts.added).toBe(20_000);
});

test('work whose process has ended is told as failed, and any process takes it up again', async () => {
  const id = await upload(inventoryFile([{ number: '4090', ends: '2026-12-20' }]));
  await until(id, 'waiting');
  await desk.inside((tx) =>
    sql`update import_upload set stage = 'reading', beat_at = now() - interval '1 minute' where id = ${id}`.execute(
      tx.db,
    ),
  );
  expect((await desk.get(`/api/imports/${id}/plan`)).body.job).toMatchObject({
    stage: 'failed',
    problem: expect.stringContaining('nothing was written'),
  });
  await desk.send('POST', `/api/imports/${id}/mapping`, {});
  await until(id, 'waiting');
});

test.each([
  ['', 'cartera.csv is empty'],
  ['%PDF-1.7 …', 'cartera.csv is not an inventory but a PDF'],
])('%j is refused before anything of it is kept', async (text, detail) => {
  const before = (await listed()).length;
  const headers = { 'content-type': 'application/octet-stream' };
  const answer = await desk.app.request('/api/imports?name=cartera.csv', {
    ...{ method: 'POST', body: new Blob([text]), headers },
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(((await answer.json()) as Loose).detail).toContain(detail);
  expect(await listed()).toHaveLength(before);
});

test('applied twice at once, it goes in once', async () => {
  const id = await upload(inventoryFile([{ number: '4092', ends: '2026-12-20' }]));
  await until(id, 'waiting');
  const apply = () => desk.send('POST', `/api/imports/${id}/apply`);
  const answers = await Promise.all([apply(), apply(), apply()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const { job } = await until(id, 'applied');
  expect((await listed()).filter((one) => one === job.import)).toHaveLength(1);
});

test('another partner knows nothing of an upload', async () => {
  const id = await upload(inventoryFile([{ number: '4093', ends: '2026-12-20' }]));
  await until(id, 'waiting');
  desk.as({ partner: (await desk.database.addPartner('other')) as never });
  for (const path of ['plan', 'plan/added', 'refused.csv'])
    expect((await desk.get(`/api/imports/${id}/${path}`)).status).toBe(404);
  expect((await desk.send('POST', `/api/imports/${id}/discard`)).status).toBe(404);
  expect(await listed()).toEqual([]);
  desk.as({});
});

test('whoever may not see prices finds none in refused lines', async () => {
  const id = await upload('Pedido,Vence,Precio,Cifra interna\n4096,algún día,1234.50 EUR,987.65\n');
  await until(id, 'waiting');
  desk.as({ seesPrices: false, role: 'viewer' });
  const text = (await desk.get<string>(`/api/imports/${id}/refused.csv`)).body;
  desk.as({});
  expect(text).toContain('4096,algún día,amount hidden,amount hidden');
  expect(text).not.toMatch(/1234|987/);
});

test('an applied upload leaves no bytes behind', async () => {
  const id = await upload(inventoryFile([{ number: '4095', ends: '2026-12-20' }]));
  await until(id, 'waiting');
  await desk.send('POST', `/api/imports/${id}/apply`);
  await until(id, 'applied');
  await expect.poll(() => rowsOf('import_upload_piece', id), { timeout: 20_000 }).toBe(0);
  expect(await rowsOf('import_upload_entry', id)).toBe(0);
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

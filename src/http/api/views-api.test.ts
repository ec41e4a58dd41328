import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';

let desk: ApiDesk;
beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
});
afterAll(() => desk.close());

let count = 0;
let name: string;
beforeEach(() => {
  name = `Vista ${++count}`;
  marta();
});

const marta = () => desk.as({ person: 'marta', name: 'Marta', role: 'renewals-manager' });
const luis = () => desk.as({ person: 'luis', name: 'Luis', role: 'sales' });
const words = { status: 'issued', owner: 'Marta', sort: '-ends' };

const save = (more: object = {}) => desk.send('POST', '/api/views', { page: 'orders', name, words, ...more });
const seen = async (): Promise<Loose[]> => (await desk.get('/api/views')).body.views;
const named = async (wanted = name) => (await seen()).find((view) => view.name === wanted);
const change = (view: Loose, body: object) =>
  desk.send('PATCH', `/api/views/${view.id}`, body, { 'if-match': view.etag });
const undo = async (answer: Loose) => (await desk.send('POST', `/api/undo/${answer.body.undo}`)).body;
const log = async (action: string) =>
  desk.inside((tx) =>
    tx.db.selectFrom('audit').selectAll().where('action', '=', action).orderBy('id', 'desc').execute(),
  );

describe('a view of one’s own', () => {
  test('is kept with its filters, sort and columns, and nobody else sees it', async () => {
    const { status, body } = await save({ columns: ['number', '-name'] });
    expect(status).toBe(200);
    const whole = { page: 'orders', name, words, columns: ['number', '-name'], shared: false };
    expect(body).toMatchObject({ ...whole, mine: true, by: 'Marta', mayChange: true });
    expect(await named()).toMatchObject(whole);
    luis();
    expect(await named()).toBeUndefined();
    expect((await change(body, { name: 'x' })).status).toBe(404);
    expect((await desk.send('DELETE', `/api/views/${body.id}`)).status).toBe(404);
  });

  test('is renamed, changed and taken away, and each of it taken back', async () => {
    const added = await save();
    const renamed = await change(added.body, { name: `${name} nueva`, columns: ['number'] });
    expect(renamed.headers.get('etag')).toBe(renamed.body.etag);
    const removed = await desk.send('DELETE', `/api/views/${added.body.id}`);
    expect(await named(`${name} nueva`)).toBeUndefined();
    expect(await undo(removed)).toEqual({ undone: 1, left: 0 });
    expect(await named(`${name} nueva`)).toMatchObject({ columns: ['number'] });
    expect(await undo(renamed)).toEqual({ undone: 1, left: 0 });
    expect(await named()).toMatchObject({ columns: null, words });
    expect(await undo(added)).toEqual({ undone: 1, left: 0 });
    expect(await named()).toBeUndefined();
  });

  test('that was changed since is left as it is by undo', async () => {
    const added = await save();
    const first = await change(added.body, { words: { status: 'issued' } });
    await change(first.body, { words: { status: 'pending' } });
    expect(await undo(first)).toEqual({ undone: 0, left: 1 });
    expect(await named()).toMatchObject({ words: { status: 'pending' } });
  });

  test('says over which version it is changed', async () => {
    const added = await save();
    await change(added.body, { columns: ['number'] });
    const stale = await change(added.body, { columns: ['name'] });
    expect([stale.status, stale.body.params]).toEqual([412, { fields: 'columns' }]);
    const none = await desk.send('PATCH', `/api/views/${added.body.id}`, { name: 'x' });
    expect(none.status).toBe(428);
  });

  test('has a name that no other view before the person has on that page', async () => {
    await save();
    const again = await save({ name: name.toUpperCase() });
    expect([again.status, again.body.code]).toEqual([409, 'view-name-taken']);
    expect((await save({ page: 'expiring' })).status).toBe(200);
    luis();
    expect((await save()).status).toBe(200);
  });
});

describe('a shared view', () => {
  test('takes the right to share, and is then everybody’s to see', async () => {
    luis();
    expect((await save({ shared: true })).status).toBe(403);
    const own = await save();
    expect((await change(own.body, { shared: true })).status).toBe(403);
    marta();
    await save({ shared: true, name: `${name} de todos` });
    luis();
    const shared = (await named(`${name} de todos`))!;
    expect(shared).toMatchObject({ mine: false, by: 'Marta', mayChange: false });
    const refused = await change(shared, { name: 'Mía' });
    expect([refused.status, refused.body.code]).toEqual([403, 'view-of-all']);
    expect((await desk.send('DELETE', `/api/views/${shared.id}`)).status).toBe(403);
  });

  test('stands in the audit log with what was and what is', async () => {
    const added = await save({ shared: true });
    await change(added.body, { words: { status: 'issued' } });
    const [changed, made] = await log('views:share');
    expect(made).toMatchObject({ person: 'marta', subject_kind: 'view', before: null });
    expect(changed).toMatchObject({
      before: { words },
      after: { words: { status: 'issued' }, shared: true },
    });
  });

  test('of a page that somebody may not open is not shown to them', async () => {
    desk.as({ person: 'jefa', role: 'administrator' });
    await save({ page: 'audit', shared: true });
    expect(await named()).toBeDefined();
    luis();
    expect(await named()).toBeUndefined();
  });

  test('kept to its maker again is gone for the others, also as what a page opens with', async () => {
    const { body } = await save({ shared: true });
    luis();
    await desk.send('PUT', '/api/views/of/orders', { defaultView: body.id });
    const choice = async () => (await desk.get('/api/views')).body.choices[0];
    expect(await choice()).toMatchObject({ page: 'orders', defaultView: body.id });
    marta();
    const kept = await change(body, { shared: false });
    luis();
    expect(await choice()).toMatchObject({ defaultView: null });
    marta();
    await undo(kept);
    luis();
    expect(await choice()).toMatchObject({ defaultView: body.id });
  });
});

test('a person’s columns and first view are remembered page by page, each without the other', async () => {
  desk.as({ person: 'ana', role: 'viewer' });
  const { body: view } = await save();
  const choose = (page: string, body: object) => desk.send('PUT', `/api/views/of/${page}`, body);
  await choose('orders', { columns: ['number', 'state'] });
  expect((await choose('orders', { defaultView: view.id })).body).toEqual({
    ...{ page: 'orders', columns: ['number', 'state'], defaultView: view.id },
  });
  await choose('orders', { columns: null });
  await choose('messages', { columns: ['to'] });
  expect((await desk.get('/api/views')).body.choices).toEqual([
    { page: 'messages', columns: ['to'], defaultView: null },
    { page: 'orders', columns: null, defaultView: view.id },
  ]);
  expect((await choose('messages', { defaultView: view.id })).status).toBe(404);
});

test.each([
  ['a page that has no views', { page: 'settings' }, '/page'],
  ['an empty name', { name: '  ' }, '/name'],
  ['a name that fills a book', { name: 'x'.repeat(81) }, '/name'],
  ['the quick view that is open', { words: { open: 'order:1' } }, '/words'],
  ['a word that is no word', { words: { 'a b': '1' } }, '/words/a b'],
  ['a value without end', { words: { text: 'x'.repeat(301) } }, '/words/text'],
  ['a column twice', { columns: ['name', '-name'] }, '/columns'],
])('%s is refused with its place', async (_, body, pointer) => {
  const answer = await save(body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((one: Loose) => one.pointer)).toContain(pointer);
});

test('another partner’s views are never seen, changed or restored', async () => {
  const { body, ...added } = await save({ shared: true });
  const other = await desk.database.addPartner('other');
  desk.as({ person: 'marta', name: 'Marta', role: 'administrator', partner: other });
  expect(await seen()).toEqual([]);
  expect((await change(body, { name: 'x' })).status).toBe(404);
  expect((await desk.send('DELETE', `/api/views/${body.id}`)).status).toBe(404);
  expect((await desk.send('PUT', '/api/views/of/orders', { defaultView: body.id })).status).toBe(404);
  expect((await desk.send('POST', `/api/undo/${body.undo}`)).status).toBe(404);
  expect(added.status).toBe(200);
  marta();
  expect(await named()).toMatchObject({ words });
});

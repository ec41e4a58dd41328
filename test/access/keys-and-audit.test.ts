import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit, recordExport } from '../../src/access/audit.ts';
import { callerOf } from '../api-desk.ts';
import { AccessDesk, type Visitor } from './access-desk.ts';

let desk: AccessDesk;
let admin: Visitor;
beforeAll(async () => {
  desk = await AccessDesk.open();
  await desk.person('administrator');
  admin = await desk.visitor().signIn('administrator@faro.example');
});
afterAll(() => desk.close());

async function made(scopes: string[], days: number | null = 30) {
  const answer = await admin.post('/api/access/keys', { name: 'CRM', scopes, days });
  return answer.body as { id: string; key: string; start: string };
}

function withKey(key: string, method: string, path: string, body?: unknown) {
  return desk.visitor().raw(method, path, body, { 'x-api-key': key });
}

test('a key does what its scopes say, needs no page of ours, and shows when it was used', async () => {
  const { key, id, start } = await made(['expiring:read']);
  expect(key.startsWith(start)).toBe(true);
  expect((await withKey(key, 'GET', '/api/expiring?limit=1')).status).toBe(200);
  expect((await withKey(key, 'GET', '/api/access/audit')).status).toBe(403);
  expect((await withKey(key, 'GET', '/api/access/sessions')).status).toBe(403);
  expect((await withKey(key, 'POST', '/api/access/password', { current: 'x', password: 'y' })).status).toBe(
    403,
  );
  expect((await withKey(key, 'GET', '/api/access/me')).body).toMatchObject({
    permissions: ['expiring:read'],
    seesPrices: false,
  });
  const { rows } = (await admin.get('/api/access/keys')).body;
  const row = rows.find((one: { id: string }) => one.id === id);
  expect(row).toMatchObject({ start, maker: 'Una administrator', scopes: ['expiring:read'] });
  expect(row.lastUsedAt).not.toBeNull();
  expect(JSON.stringify(rows)).not.toContain(key);
});

test('no key makes keys or people, and nobody gives away what they do not hold', async () => {
  const post = (scopes: string[]) => admin.post('/api/access/keys', { name: 'x', scopes });
  expect((await post(['people:manage'])).status).toBe(400);
  expect((await post(['keys:manage'])).status).toBe(400);
  expect((await post(['made:up'])).status).toBe(400);
  await desk.person('administrator', 'noprices@faro.example', { seesPrices: false });
  const other = await desk.visitor().signIn('noprices@faro.example');
  expect((await other.post('/api/access/keys', { name: 'x', scopes: ['prices:see'] })).status).toBe(403);
});

test('a key stops when it is revoked, over, wrong, or its maker may do less', async () => {
  const { key, id } = await made(['audit:read']);
  expect((await withKey(key, 'GET', '/api/access/audit')).status).toBe(200);
  expect((await withKey(`${key.slice(0, -1)}_`, 'GET', '/api/access/audit')).status).toBe(401);
  expect((await withKey('nonsense', 'GET', '/api/access/audit')).status).toBe(401);
  expect((await admin.ask('DELETE', `/api/access/keys/${id}`)).status).toBe(204);
  expect((await withKey(key, 'GET', '/api/access/audit')).status).toBe(401);
  expect((await admin.ask('DELETE', `/api/access/keys/${id}`)).status).toBe(404);
  const person = await desk.person('administrator', 'maker@faro.example');
  const maker = await desk.visitor().signIn('maker@faro.example');
  const makers = (await maker.post('/api/access/keys', { name: 'y', scopes: ['audit:read'] })).body.key;
  expect((await withKey(makers, 'GET', '/api/access/audit')).status).toBe(200);
  await admin.ask('PATCH', `/api/access/people/${person}`, { role: 'viewer' }, { 'if-match': '*' });
  expect((await withKey(makers, 'GET', '/api/access/audit')).status).toBe(403);
  const short = await made(['audit:read'], 1);
  desk.later({ hours: 25 });
  expect((await withKey(short.key, 'GET', '/api/access/audit')).status).toBe(401);
});

test('a key with a cookie beside it counts as a key', async () => {
  const { key } = await made(['expiring:read']);
  const headers = { authorization: `Bearer ${key}` };
  expect((await admin.raw('GET', '/api/access/audit', undefined, headers)).status).toBe(403);
});

test('the audit log is searched by person, action, subject, words and time, page by page', async () => {
  const scope = desk.database.db.forPartner(desk.database.partner);
  const person = (await admin.get('/api/access/me')).body.person.id;
  await scope.transaction(async (tx) => {
    for (let n = 1; n <= 5; n++) {
      const subject = { kind: 'order', id: String(n), label: `VG-100${n}` };
      await audit(tx, {
        person,
        action: 'notices:switch',
        subject,
        before: { on: true },
        after: { on: false },
      });
    }
    const caller = { ...callerOf(tx.partner), person };
    await recordExport(tx, caller, {
      what: 'expiring',
      format: 'csv',
      rows: 12,
      filter: { owner: 'Marta Ñúñez' },
    });
  });
  const labels = async (query: string) =>
    (await admin.get(`/api/access/audit?${query}`)).body.rows.map(
      (row: { subject: { label: string } }) => row.subject.label,
    );
  expect(await labels('action=notices:switch')).toEqual([
    'VG-1005',
    'VG-1004',
    'VG-1003',
    'VG-1002',
    'VG-1001',
  ]);
  expect(await labels('text=VG-1003')).toEqual(['VG-1003']);
  expect(await labels('text=vg-10')).toHaveLength(5);
  expect(await labels('kind=order&subject=2')).toEqual(['VG-1002']);
  expect(await labels(`action=notices&person=${person}&until=2020-01-01T00:00:00Z`)).toEqual([]);
  expect((await admin.get('/api/access/audit?text=%C3%91%C3%BA%C3%B1')).body.rows).toMatchObject([
    { action: 'exports:make', after: { rows: 12, format: 'csv' } },
  ]);
  expect(
    (await admin.get(`/api/access/audit?text=${encodeURIComponent("'); drop table audit; --")}`)).status,
  ).toBe(200);
  const today = Temporal.Now.zonedDateTimeISO('Pacific/Auckland').toPlainDate();
  const within = (from: Temporal.PlainDate, until: Temporal.PlainDate) =>
    labels(`action=notices&zone=Pacific/Auckland&from=${from}&until=${until}`);
  expect(await within(today, today)).toHaveLength(5);
  expect(await within(today.add({ days: 1 }), today.add({ days: 2 }))).toEqual([]);
  expect((await admin.get(`/api/access/audit?from=${today}&zone=Nowhere/Here`)).status).toBe(400);
  expect((await admin.get('/api/access/audit/people')).body.rows).toContainEqual({
    id: person,
    name: 'Una administrator',
  });
  const one = (await admin.get('/api/access/audit?action=notices&limit=3')).body;
  const two = (await admin.get(`/api/access/audit?action=notices&limit=3&after=${one.next}`)).body;
  expect([...one.rows, ...two.rows]).toHaveLength(5);
  expect(two.next).toBeNull();
});

test('an entry that does not name its subject borrows the name, and can be read by itself', async () => {
  const scope = desk.database.db.forPartner(desk.database.partner);
  const undo = { person: null, action: 'orders:change:undo', subject: { kind: 'order', id: '3' } };
  await scope.transaction((tx) => audit(tx, undo));
  const { rows } = (await admin.get('/api/access/audit?action=orders:change:undo')).body;
  expect(rows).toMatchObject([{ subject: { id: '3', label: 'VG-1003' }, person: null }]);
  expect((await admin.get(`/api/access/audit/entries/${rows[0].id}`)).body).toEqual(rows[0]);
  expect((await admin.get('/api/access/audit/entries/999999998')).status).toBe(404);
});

test('nobody edits the audit log', async () => {
  const system = desk.database.db.system;
  const scope = desk.database.db.forPartner(desk.database.partner);
  await expect(sql`update audit set action = 'x:y'`.execute(system)).rejects.toThrow(/append-only/);
  await expect(sql`truncate audit`.execute(system)).rejects.toThrow(/append-only/);
  await expect(scope.transaction((tx) => tx.db.deleteFrom('audit').execute())).rejects.toThrow(/append-only/);
});

test('a change that is rolled back leaves no entry', async () => {
  const scope = desk.database.db.forPartner(desk.database.partner);
  const failing = scope.transaction(async (tx) => {
    await audit(tx, {
      person: null,
      via: 'command',
      action: 'orders:change',
      subject: { kind: 'order', id: '99' },
    });
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect((await admin.get('/api/access/audit?kind=order&subject=99')).body.rows).toEqual([]);
});

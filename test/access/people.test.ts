import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessDesk, goodPassword, type Visitor } from './access-desk.ts';
import { importLines } from './import-lines.ts';

let desk: AccessDesk;
let admin: Visitor;
beforeAll(async () => {
  desk = await AccessDesk.open();
  await desk.person('administrator');
  admin = await desk.visitor().signIn('administrator@faro.example');
  await importLines(desk, [
    { number: 'VG-1', ends: '2027-01-10', names: ['tienda.leiva.example'], customer: 'Bodegas Leiva' },
    { number: 'VG-2', ends: '2027-01-10', names: ['mar.example'], customer: 'Hotel Mar' },
  ]);
  const { rows } = (await admin.get('/api/customers')).body;
  invitee.customers = rows.map((row: { id: string }) => row.id);
});
afterAll(() => desk.close());

const invitee = {
  email: 'Luis@Faro.example',
  name: 'Luis Vega',
  role: 'sales',
  language: 'es',
  customers: [] as string[],
};

test('an invited person joins once, with the rights of the invitation', async () => {
  const made = await admin.post('/api/access/invitations', invitee);
  expect(made.body).toMatchObject({ mailed: true, link: null });
  expect(desk.letters.at(-1)!.text).toContain('Una administrator le invita a Vigente');
  const token = desk.lastToken();
  const luis = desk.visitor();
  expect((await luis.post('/api/access/invitation/show', { token })).body).toEqual({
    partner: 'first',
    email: 'luis@faro.example',
    name: 'Luis Vega',
    role: 'sales',
    hasAccount: false,
  });
  const accept = (visitor: Visitor) =>
    visitor.post('/api/access/invitation/accept', { token, password: goodPassword });
  const answers = await Promise.all([accept(luis), accept(desk.visitor())]);
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404]);
  const signedIn = await desk.visitor().signIn('luis@faro.example');
  expect((await signedIn.get('/api/access/me')).body).toMatchObject({
    role: 'sales',
    seesPrices: false,
    customers: invitee.customers,
  });
  expect((await admin.post('/api/access/invitations', invitee)).status).toBe(409);
});

test('nobody is limited to a customer that is not there, and limits are shown by name', async () => {
  const other = { ...invitee, email: 'eva@faro.example', customers: [...invitee.customers, '999999998'] };
  const refused = await admin.post('/api/access/invitations', other);
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'no-customer', params: { id: '999999998' }, detail: 'no existe el cliente 999999998' },
  });
  const { members } = (await admin.get('/api/access/people')).body;
  const luis = members.find((one: { name: string }) => one.name === 'Luis Vega');
  expect(luis.limitedTo.map((one: { name: string }) => one.name)).toEqual(['Bodegas Leiva', 'Hotel Mar']);
  const path = `/api/access/people/${luis.id}`;
  const change = { customers: ['999999998'] };
  expect((await admin.ask('PATCH', path, change, { 'if-match': luis.etag })).status).toBe(400);
});

test('the audit log, which tells of every customer, is shut to whoever is limited to some', async () => {
  await desk.person('renewals-manager', 'limited@faro.example', { customers: invitee.customers });
  const limited = await desk.visitor().signIn('limited@faro.example');
  expect((await limited.get('/api/access/me')).body.permissions).not.toContain('audit:read');
  expect((await limited.get('/api/access/audit')).status).toBe(403);
});

test('an invitation can be sent again, taken back, and is over after a week', async () => {
  const desk = await AccessDesk.open();
  await desk.person('administrator');
  const admin = await desk.visitor().signIn('administrator@faro.example');
  const ana = { email: 'ana@faro.example', name: 'Ana', role: 'viewer', language: 'en' };
  const { id } = (await admin.post('/api/access/invitations', ana)).body;
  const old = desk.lastToken();
  expect((await admin.post('/api/access/invitations', ana)).status).toBe(409);
  await admin.post(`/api/access/invitations/${id}/resend`);
  const show = (token: string) => desk.visitor().post('/api/access/invitation/show', { token });
  expect((await show(old)).status).toBe(404);
  expect((await show(desk.lastToken())).status).toBe(200);
  desk.later({ hours: 24 * 5 });
  await admin.get('/api/access/me');
  desk.later({ hours: 24 * 2 + 1 });
  expect((await show(desk.lastToken())).status).toBe(404);
  expect((await admin.get('/api/access/people')).body.invitations).toMatchObject([
    { email: 'ana@faro.example', isOver: true },
  ]);
  await admin.post(`/api/access/invitations/${id}/resend`);
  expect((await show(desk.lastToken())).status).toBe(200);
  expect((await admin.ask('DELETE', `/api/access/invitations/${id}`)).status).toBe(204);
  expect((await show(desk.lastToken())).status).toBe(404);
  expect((await admin.ask('DELETE', `/api/access/invitations/${id}`)).status).toBe(404);
  await desk.close();
});

test('where mail does not leave, the link is handed over', async () => {
  desk.mail = 'kept';
  const made = await admin.post('/api/access/invitations', {
    ...invitee,
    email: 'eva@faro.example',
    customers: null,
  });
  expect(made.body).toMatchObject({ mailed: false });
  expect(made.body.link).toMatch(/^http:\/\/vigente\.test\/accept-invitation#token=/);
  desk.mail = 'submitted';
});

test('rights are changed over the version that was seen, and tell before and after', async () => {
  const { members } = (await admin.get('/api/access/people')).body;
  const luis = members.find((one: { email: string }) => one.email === 'luis@faro.example');
  const path = `/api/access/people/${luis.id}`;
  expect((await admin.get(path)).headers.get('etag')).toBe(luis.etag);
  const change = (body: unknown, etag: string) => admin.ask('PATCH', path, body, { 'if-match': etag });
  const changed = await change({ role: 'support', seesPrices: true }, luis.etag);
  expect(changed.body).toEqual({ role: 'support', seesPrices: true, customers: invitee.customers });
  const stale = await change({ role: 'viewer' }, luis.etag);
  expect(stale.status).toBe(412);
  expect(stale.body.changed).toEqual({ role: 'support', seesPrices: true });
  expect((await change({ role: 'administrator' }, '*')).status).toBe(400);
  const { rows } = (await admin.get('/api/access/audit?action=people:change')).body;
  expect(rows[0]).toMatchObject({
    person: { name: 'Una administrator' },
    subject: { kind: 'person', label: 'Luis Vega' },
    before: { role: 'sales', seesPrices: false },
    after: { role: 'support', seesPrices: true },
  });
});

test('nobody raises their own role, and the last administrator stays', async () => {
  const other = await desk.person('administrator', 'second@faro.example');
  const me = (await admin.get('/api/access/me')).body.person.id;
  const own = await admin.ask(
    'PATCH',
    `/api/access/people/${me}`,
    { seesPrices: false },
    { 'if-match': '*' },
  );
  expect(own.status).toBe(403);
  expect((await admin.post(`/api/access/people/${me}/disable`)).status).toBe(403);
  const second = await desk.visitor().signIn('second@faro.example');
  const shut = await Promise.all([
    admin.post(`/api/access/people/${other}/disable`),
    second.post(`/api/access/people/${me}/disable`),
  ]);
  // The one who comes second is out by then, or finds the other locked as the last.
  expect([401, 409]).toContain(Math.max(...shut.map((answer) => answer.status)));
  expect(shut.map((answer) => answer.status)).toContain(204);
  const left = shut[0].status === 204 ? admin : second;
  const gone = shut[0].status === 204 ? second : admin;
  expect((await gone.get('/api/access/me')).status).toBe(401);
  await left.post(`/api/access/people/${left === admin ? other : me}/enable`);
  expect((await gone.get('/api/access/me')).status).toBe(200);
  await desk.person('viewer');
  const viewer = await desk.visitor().signIn('viewer@faro.example');
  const id = (await viewer.get('/api/access/me')).body.person.id;
  const raise = await viewer.ask(
    'PATCH',
    `/api/access/people/${id}`,
    { role: 'administrator' },
    { 'if-match': '*' },
  );
  expect(raise.status).toBe(403);
});

test('who is shut out is out at once, everywhere, keys included', async () => {
  const id = await desk.person('administrator', 'leaving@faro.example');
  const leaving = await desk.visitor().signIn('leaving@faro.example');
  const { key } = (await leaving.post('/api/access/keys', { name: 'CRM', scopes: ['expiring:read'] })).body;
  const withKey = () =>
    desk.visitor().raw('GET', '/api/expiring?limit=1', undefined, { authorization: `Bearer ${key}` });
  expect((await withKey()).status).toBe(200);
  await admin.post(`/api/access/people/${id}/disable`);
  expect((await leaving.get('/api/access/me')).status).toBe(401);
  expect((await withKey()).status).toBe(401);
  const again = await desk
    .visitor()
    .post('/api/access/sign-in', { email: 'leaving@faro.example', password: goodPassword });
  expect(again.status).toBe(401);
});

test('partners see nothing of each other; one person may belong to both', async () => {
  const partner = await desk.database.addPartner('other');
  const stranger = await desk.person('administrator', 'other@otro.example', { partner });
  const other = await desk.visitor().signIn('other@otro.example');
  const seen = (await other.get('/api/access/people')).body;
  expect(seen.members.map((one: { email: string }) => one.email)).toEqual(['other@otro.example']);
  expect(seen.invitations).toEqual([]);
  const luis = (await admin.get('/api/access/people')).body.members.find(
    (one: { email: string }) => one.email === 'luis@faro.example',
  );
  expect((await other.get(`/api/access/people/${luis.id}`)).status).toBe(404);
  expect(
    (await other.ask('PATCH', `/api/access/people/${luis.id}`, { role: 'viewer' }, { 'if-match': '*' }))
      .status,
  ).toBe(404);
  expect((await other.post(`/api/access/people/${luis.id}/disable`)).status).toBe(404);
  expect((await admin.post(`/api/access/people/${stranger}/disable`)).status).toBe(404);
  expect((await admin.get('/api/access/me', { 'x-partner': 'other' })).status).toBe(403);
  expect(
    (await other.get('/api/access/audit')).body.rows.every(
      (row: { after: { email?: string } }) => row.after?.email !== 'luis@faro.example',
    ),
  ).toBe(true);

  await other.post('/api/access/invitations', { ...invitee, role: 'viewer', customers: null });
  const token = desk.lastToken();
  const luisThere = desk.visitor();
  expect((await luisThere.post('/api/access/invitation/show', { token })).body.hasAccount).toBe(true);
  const wrong = await luisThere.post('/api/access/invitation/accept', {
    token,
    password: 'not his password',
  });
  expect(wrong.status).toBe(401);
  expect(
    (await luisThere.post('/api/access/invitation/accept', { token, password: goodPassword })).status,
  ).toBe(200);
  const me = async (partner: string) =>
    (await luisThere.get('/api/access/me', { 'x-partner': partner })).body;
  expect((await me('other')).role).toBe('viewer');
  expect((await me('first')).role).toBe('support');
  expect((await me('first')).partners).toHaveLength(2);
});

test('no password, token or key is kept as it is', async () => {
  const all = await desk.database.db.forPartner(desk.database.partner).transaction((tx) =>
    sql<{ all: string }>`
      select concat((select string_agg(i::text, ' ') from invitation i),
        (select string_agg(k::text, ' ') from api_key k), (select string_agg(a::text, ' ') from audit a)) as all`.execute(
      tx.db,
    ),
  );
  expect(all.rows[0]!.all).toContain('luis@faro.example');
  expect(all.rows[0]!.all).not.toContain(goodPassword);
  expect(all.rows[0]!.all).not.toMatch(/vgt_1_[\w-]{20}/);
  for (const letter of desk.letters) {
    const token = /#token=([\w.-]+)/.exec(letter.text)![1]!;
    expect(all.rows[0]!.all).not.toContain(token);
  }
});

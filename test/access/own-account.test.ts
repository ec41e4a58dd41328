import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessDesk, goodPassword, type Visitor } from './access-desk.ts';

let desk: AccessDesk;
beforeAll(async () => {
  desk = await AccessDesk.open();
  await desk.person('administrator');
});
afterAll(() => desk.close());

const email = 'administrator@faro.example';

test('a person names language, theme and time zone for themselves', async () => {
  const marta = await desk.visitor().signIn(email);
  const change = { name: 'Marta Ruiz', language: 'en', theme: 'dark', timeZone: 'America/Bogota' };
  expect((await marta.ask('PATCH', '/api/access/me', change)).body.person).toMatchObject(change);
  expect((await marta.ask('PATCH', '/api/access/me', { timeZone: 'Mars/Olympus' })).status).toBe(400);
  expect((await marta.ask('PATCH', '/api/access/me', { role: 'viewer', theme: null })).body).toMatchObject({
    role: 'administrator',
    person: { theme: null, language: 'en' },
  });
});

test('sessions are listed, ended one by one, and everywhere', async () => {
  const [office, home, phone] = [
    desk.visitor('198.51.100.1'),
    desk.visitor('198.51.100.2'),
    desk.visitor('198.51.100.3'),
  ];
  for (const one of [office, home, phone]) await one.signIn(email);
  const { rows } = (await office.get('/api/access/sessions')).body;
  const ofHome = rows.find((row: { address: string }) => row.address === '198.51.100.2');
  expect(rows.find((row: { isCurrent: boolean }) => row.isCurrent).address).toBe('198.51.100.1');
  expect(JSON.stringify(rows)).not.toContain('token');
  expect((await office.ask('DELETE', `/api/access/sessions/${ofHome.id}`)).status).toBe(204);
  expect((await home.get('/api/access/me')).status).toBe(401);
  expect((await phone.get('/api/access/me')).status).toBe(200);
  expect((await office.ask('DELETE', '/api/access/sessions?keep=current')).body.ended).toBeGreaterThanOrEqual(
    1,
  );
  expect((await phone.get('/api/access/me')).status).toBe(401);
  expect((await office.get('/api/access/me')).status).toBe(200);
  expect((await office.ask('DELETE', '/api/access/sessions')).status).toBe(200);
  expect(office.cookies.size).toBe(0);
});

test('nobody ends a session of somebody else', async () => {
  await desk.person('viewer');
  const marta = await desk.visitor().signIn(email);
  const viewer = await desk.visitor().signIn('viewer@faro.example');
  const [row] = (await marta.get('/api/access/sessions')).body.rows;
  expect((await viewer.ask('DELETE', `/api/access/sessions/${row.id}`)).status).toBe(404);
  expect((await marta.get('/api/access/me')).status).toBe(200);
});

test('signing out ends the session itself, not only the cookie', async () => {
  const marta = await desk.visitor().signIn(email);
  const kept = new Map(marta.cookies);
  expect((await marta.post('/api/access/sign-out')).status).toBe(204);
  for (const [name, value] of kept) marta.cookies.set(name, value);
  expect((await marta.get('/api/access/me')).status).toBe(401);
  expect((await desk.visitor().post('/api/access/sign-out')).status).toBe(204);
});

test('a new password ends the other sessions and changes this one', async () => {
  await desk.person('sales');
  const here = await desk.visitor().signIn('sales@faro.example');
  const there = await desk.visitor().signIn('sales@faro.example');
  const before = new Map(here.cookies);
  const change = (current: string, password: string) =>
    here.post('/api/access/password', { current, password });
  expect((await change('not mine at all', 'otra-frase-larga-77')).status).toBe(400);
  expect((await change(goodPassword, 'corta')).body).toMatchObject({ password: 'too-short' });
  expect((await change(goodPassword, 'aaaaaaaaaaaaaaaa')).body).toMatchObject({ password: 'too-simple' });
  expect((await change(goodPassword, 'otra-frase-larga-77')).status).toBe(204);
  expect([...here.cookies.values()]).not.toEqual([...before.values()]);
  expect((await here.get('/api/access/me')).status).toBe(200);
  expect((await there.get('/api/access/me')).status).toBe(401);
  await desk.visitor().signIn('sales@faro.example', 'otra-frase-larga-77');
});

test('a forgotten password is replaced by a mailed link, once, within an hour', async () => {
  await desk.person('support');
  const known = await desk.visitor().post('/api/access/password/forgot', { email: 'support@faro.example' });
  const unknown = await desk.visitor().post('/api/access/password/forgot', { email: 'nobody@faro.example' });
  expect(known.status).toBe(202);
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  await expect.poll(() => desk.letters.length).toBe(1);
  const letter = desk.letters[0]!;
  expect(letter.to.address).toBe('support@faro.example');
  expect(letter.subject).toBe('Nueva contraseña de Vigente');
  expect(letter.html).toContain('http://vigente.test/reset-password#token=');
  const signedIn = await desk.visitor().signIn('support@faro.example');
  const reset = (password: string) =>
    desk.visitor().post('/api/access/password/reset', { token: desk.lastToken(), password });
  expect((await reset('corta')).status).toBe(400);
  expect((await reset('frase-nueva-de-faro')).status).toBe(204);
  expect((await reset('frase-nueva-otra-vez')).status).toBe(400);
  expect((await signedIn.get('/api/access/me')).status).toBe(401);
  await desk.visitor().signIn('support@faro.example', 'frase-nueva-de-faro');
});

test('what a mailed link proves is kept as a hash', async () => {
  await desk.visitor().post('/api/access/password/forgot', { email });
  await expect.poll(() => desk.letters.length).toBe(2);
  const { rows } = await sql<{
    all: string;
  }>`select string_agg(v::text, ' ') as all from people.verification v`.execute(desk.database.db.system);
  expect(rows[0]!.all).not.toContain(desk.lastToken());
});

test('asking for links again and again is closed like guessing', async () => {
  const statuses = [];
  for (let n = 0; n < 6; n++) {
    statuses.push(
      (await desk.visitor().post('/api/access/password/forgot', { email: 'viewer@faro.example' })).status,
    );
  }
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
});

async function codeOf(uri: string): Promise<string> {
  // The secret stands in the address in base32; the library makes codes of the text behind it.
  const base32 = new URL(uri).searchParams.get('secret')!;
  const bits = [...base32]
    .map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'))
    .join('');
  const bytes = bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2));
  return createOTP(Buffer.from(bytes).toString()).totp();
}

test('a second factor is asked for once it is confirmed; recovery codes work once each', async () => {
  await desk.person('renewals-manager');
  const own = 'renewals-manager@faro.example';
  const here = await desk.visitor().signIn(own);
  expect((await here.post('/api/access/totp/enable', { password: 'not mine at all' })).status).toBe(400);
  const setUp = (await here.post('/api/access/totp/enable', { password: goodPassword })).body;
  expect(setUp.uri).toMatch(/^otpauth:\/\/totp\/Vigente/);
  expect(setUp.recoveryCodes).toHaveLength(10);
  await desk.visitor().signIn(own);
  expect((await here.post('/api/access/totp/verify', { code: '000000' })).status).toBe(400);
  const before = [...here.cookies.values()];
  expect((await here.post('/api/access/totp/verify', { code: await codeOf(setUp.uri) })).status).toBe(204);
  expect([...here.cookies.values()]).not.toEqual(before);
  expect((await here.get('/api/access/me')).body.person.twoFactor).toBe(true);

  const begun = async (): Promise<Visitor> => {
    const visitor = desk.visitor();
    const answer = await visitor.post('/api/access/sign-in', { email: own, password: goodPassword });
    expect(answer.body).toEqual({ next: 'second-factor' });
    expect((await visitor.get('/api/access/me')).status).toBe(401);
    return visitor;
  };
  const withCode = await begun();
  expect((await withCode.post('/api/access/sign-in/totp', { code: '000000' })).status).toBe(401);
  expect((await withCode.post('/api/access/sign-in/totp', { code: await codeOf(setUp.uri) })).status).toBe(
    200,
  );
  expect((await withCode.get('/api/access/me')).status).toBe(200);
  const code = setUp.recoveryCodes[0];
  expect((await (await begun()).post('/api/access/sign-in/totp', { code })).status).toBe(200);
  expect((await (await begun()).post('/api/access/sign-in/totp', { code })).status).toBe(401);

  expect((await here.post('/api/access/totp/disable', { password: goodPassword })).status).toBe(204);
  await desk.visitor().signIn(own);
});

test('guessing the second factor is closed too, over several sign-ins', async () => {
  await desk.person('viewer', 'factor@faro.example');
  const here = await desk.visitor().signIn('factor@faro.example');
  const setUp = (await here.post('/api/access/totp/enable', { password: goodPassword })).body;
  await here.post('/api/access/totp/verify', { code: await codeOf(setUp.uri) });
  const statuses = [];
  for (let n = 0; n < 6; n++) {
    const visitor = desk.visitor();
    await visitor.post('/api/access/sign-in', { email: 'factor@faro.example', password: goodPassword });
    const answer = await visitor.post('/api/access/sign-in/totp', { code: `00000${n}` });
    statuses.push(answer.status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await desk.visitor().post('/api/access/sign-in/totp', { code: '123456' })).status).toBe(401);
});

test('a secret, a code or a hash never stands in the audit log', async () => {
  const { rows } = await desk.database.db
    .forPartner(desk.database.partner)
    .transaction((tx) =>
      sql<{ all: string }>`select string_agg(a::text, ' ') as all from audit a`.execute(tx.db),
    );
  expect(rows[0]!.all).toContain('account:password-reset');
  expect(rows[0]!.all).not.toMatch(/faro-marejada|frase-nueva|token=|:[0-9a-f]{64}/);
});

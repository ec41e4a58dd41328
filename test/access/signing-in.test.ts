import { afterAll, beforeAll, expect, test } from 'vitest';
import { AccessDesk, goodPassword } from './access-desk.ts';

let desk: AccessDesk;
beforeAll(async () => {
  desk = await AccessDesk.open();
});
afterAll(() => desk.close());

const first = {
  partner: 'Faro Certificados',
  name: 'Marta Ruiz',
  email: 'Marta@Faro.example',
  password: goodPassword,
};

test('a new installation says so, and lets no stranger claim it', async () => {
  const stranger = desk.visitor();
  expect((await stranger.get('/api/access/state')).body).toEqual({ state: 'first-run', mayBegin: false });
  expect((await stranger.post('/api/access/first-run', first)).status).toBe(403);
  expect(
    (await stranger.post('/api/access/first-run', { ...first, token: '1-begin-forgedforgedforged' })).status,
  ).toBe(403);
});

test('the link of the terminal makes the first administrator, once', async () => {
  const { firstRunLink } = await import('../../src/access/first-run.ts');
  const token = firstRunLink(desk.access).split('#token=')[1];
  const marta = desk.visitor();
  const answers = await Promise.all(
    [1, 2].map(() => marta.post('/api/access/first-run', { ...first, token })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  const me = await desk.visitor().signIn('marta@faro.example');
  expect((await me.get('/api/access/me')).body).toMatchObject({
    person: { name: 'Marta Ruiz', email: 'marta@faro.example', twoFactor: false },
    partner: { name: 'Faro Certificados' },
    role: 'administrator',
    seesPrices: true,
    customers: null,
  });
  expect((await desk.visitor().get('/api/access/state')).body).toEqual({
    state: 'signed-out',
    mayBegin: false,
  });
});

test('the machine itself needs no link', async () => {
  const fresh = await AccessDesk.open();
  fresh.isLocal = true;
  expect((await fresh.visitor().get('/api/access/state')).body).toEqual({
    state: 'first-run',
    mayBegin: true,
  });
  expect((await fresh.visitor().post('/api/access/first-run', first)).status).toBe(200);
  await fresh.close();
});

test('nobody passes without a session', async () => {
  const answer = await desk.visitor().get('/api/access/me');
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ kind: 'unauthenticated' });
});

test('a wrong password and an unknown address are answered alike', async () => {
  const visitor = desk.visitor();
  const wrong = await visitor.post('/api/access/sign-in', {
    email: 'marta@faro.example',
    password: 'not this one',
  });
  const unknown = await visitor.post('/api/access/sign-in', {
    email: 'nobody@faro.example',
    password: 'not this one',
  });
  expect(wrong.status).toBe(401);
  expect(unknown.body).toEqual(wrong.body);
});

test('a forged or changed cookie is nobody', async () => {
  const visitor = await desk.visitor().signIn('marta@faro.example');
  const [name, value] = [...visitor.cookies][0]!;
  visitor.cookies.set(
    name,
    value.replace(/^./, (letter) => (letter === 'a' ? 'b' : 'a')),
  );
  expect((await visitor.get('/api/access/me')).status).toBe(401);
});

test('cookies are kept from scripts and other sites; over TLS from other hosts too', async () => {
  const visitor = await desk.visitor().signIn('marta@faro.example');
  expect(visitor.setCookies).toHaveLength(1);
  expect(visitor.setCookies[0]).toMatch(/^vigente_session=/);
  expect(visitor.setCookies[0]).toMatch(/HttpOnly/i);
  expect(visitor.setCookies[0]).toMatch(/SameSite=Lax/i);
  expect(visitor.setCookies[0]).not.toMatch(/Secure/i);
  const secure = await AccessDesk.open('https://vigente.test');
  await secure.person('administrator');
  const other = await secure.visitor().signIn('administrator@faro.example');
  expect(other.setCookies[0]).toMatch(/^__Host-vigente_session=/);
  expect(other.setCookies[0]).toMatch(/Secure/i);
  expect(other.setCookies[0]).toMatch(/Path=\//i);
  expect(other.setCookies[0]).not.toMatch(/Domain/i);
  expect((await other.get('/api/access/me')).status).toBe(200);
  await secure.close();
});

test('a change that comes from another site is refused, signing in included', async () => {
  const visitor = await desk.visitor().signIn('marta@faro.example');
  const change = (headers: Record<string, string>) =>
    visitor.raw('PATCH', '/api/access/me', { theme: 'dark' }, headers);
  const header = { 'x-vigente-console': '1' };
  expect((await change({ ...header, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await change({ ...header, 'sec-fetch-site': 'same-site' })).status).toBe(403);
  expect((await change({ ...header, origin: 'https://evil.example' })).status).toBe(403);
  expect((await change({ ...header })).status).toBe(403);
  expect((await change({ 'sec-fetch-site': 'same-origin' })).status).toBe(403);
  expect((await change({ ...header, origin: 'http://vigente.test' })).status).toBe(200);
  expect((await change({ ...header, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  const signIn = await desk
    .visitor()
    .raw(
      'POST',
      '/api/access/sign-in',
      { email: 'marta@faro.example', password: goodPassword },
      { origin: 'https://evil.example', ...header },
    );
  expect(signIn.status).toBe(403);
});

test('five wrong guesses close the account for a minute, longer with each further one', async () => {
  await desk.person('support');
  const email = 'support@faro.example';
  const guess = (password: string) => desk.visitor().post('/api/access/sign-in', { email, password });
  for (let n = 0; n < 5; n++) expect((await guess(`wrong ${n}`)).status).toBe(401);
  const locked = await guess(goodPassword);
  expect(locked.status).toBe(429);
  const wait = Number(locked.headers.get('retry-after'));
  expect(wait).toBeGreaterThan(50);
  expect(wait).toBeLessThanOrEqual(60);
  desk.later({ seconds: 61 });
  expect((await guess('wrong again')).status).toBe(401);
  expect(Number((await guess(goodPassword)).headers.get('retry-after'))).toBeGreaterThan(100);
  desk.later({ seconds: 121 });
  expect((await guess(goodPassword)).status).toBe(200);
  expect((await guess('wrong once more')).status).toBe(401);
  expect((await guess(goodPassword)).status).toBe(200);
});

test('many guesses at once gain nothing', async () => {
  await desk.person('sales');
  const guesses = Array.from({ length: 12 }, (_, n) =>
    desk.visitor().post('/api/access/sign-in', { email: 'sales@faro.example', password: `wrong ${n}` }),
  );
  const statuses = (await Promise.all(guesses)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

test('an address that tries many accounts is closed, others are not', async () => {
  const address = '198.51.100.7';
  for (let n = 0; n < 50; n++) {
    const answer = await desk
      .visitor(address)
      .post('/api/access/sign-in', { email: `a${n}@faro.example`, password: 'x' });
    expect(answer.status).toBe(401);
  }
  const locked = await desk
    .visitor(address)
    .post('/api/access/sign-in', { email: 'marta@faro.example', password: goodPassword });
  expect(locked.status).toBe(429);
  await desk.visitor().signIn('marta@faro.example');
});

test('a session ends when it is not used for a week, and lives on while it is', async () => {
  const used = await desk.visitor().signIn('marta@faro.example');
  const idle = await desk.visitor().signIn('marta@faro.example');
  for (let day = 0; day < 3; day++) {
    desk.later({ hours: 72 });
    expect((await used.get('/api/access/me')).status).toBe(200);
    expect(used.setCookies[0]).toMatch(/Max-Age=604800/);
  }
  expect((await idle.get('/api/access/me')).status).toBe(401);
  for (let day = 0; day < 4; day++) {
    desk.later({ hours: 140 });
    await used.get('/api/access/me');
  }
  expect((await used.get('/api/access/me')).status).toBe(401);
});

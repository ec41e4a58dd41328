import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccessDesk, goodPassword, type Visitor } from './access-desk.ts';

let desk: AccessDesk;
let marta: Visitor;
let key: string;
beforeAll(async () => {
  desk = await AccessDesk.open();
  await desk.person('administrator');
  marta = await desk.visitor().signIn('administrator@faro.example');
  key = (await marta.post('/api/access/keys', { name: 'n', scopes: ['orders:read', 'audit:read'] })).body.key;
});
afterAll(() => desk.close());

describe('a problem is told in the language of whoever reads it', () => {
  test('to a person in theirs, with a code and the values for programs', async () => {
    expect((await marta.get('/api/orders/77')).body).toEqual({
      ...{ type: 'about:blank', title: 'No encontrado', status: 404, kind: 'not-found' },
      ...{ detail: 'no existe el pedido 77', code: 'no-order', params: { id: '77' } },
    });
    await marta.ask('PATCH', '/api/access/me', { language: 'en' });
    expect((await marta.get('/api/orders/77')).body).toMatchObject({
      ...{ title: 'Not Found', detail: 'there is no order 77', code: 'no-order', params: { id: '77' } },
    });
    await marta.ask('PATCH', '/api/access/me', { language: 'es' });
  });

  test('to a program in English, unless it asks for Spanish', async () => {
    const asked = async (headers: Record<string, string>) =>
      (
        await desk
          .visitor()
          .raw('GET', '/api/orders/77', undefined, { authorization: `Bearer ${key}`, ...headers })
      ).body.detail;
    expect(await asked({})).toBe('there is no order 77');
    expect(await asked({ 'accept-language': 'es-MX,es;q=0.8' })).toBe('no existe el pedido 77');
  });

  test('before anybody has signed in as the browser asks', async () => {
    const body = { email: 'administrator@faro.example', password: 'mal' };
    const said = async (language: string) =>
      (await desk.visitor().post('/api/access/sign-in', body, { 'accept-language': language })).body;
    expect(await said('es')).toMatchObject({ detail: 'el correo o la contraseña no son correctos' });
    expect(await said('en')).toMatchObject({ detail: 'e-mail or password is wrong', code: 'wrong-password' });
  });

  test('a weak password too', async () => {
    const body = { current: goodPassword, password: 'corta' };
    expect((await marta.post('/api/access/password', body)).body).toMatchObject({
      ...{ detail: 'la contraseña necesita al menos 12 caracteres', code: 'password-too-short' },
      password: 'too-short',
    });
  });

  test('and what does not fit its schema, place by place', async () => {
    const wrong = { email: 7, name: '', language: 'fr', role: 'viewer' };
    const { body } = await marta.post('/api/access/invitations', wrong);
    expect(body).toMatchObject({ title: 'Petición no válida', code: 'request' });
    expect(body.errors).toEqual([
      { in: 'body', pointer: '/email', detail: 'se espera un texto', code: 'invalid_type' },
      { in: 'body', pointer: '/name', detail: 'no puede quedar vacío', code: 'too_small' },
      { in: 'body', pointer: '/language', detail: 'se espera es, en', code: 'invalid_value' },
    ]);
    const { body: less } = await marta.post('/api/access/invitations', {});
    expect(less.errors).toContainEqual({
      in: 'body',
      pointer: '/email',
      detail: 'falta',
      code: 'invalid_type',
    });
    expect((await marta.get('/api/orders?limit=9999')).body.errors[0].detail).toMatch(
      /^se espera \d+ o menos$/,
    );
  });
});

describe('what changes accounts and keys', () => {
  test('says how many requests are left, also to whoever is not signed in', async () => {
    const state = await desk.visitor().get('/api/access/state');
    expect(state.headers.get('ratelimit')).toMatch(/^"access";r=\d+;t=\d+$/);
    const mine = await marta.get('/api/access/keys');
    expect(mine.headers.get('ratelimit-policy')).toBe('"access";q=600;w=60');
  });

  test('is carried out once for an Idempotency-Key, and shows a secret once', async () => {
    const make = () =>
      marta.post('/api/access/keys', { name: 'una', scopes: ['orders:read'] }, { 'idempotency-key': 'k1' });
    expect((await make()).status).toBe(200);
    const again = await make();
    expect([again.status, again.body.code]).toEqual([409, 'shown-once']);
    const named = (await marta.get('/api/access/keys')).body.rows.filter(
      (row: { name: string }) => row.name === 'una',
    );
    expect(named).toHaveLength(1);
    const other = await marta.post(
      '/api/access/keys',
      { name: 'dos', scopes: ['orders:read'] },
      {
        'idempotency-key': 'k1',
      },
    );
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-used']);
  });

  test('an answer without a secret is given again', async () => {
    const person = await desk.person('viewer');
    const shutOut = () =>
      marta.post(`/api/access/people/${person}/disable`, undefined, { 'idempotency-key': 'k2' });
    expect((await shutOut()).status).toBe(204);
    const again = await shutOut();
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([204, 'true']);
  });
});

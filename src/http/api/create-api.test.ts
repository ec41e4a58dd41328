import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import { createApiReference } from './create-api.ts';
import { etagOf, refuseStale } from './etag.ts';

let desk: ApiDesk;

beforeAll(async () => {
  desk = await ApiDesk.open();
});
afterAll(() => desk.close());

test('a wrong parameter is a problem document that names the place', async () => {
  const { status, headers, body } = await desk.get('/api/expiring?sort=colour&limit=0');
  expect(status).toBe(400);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ type: 'about:blank', title: 'Bad Request', status: 400, kind: 'invalid' });
  expect(body.errors.map((error: Loose) => [error.in, error.pointer])).toEqual([
    ['query', 'sort'],
    ['query', 'limit'],
  ]);
});

test('an unknown address is a problem document, too', async () => {
  const { status, body } = await desk.get('/api/nothing');
  expect([status, body.kind]).toEqual([404, 'not-found']);
});

test('an answer says how many requests are left, and one too many says when to come again', async () => {
  desk.as({ person: 'busy' });
  const first = await desk.get('/api/expiring/facets');
  expect(first.headers.get('ratelimit-policy')).toBe('"api";q=600;w=60');
  expect(first.headers.get('ratelimit')).toBe('"api";r=599;t=1');
  expect(first.headers.get('cache-control')).toBe('private, no-store');
  let last = first;
  for (let i = 0; i < 600; i += 1) last = await desk.get('/api/nothing-at-all');
  expect([last.status, last.body.kind, last.headers.get('retry-after')]).toEqual([429, 'too-many', '1']);
  desk.at('2026-11-23T10:00:02Z');
  expect((await desk.get('/api/nothing-at-all')).status).toBe(404);
  desk.as({});
});

test('the description names every route with the right that it takes', async () => {
  const reference = createApiReference(desk.deps);
  const document = (await (await reference.request('/api/openapi.json')).json()) as Loose;
  expect(document.openapi).toBe('3.1.0');
  const operations = Object.values(document.paths).flatMap((item: Loose) => Object.values(item)) as Loose[];
  expect(operations.length).toBeGreaterThan(2);
  for (const operation of operations) expect(operation['x-permission']).toMatch(/^[a-z-]+:[a-z-]+$/);
  expect(document.components.schemas).toHaveProperty('ExpiringRow');
  const page = await (await reference.request('/api')).text();
  expect(page).toContain('/api/expiring');
  expect(page).not.toContain('<script');
});

test('a stale edit is told what has changed since', () => {
  const read = etagOf({ owner: 'Marta', notes: null });
  expect(() => refuseStale(read, { owner: 'Marta', notes: null })).not.toThrow();
  expect(() => refuseStale('*', { owner: 'Marta', notes: 'x' })).not.toThrow();
  try {
    refuseStale(read, { owner: 'Luis', notes: null });
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ kind: 'stale', details: { changed: { owner: 'Luis' } } });
  }
});

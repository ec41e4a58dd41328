import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { CustomerWorld, customerLinks, pathOf } from '../../test/customer-pages.ts';
import { Fault } from '../kernel/fault.ts';
import { createApp } from './create-app.ts';
import type { AppDeps } from './deps.ts';

const here = 'http://127.0.0.1:4100';
const renewPath = pathOf(customerLinks.renew(1, '5', '11'));

function appWith(change: Partial<AppDeps> = {}) {
  const reported: unknown[] = [];
  const app = createApp({
    exposure: { host: '127.0.0.1', publicUrl: here },
    customer: new CustomerWorld(),
    checkReady: async () => {},
    reportError: (error) => reported.push(error),
    ...change,
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(here + path, { headers: { host: '127.0.0.1:4100', ...headers } });
  return { app, reported, get };
}

test('every answer carries the security headers, whatever it is', async () => {
  const { get } = appWith();
  for (const path of ['/healthz', '/nothing', renewPath, '/assets/none.css']) {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  }
});

test('health is told to whoever asks, by whatever name, and readiness follows the check', async () => {
  let isReady = true;
  const checkReady = async () => {
    if (!isReady) throw new Error('no database');
  };
  const { get, reported } = appWith({ checkReady });
  expect((await get('/healthz', { host: '10.1.2.3:4100' })).status).toBe(200);
  expect((await get('/readyz', { host: 'probe' })).status).toBe(200);
  isReady = false;
  expect((await get('/readyz')).status).toBe(503);
  expect(reported).toHaveLength(1);
});

test('a name that is not ours is refused, so that no foreign page reads through a name of its own', async () => {
  const { get } = appWith();
  const foreign = [
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:4100',
    '',
    'a b',
    '[::1',
  ];
  for (const host of foreign) expect((await get(renewPath, { host })).status).toBe(421);
  for (const host of ['localhost', 'LOCALHOST:4100', '127.0.0.1:9', '[::1]:4100']) {
    expect((await get(renewPath, { host })).status).toBe(200);
  }
});

describe('problems', () => {
  const failing = (error: unknown): Partial<AppDeps> => ({
    console: new Hono().get('/broken', () => {
      throw error;
    }),
  });

  test('an address with nothing behind it is a problem document, or a page for a browser', async () => {
    const answer = await appWith().get('/nothing');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, kind: 'not-found' });
    const page = await appWith().get('/nothing', { accept: 'text/html,*/*', 'accept-language': 'es-MX' });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Aquí no hay nada con esa dirección.');
  });

  test('a fault becomes a problem document with its own words', async () => {
    const fault = new Fault('unavailable', 'the database is starting', {
      hint: 'Try again.',
      retryAfterSeconds: 5,
    });
    const answer = await appWith(failing(fault)).get('/broken');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail: 'the database is starting',
      kind: 'unavailable',
      hint: 'Try again.',
    });
  });

  test('what nobody foresaw says nothing about itself and is reported', async () => {
    for (const error of [new Error('password is hunter2'), new Fault('internal', 'row 7 of lucia@example')]) {
      const { get, reported } = appWith(failing(error));
      const answer = await get('/broken');
      expect(answer.status).toBe(500);
      expect(await answer.json()).toMatchObject({ title: 'Internal Server Error', kind: 'internal' });
      expect(reported).toEqual([error]);
      expect(await (await get('/broken', { accept: 'text/html' })).text()).not.toMatch(/hunter2|lucia/);
    }
  });
});

test('fonts are kept for ever; nothing else of the disk can be had', async () => {
  const { get } = appWith();
  for (const path of ['/assets/inter-400.woff2', '/assets/source-serif-4-600.woff2']) {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('font/woff2');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(3_000);
  }
  for (const path of ['/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/create-app.ts', '/assets/x.css']) {
    expect((await get(path)).status).toBe(404);
  }
});

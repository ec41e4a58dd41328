import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers.ts';

async function headersAt(publicUrl: string): Promise<Headers> {
  const app = new Hono();
  app.use('*', securityHeaders({ publicUrl }));
  app.get('/kept', (c) => c.text('x', 200, { 'cache-control': 'no-cache' }));
  return (await app.request('/kept')).headers;
}

test('browsers are held to TLS where people come over TLS, and only there', async () => {
  const safe = await headersAt('https://avisos.faro.example');
  expect(safe.get('strict-transport-security')).toBe('max-age=31536000');
  const plain = await headersAt('http://127.0.0.1:4100');
  expect(plain.get('strict-transport-security')).toBeNull();
});

test('an answer keeps what it has set itself', async () => {
  const headers = await headersAt('http://127.0.0.1:4100');
  expect(headers.get('cache-control')).toBe('no-cache');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

import { describe, expect, test } from 'vitest';
import { customerLinks, pathOf } from '../../test/customer-pages.ts';
import {
  appDeps,
  expiringRow,
  type FakeStaff,
  messageRow,
  onePixel,
  shownMessage,
} from '../../test/staff-pages.ts';
import { Fault } from '../kernel/fault.ts';
import { createApp } from './create-app.ts';
import type { AppDeps } from './deps.ts';

const here = 'http://127.0.0.1:4100';
const renewPath = pathOf(customerLinks.renew(1, '5', '11'));

function appWith(fake: FakeStaff = {}, change: Partial<AppDeps> = {}) {
  const { deps, asked, reported } = appDeps(fake, change);
  const app = createApp(deps);
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(here + path, { headers: { host: '127.0.0.1:4100', ...headers } });
  const text = async (path: string, headers: Record<string, string> = {}) =>
    (await get(path, headers)).text();
  return { app, asked, reported, get, text };
}

const rows = [
  expiringRow(-3),
  expiringRow(5, { noticesOn: false }),
  expiringRow(31, { why: 'tal vez renovado' }),
];

describe('every answer', () => {
  test('carries the security headers, whatever it is', async () => {
    const { get } = appWith({ rows, message: shownMessage() });
    for (const path of [
      '/',
      '/messages',
      '/messages/77',
      '/healthz',
      '/nothing',
      renewPath,
      '/assets/none.css',
    ]) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('pages hold no script and no inline style', async () => {
    const { text } = appWith({ rows, messages: [messageRow('77')], message: shownMessage() });
    for (const path of ['/', '/messages', '/messages/77', '/nothing']) {
      const body = await text(path, { accept: 'text/html' });
      expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    }
  });

  test('nothing of the partner’s pages answers to anything but looking', async () => {
    const { app } = appWith({ rows, message: shownMessage() });
    for (const path of ['/', '/messages', '/messages/77', '/messages/77/html']) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const answer = await app.request(here + path, { method, headers: { host: '127.0.0.1' } });
        expect(answer.status).toBe(404);
      }
    }
  });
});

describe('health', () => {
  test('is told to whoever asks, by whatever name, and readiness follows the check', async () => {
    let isReady = true;
    const checkReady = async () => {
      if (!isReady) throw new Error('no database');
    };
    const { get, reported } = appWith({}, { checkReady });
    expect((await get('/healthz', { host: '10.1.2.3:4100' })).status).toBe(200);
    expect((await get('/readyz', { host: 'probe' })).status).toBe(200);
    isReady = false;
    expect((await get('/readyz')).status).toBe(503);
    expect(reported).toHaveLength(1);
  });
});

describe('who may look', () => {
  test('a name that is not ours is refused, so that no foreign page reads through a name of its own', async () => {
    const { get, asked } = appWith({ rows });
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example:4100',
      '',
      'a b',
      '[::1',
      'x@localhost',
    ]) {
      expect((await get('/', { host })).status).toBe(421);
    }
    for (const host of ['localhost', 'LOCALHOST:4100', '127.0.0.1:9', '[::1]:4100']) {
      expect((await get('/', { host })).status).toBe(200);
    }
    expect(asked).toHaveLength(4);
  });

  test('where others can reach the server the partner’s pages explain themselves and customers’ pages work', async () => {
    const exposures = [
      { host: '0.0.0.0', publicUrl: 'http://127.0.0.1:4100', unprotectedPages: false },
      { host: '127.0.0.1', publicUrl: 'https://avisos.faro.example', unprotectedPages: false },
    ];
    for (const exposure of exposures) {
      const { get, asked } = appWith({ rows, message: shownMessage() }, { exposure });
      for (const path of ['/', '/messages', '/messages/77', '/messages/77/html', '/messages/77/eml']) {
        const answer = await get(path);
        expect(answer.status).toBe(403);
        expect(await answer.text()).toContain('VIGENTE_UNPROTECTED_PAGES=yes');
      }
      expect(asked).toEqual([]);
      expect((await get(renewPath)).status).toBe(200);
    }
  });

  test('a request that a proxy passed on is not from this machine', async () => {
    const { get } = appWith({ rows });
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect((await get('/', { [name]: '203.0.113.7' })).status).toBe(403);
    }
  });

  test('the administrator’s word opens them, on the public name too', async () => {
    const exposure = { host: '0.0.0.0', publicUrl: 'https://avisos.faro.example', unprotectedPages: true };
    const { get } = appWith({ rows }, { exposure });
    expect((await get('/', { host: 'avisos.faro.example', 'x-forwarded-for': '203.0.113.7' })).status).toBe(
      200,
    );
    expect((await get('/', { host: 'other.example' })).status).toBe(421);
  });
});

describe('expiring certificates', () => {
  test('stand in their groups with what there is to say, lapsed ones first', async () => {
    const { text } = appWith({ rows });
    const body = await text('/');
    const places = ['Caducados <', 'En 7 días o menos <', 'De 31 a 60 días <'].map((words) =>
      body.indexOf(words),
    );
    expect(places.every((at, index) => at > 0 && at > (places[index - 1] ?? 0))).toBe(true);
    for (const words of [
      'hace 3 días',
      'en 5 días',
      'en 31 días',
      '24 dic 2026',
      'tal vez renovado',
      '<b>no</b>',
      'aún ninguno',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).toContain('aria-label="caducado"');
  });

  test('filter, group and page come from the address and stay in its links', async () => {
    const { text, asked, get } = appWith({ rows, next: 'p2:abc' });
    const body = await text('/?q=%20panader%C3%ADa&group=60&after=p1&lang=en');
    expect(asked).toEqual([{ text: 'panadería', group: '60', after: 'p1', limit: 100, language: 'en' }]);
    expect(body).toContain('after=p2%3Aabc');
    expect(body).toContain('value="panadería"');
    expect(body).toMatch(/rel="next" href="\/\?q=[^"]*group=60[^"]*lang=en/);
    expect((await get('/?after=7_2026-11-23+00%3A00%3A00%2B00')).status).toBe(200);
    expect((await get('/?group=5')).status).toBe(400);
    expect((await get('/?after=%27%20or%201')).status).toBe(400);
  });

  test('an empty list says what to do next', async () => {
    expect(await appWith().text('/')).toContain('vigente import');
    expect(await appWith().text('/?q=zzz')).toContain('Ningún pedido coincide');
  });

  test('the last notice links to its message', async () => {
    const lastNotice = { message: '77', at: Temporal.Instant.from('2026-11-20T09:00:00Z'), stage: 60 };
    const body = await appWith({ rows: [expiringRow(40, { lastNotice })] }).text('/');
    expect(body).toContain('href="/messages/77"');
    expect(body).toContain('60 días antes');
  });
});

describe('languages', () => {
  test('follow ?lang, then the browser, with the reader’s own region', async () => {
    const { text } = appWith({ rows });
    expect(await text('/', { 'accept-language': 'en-US,en;q=0.9' })).toContain('Expiring certificates');
    expect(await text('/', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.8' })).toContain(
      'Certificados que vencen',
    );
    expect(await text('/', { 'accept-language': 'de-DE,de' })).toContain('Certificados que caducan');
    expect(await text('/?lang=en', { 'accept-language': 'es-ES' })).toContain('lang="en-GB"');
    expect(await text('/?lang=es', { 'accept-language': 'es-AR' })).toContain('lang="es-AR"');
    expect(await text('/?lang=xx"><script>', {})).not.toContain('<script');
  });
});

describe('messages', () => {
  test('are listed with state, recipient, subject, stage and day', async () => {
    const messages = [
      messageRow('77'),
      messageRow('78', { state: 'failed', subject: null, orders: 8, stage: -7 }),
    ];
    const body = await appWith({ messages }).text('/messages');
    for (const words of [
      'entregado al servidor de correo',
      'fallido',
      'lucia.galindo@panaderia-galindo.example',
      '30 días antes',
      '7 días después',
      '8 pedidos',
      '/messages/78',
    ]) {
      expect(body).toContain(words);
    }
  });

  test('one message shows headers, orders and events, and its markup in a sandbox of its own', async () => {
    const { text, get } = appWith({ message: shownMessage() });
    const body = await text('/messages/77');
    expect(body).toContain('<iframe class="wide" sandbox="" referrerpolicy="no-referrer"');
    for (const words of [
      'Panadería: su certificado SSL caduca en 31 días',
      '&lt;1-77@avisos.faro.example&gt;',
      'List-Unsubscribe=One-Click',
      'se quitó: renovado por el pedido 1480500001',
      'Aceptado por el servidor: 250 2.0.0 OK',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).not.toContain('X-Internal');
    const frame = await get('/messages/77/html');
    const policy = frame.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^sandbox; default-src 'none';/);
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toContain('script-src');
    expect(policy).toContain('img-src data:');
    const markup = await frame.text();
    expect(markup).toContain(`src="data:image/png;base64,${onePixel.toString('base64')}"`);
    expect(markup).not.toContain('cid:');
  });

  test('the .eml is the message byte for byte', async () => {
    const message = shownMessage();
    const answer = await appWith({ message }).get('/messages/77/eml');
    expect(answer.headers.get('content-type')).toBe('message/rfc822');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="vigente-77.eml"');
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.from(message.bytes))).toBe(0);
  });

  test('a message that is not there is not found, and an odd id is not even asked for', async () => {
    const { get, asked } = appWith();
    expect((await get('/messages/999')).status).toBe(404);
    expect((await get('/messages/..%2f77')).status).toBe(404);
    expect((await get(`/messages/${'9'.repeat(50)}`)).status).toBe(404);
    expect(asked).toEqual(['999']);
  });
});

describe('problems', () => {
  const failing = (error: unknown) => {
    const { deps } = appDeps();
    return { staff: { ...deps.staff, expiringPage: () => Promise.reject(error) } };
  };

  test('a fault becomes a problem document with its own words', async () => {
    const fault = new Fault('unavailable', 'the database is starting', {
      hint: 'Try again.',
      retryAfterSeconds: 5,
    });
    const answer = await appWith({}, failing(fault)).get('/');
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
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
      const { get, reported } = appWith({}, failing(error));
      const answer = await get('/');
      expect(answer.status).toBe(500);
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: 'Internal Server Error',
        status: 500,
        kind: 'internal',
      });
      expect(reported).toEqual([error]);
      expect(await (await get('/', { accept: 'text/html' })).text()).not.toMatch(/hunter2|lucia/);
    }
  });

  test('a browser is given a page', async () => {
    const answer = await appWith().get('/nothing', { accept: 'text/html,*/*' });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Aquí no hay nada con esa dirección.');
  });
});

describe('static files', () => {
  test('style and fonts are kept for ever; nothing else of the disk can be had', async () => {
    const { get, text } = appWith({ rows });
    const style = /href="(\/assets\/staff-[0-9a-f]{12}\.css)"/.exec(await text('/'))![1]!;
    for (const [path, type] of [
      [style, 'text/css; charset=utf-8'],
      ['/assets/inter-400.woff2', 'font/woff2'],
      ['/assets/source-serif-4-600.woff2', 'font/woff2'],
    ]) {
      const answer = await get(path!);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(3_000);
    }
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/assets/%2e%2e/create-app.ts',
      '/assets/staff.css',
    ]) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

test('values are escaped wherever they stand', async () => {
  const nasty = '"><script>alert(1)</script>';
  const row = expiringRow(5, {
    number: nasty,
    commonName: nasty,
    product: nasty,
    customer: nasty,
    holder: nasty,
    why: nasty,
  });
  const message = shownMessage({
    subject: nasty,
    text: nasty,
    to: { name: nasty, address: nasty },
    events: [{ at: Temporal.Instant.from('2026-11-23T09:00:00Z'), words: nasty }],
  });
  const { text } = appWith({
    rows: [row],
    messages: [messageRow('77', { subject: nasty, address: nasty })],
    message,
  });
  for (const path of ['/', '/messages', '/messages/77', `/?q=${encodeURIComponent(nasty)}`]) {
    expect(await text(path)).not.toContain('<script');
  }
});

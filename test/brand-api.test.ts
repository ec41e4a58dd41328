import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pictureSize } from '../src/pictures/picture-size.ts';
import { ApiDesk } from './api-desk.ts';

let desk: ApiDesk;
beforeAll(async () => {
  desk = await ApiDesk.open();
});
afterAll(() => desk.close());

async function logo(bytes: string | Uint8Array, type = 'image/svg+xml') {
  const answer = await desk.app.request('/api/brand/logo', {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
  });
  return {
    status: answer.status,
    ...((await answer.json()) as { logo?: { src: string; width: number; height: number }; code?: string }),
  };
}

const svg = (inside: string, attributes = 'viewBox="0 0 400 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;
const look = { name: 'Faro Certificados', accent: '#0F766E' };

it('begins with the partner’s name in Vigente’s colours, and keeps a look until it is taken back', async () => {
  const first = await desk.get('/api/brand');
  expect(first.body).toMatchObject({ isOwn: false, look: { accent: '#1E3A8A' } });
  const etag = first.headers.get('etag')!;
  const put = await desk.send('PUT', '/api/brand', look, { 'if-match': etag });
  expect(put.body).toMatchObject({
    isOwn: true,
    look: { name: 'Faro Certificados' },
    undo: expect.any(String),
  });
  expect((await desk.send('PUT', '/api/brand', look, { 'if-match': etag })).status).toBe(412);
  expect((await desk.send('POST', `/api/undo/${put.body.undo}`)).body).toMatchObject({ undone: 1 });
  expect((await desk.get('/api/brand')).body).toMatchObject({ isOwn: false });
  expect((await desk.as({ role: 'support' }).get('/api/brand')).status).toBe(403);
  desk.as({});
});

it('says how a colour reads and what is shown in its place', async () => {
  const { body } = await desk.send('POST', '/api/brand/preview', {
    look: { ...look, accent: '#FFEE00' },
    as: 'mail',
  });
  expect(body.colours.light).toMatchObject({ asked: '#FFEE00', isReadable: false });
  expect(body.colours.light.shown).not.toBe('#FFEE00');
  expect(body.html).toContain(body.colours.light.shown);
});

it('shows a mail and a renewal page in a look that is not saved, in each language', async () => {
  const shown = {
    ...look,
    legal: { 'es-ES': 'Faro, S. L.', en: 'Faro Ltd' },
    support: { email: 'ayuda@faro.example' },
  };
  for (const [locale, legal] of [
    ['es-ES', 'Faro, S. L.'],
    ['en', 'Faro Ltd'],
  ]) {
    for (const as of ['mail', 'page']) {
      const { body } = await desk.send('POST', '/api/brand/preview', { look: shown, as, locale });
      expect(body.html).toContain('Faro Certificados');
      expect(body.html).toContain(legal);
    }
  }
  expect((await desk.get('/api/brand')).body.isOwn).toBe(false);
});

it('makes a PNG of an SVG, of twice the shown size, and takes it into the brand', async () => {
  const read = await logo(svg('<rect width="400" height="100" fill="#0F766E"/>'));
  expect(read.logo).toMatchObject({ width: 240, height: 60 });
  const png = Buffer.from(read.logo!.src.replace(/^data:image\/png;base64,/, ''), 'base64');
  expect(pictureSize(png)).toEqual({ kind: 'png', width: 480, height: 120 });
  const etag = (await desk.get('/api/brand')).headers.get('etag')!;
  const put = await desk.send('PUT', '/api/brand', { ...look, logo: read.logo }, { 'if-match': etag });
  expect(put.status).toBe(200);
  const entries = await desk.inside((tx) =>
    tx.db.selectFrom('audit').select('after').where('action', '=', 'brand:change').execute(),
  );
  expect(JSON.stringify(entries)).not.toContain(read.logo!.src.slice(30, 90));
});

it('takes a PNG and never enlarges it', async () => {
  const read = await logo(png(100, 40), 'image/png');
  expect(read.logo).toMatchObject({ width: 100, height: 40 });
});

it.each([
  ['a script', svg('<script>alert(1)</script>')],
  ['a file of this machine', svg('<image href="file:///etc/passwd" width="9" height="9"/>')],
  ['another site', svg('<image xlink:href="https://elsewhere.example/x.png"/>')],
  ['a style from elsewhere', svg('<style>@import url(https://elsewhere.example/x.css)</style>')],
  ['an entity', `<!DOCTYPE svg [<!ENTITY a "aaaa">]>${svg('<text>&a;</text>')}`],
  ['a page inside', svg('<foreignObject><body/></foreignObject>')],
  ['a fill from elsewhere', svg('<rect fill="url(https://elsewhere.example/#x)"/>')],
])('refuses an SVG with %s', async (_, bytes) => {
  expect(await logo(bytes)).toMatchObject({ status: 400, code: 'logo' });
});

it.each([
  ['text', Buffer.from('not a picture'), 400],
  ['a picture of a billion pixels', png(40_000, 40_000), 400],
  ['a line', png(4_000, 2), 400],
  ['a damaged picture', png(100, 40).subarray(0, 60), 400],
])('refuses %s', async (_, bytes, status) => {
  expect((await logo(bytes, 'image/png')).status).toBe(status);
});

it('refuses a megabyte and more', async () => {
  expect((await logo(svg('<!-- -->').padEnd(1_000_001, ' '))).status).toBe(413);
});

it('reads a real picture', async () => {
  const bytes = await readFile(new URL('../console/public/console/mark.svg', import.meta.url));
  expect((await logo(bytes)).status).toBe(200);
});

/** A grey picture; only its header for the very large. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc(body));
    return Buffer.concat([head, body, tail]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = width * height > 1_000_000 ? Buffer.alloc(10) : Buffer.alloc((width + 1) * height, 0);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return (value ^ 0xffffffff) >>> 0;
}

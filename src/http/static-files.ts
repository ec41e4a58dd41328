import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { letterFonts } from '../renewals/pages/letter-style.ts';

const { resolve } = createRequire(import.meta.url);
const staffStyle = readFileSync(new URL('./assets/staff.css', import.meta.url));

/** Where the pages find their style; its name changes with it, so that browsers may keep it for ever. */
export const staffStyleName = `staff-${createHash('sha256').update(staffStyle).digest('hex').slice(0, 12)}.css`;

/** A year: what is here keeps its name only as long as its bytes (RFC 8246). */
const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };

/** Style and fonts; nothing else of the disk is reachable. */
export function staticFiles(): Hono {
  const app = new Hono();
  const files = new Map<string, { type: string; bytes: Uint8Array<ArrayBuffer> }>();
  files.set(staffStyleName, { type: 'text/css; charset=utf-8', bytes: copyOf(staffStyle) });
  for (const [name, path] of Object.entries(letterFonts)) {
    files.set(name, { type: 'font/woff2', bytes: copyOf(readFileSync(resolve(path))) });
  }
  app.get('/assets/:name', (c) => {
    const file = files.get(c.req.param('name'));
    if (!file) return c.notFound();
    return c.body(file.bytes, 200, { ...forEver, 'content-type': file.type });
  });
  return app;
}

function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

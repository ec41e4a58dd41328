import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { letterFonts } from '../renewals/pages/letter-style.ts';

const { resolve } = createRequire(import.meta.url);

/** A year: what is here keeps its name only as long as its bytes (RFC 8246). */
const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };

/** The fonts of the customers' pages; nothing else of the disk is reachable. */
export function staticFiles(): Hono {
  const app = new Hono();
  const fonts = new Map(
    Object.entries(letterFonts).map(([name, path]) => [name, new Uint8Array(readFileSync(resolve(path)))]),
  );
  app.get('/assets/:name', (c) => {
    const font = fonts.get(c.req.param('name'));
    return font ? c.body(font, 200, { ...forEver, 'content-type': 'font/woff2' }) : c.notFound();
  });
  return app;
}

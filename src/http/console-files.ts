import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';

/** A year: what the build names by its bytes keeps its name only as long as those (RFC 8246). */
const forEver = 'public, max-age=31536000, immutable';
/** Kept, but asked for each time: a new version shows at once. */
const askAgain = 'no-cache';

/**
 * Script only from our own files. Mantine writes its variables and its responsive widths into style elements and has
 * no build that does without; a style cannot run anything, and pictures and fonts are held to our own address.
 */
const consolePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Addresses that are somebody else's: the API, customers' links, a message's own markup, other files. */
const notOurs = /^\/(api|assets|console|r|m|n|u|d|healthz|readyz)(\/|$)|^\/messages\/[^/]+\/(html|eml)$/;

/** Whether the browser asks for a page of the console. Everything else is left to whoever comes after. */
export function isConsolePage(path: string, accept = ''): boolean {
  return /\btext\/html\b/.test(accept) && !notOurs.test(path);
}

/** The built console under `folder`: its files, and its one page for every address that a person may open. */
export function consoleFiles(folder: string): Hono {
  const app = new Hono();
  const kept = new Map<string, Promise<Packed | undefined>>();
  const built = (path: string): Promise<Packed | undefined> => {
    const known = kept.get(path) ?? packed(join(folder, 'console', path));
    // A file that is not there may be there after the next build.
    kept.set(path, known);
    void known.then((file) => file ?? kept.delete(path));
    return known;
  };
  app.get('/console/built/:name{[\\w.-]+}', async (c) => {
    const file = await built(`built/${c.req.param('name')}`);
    return file ? answer(c, file, forEver) : c.notFound();
  });
  app.get('/console/:name{[\\w-]+\\.(?:js|svg)}', async (c) => {
    const file = await packed(join(folder, 'console', c.req.param('name')));
    return file ? answer(c, file, askAgain) : c.notFound();
  });
  app.get('*', async (c, next) => {
    if (!isConsolePage(c.req.path, c.req.header('accept'))) return next();
    const page = await packed(join(folder, 'index.html'));
    if (!page) return c.text(notBuilt, 503);
    c.header('content-security-policy', consolePolicy);
    return answer(c, page, askAgain);
  });
  return app;
}

const notBuilt = `Falta construir la consola: npm run build
The console has not been built yet: npm run build
`;

interface Packed {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** Letters pack well; fonts are packed already. */
  readonly br?: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

async function packed(path: string): Promise<Packed | undefined> {
  const plain = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR') return undefined;
    throw error;
  });
  if (!plain) return undefined;
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const type = types[ending] ?? 'text/html; charset=utf-8';
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const base = { type, etag, plain: new Uint8Array(plain) };
  if (ending === 'woff2') return base;
  return { ...base, br: await brotli(plain), gzip: new Uint8Array(await promisify(gzip)(plain)) };
}

async function brotli(plain: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  // 11 takes a second for the largest file; 9 is within a few per cent of it.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return new Uint8Array(await promisify(brotliCompress)(plain, { params }));
}

function answer(c: Context, file: Packed, cache: string): Response {
  const accepted = c.req.header('accept-encoding') ?? '';
  const encoding = (['br', 'gzip'] as const).find(
    (name) => file[name] && new RegExp(`\\b${name}\\b`).test(accepted),
  );
  c.header('cache-control', cache);
  // One etag for each form of the bytes (RFC 9110 section 8.8.3.3).
  const etag = encoding ? file.etag.replace(/"$/, `-${encoding}"`) : file.etag;
  c.header('etag', etag);
  c.header('vary', 'Accept-Encoding');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  c.header('content-type', file.type);
  if (encoding) c.header('content-encoding', encoding);
  return c.body(encoding ? file[encoding]! : file.plain, 200);
}

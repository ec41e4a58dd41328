import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiEnv } from './api-context.ts';
import { giveKeyBack, type KeptAnswer, keepAnswer, takeKey } from './idempotency-store.ts';

/** Headers that are part of an answer and no matter of one connection. */
const keptHeaders = ['content-type', 'etag', 'location'];

/**
 * A POST with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07) is carried out once per partner and
 * person: whoever sends it again within a day gets the same answer, marked `Idempotency-Replayed: true`. The same key
 * with other words is refused (422), and so is one whose first request is still being answered (409). Answers of 500
 * and more are not kept: they are there to be tried again. Uploads are left out; the file's digest serves there.
 */
export function idempotency({ sending }: Pick<ApiDeps, 'sending'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    if (c.req.method !== 'POST' || key === undefined || isUpload(c)) return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Fault('invalid', 'Idempotency-Key: up to 200 visible ASCII characters were expected', {
        code: 'bad-idempotency-key',
      });
    }
    const { partner, person, via } = c.var.caller;
    const scope = sending.db.forPartner(partner);
    const request = { person: `${via}:${person}`, key };
    const digest = await digestOf(c);
    const kept = await scope.transaction((tx) =>
      takeKey(tx, { ...request, digest, at: sending.now().toString() }),
    );
    if (kept !== 'taken') return replayed(kept, digest);
    await next();
    if (c.res.status >= 500) await scope.transaction((tx) => giveKeyBack(tx, request));
    else {
      const answer = { status: c.res.status, headers: headersOf(c.res), body: await c.res.clone().text() };
      await scope.transaction((tx) => keepAnswer(tx, request, answer));
    }
  };
}

function isUpload(c: Context): boolean {
  return !/^(application\/json\b|$)/.test(c.req.header('content-type') ?? '');
}

async function digestOf(c: Context): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  return createHash('sha256')
    .update(`${c.req.method} ${pathname}${search}\n`)
    .update(await c.req.text())
    .digest('base64url');
}

function replayed(kept: KeptAnswer, digest: string): Response {
  if (kept.digest !== digest) {
    throw new Fault('unsupported', 'this Idempotency-Key was already used for another request', {
      code: 'idempotency-key-used',
      hint: 'use a new key for each new request',
    });
  }
  if (kept.status === null) {
    throw new Fault('conflict', 'the first request with this Idempotency-Key is still being answered', {
      code: 'still-answering',
      retryAfterSeconds: 1,
    });
  }
  const headers = { ...kept.headers, 'idempotency-replayed': 'true' };
  return new Response(kept.body, { status: kept.status, headers });
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

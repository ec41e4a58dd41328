import { createHash, createHmac } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Now } from '../../kernel/now.ts';
import type { Database } from '../../storage/database.ts';
import type { ApiEnv } from './api-context.ts';
import { giveKeyBack, type KeptAnswer, keepAnswer, takeKey } from './idempotency-store.ts';

/** Headers that are part of an answer and no matter of one connection. */
const keptHeaders = ['content-type', 'etag', 'location'];

export interface Idempotency {
  readonly db: Database;
  readonly now: Now;
  /**
   * For answers that hold what is shown once, such as a key: they are not kept, so whoever asks again learns that it
   * was done, but not what was answered. What was asked is kept under this secret only.
   */
  readonly secret?: string;
}

/**
 * A POST with an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07) is carried out once per partner and
 * person: whoever sends it again within a day gets the same answer, marked `Idempotency-Replayed: true`. The same key
 * with other words is refused (422), and so is one whose first request is still being answered (409). Answers of 500
 * and more are not kept: they are there to be tried again. Uploads are left out; the file's digest serves there.
 * Whoever is not signed in has no keys.
 */
export function idempotency(options: Idempotency): MiddlewareHandler<ApiEnv> {
  const { db, now, secret } = options;
  return async (c, next) => {
    const key = c.req.header('idempotency-key');
    const caller = c.var.caller as ApiEnv['Variables']['caller'] | undefined;
    if (c.req.method !== 'POST' || key === undefined || !caller || isUpload(c)) return next();
    if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
      throw new Fault('invalid', 'Idempotency-Key: up to 200 visible ASCII characters were expected', {
        code: 'bad-idempotency-key',
      });
    }
    const scope = db.forPartner(caller.partner);
    const request = { person: `${caller.via}:${caller.person}`, key };
    const digest = await digestOf(c, secret);
    const kept = await scope.transaction((tx) => takeKey(tx, { ...request, digest, at: now().toString() }));
    if (kept !== 'taken') return replayed(c, kept, digest);
    await next();
    if (c.res.status >= 500) await scope.transaction((tx) => giveKeyBack(tx, request));
    else {
      const answer = await answerToKeep(c.res, secret !== undefined);
      await scope.transaction((tx) => keepAnswer(tx, request, answer));
    }
  };
}

/** A secret answer leaves its status only; problems hold no secret. */
async function answerToKeep(response: Response, isSecret: boolean) {
  const { status } = response;
  const body = await response.clone().text();
  if (isSecret && status < 400 && body !== '') return { status, headers: { [shownOnce]: '1' }, body: '' };
  return { status, headers: headersOf(response), body };
}

/** Among the kept headers, never sent. */
const shownOnce = 'shown-once';

function isUpload(c: Context): boolean {
  return !/^(application\/json\b|$)/.test(c.req.header('content-type') ?? '');
}

async function digestOf(c: Context, secret: string | undefined): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret);
  return hash
    .update(`${c.req.method} ${pathname}${search}\n`)
    .update(await c.req.text())
    .digest('base64url');
}

function replayed(c: Context, kept: KeptAnswer, digest: string): Response {
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
  const headers = { ...kept.headers, 'Idempotency-Replayed': 'true' };
  if (shownOnce in headers) {
    throw new Fault('conflict', 'this was carried out before; its answer was shown once and is not kept', {
      code: 'shown-once',
    });
  }
  // Through the context, which adds what belongs to this answer: how many requests are left.
  const status = kept.status as 200;
  return kept.body ? c.body(kept.body, status, headers) : c.body(null, status, headers);
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = response.headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

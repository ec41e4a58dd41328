import type { Context, MiddlewareHandler } from 'hono';
import { Fault } from '../../kernel/fault.ts';
import type { Now } from '../../kernel/now.ts';
import { browserOf } from './access/browser-of.ts';
import type { ApiEnv } from './api-context.ts';

/** A bucket of `burst` requests that fills again with `perSecond`. */
export interface RateLimit {
  readonly name: string;
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  left: number;
  at: number;
}

const mostBuckets = 10_000;

/**
 * Limits each caller, and before anybody has signed in each network address, in this process only, and says so in the fields of draft-ietf-httpapi-ratelimit-headers-10:
 * `RateLimit-Policy: "api";q=600;w=60` and `RateLimit: "api";r=599;t=1`. A refused request answers 429 with
 * Retry-After and costs nothing.
 */
export function rateLimit(limit: RateLimit, now: Now): MiddlewareHandler<ApiEnv> {
  const buckets = new Map<string, Bucket>();
  const policy = `"${limit.name}";q=${limit.burst};w=${Math.ceil(limit.burst / limit.perSecond)}`;
  return async (c, next) => {
    const bucket = refilled(buckets, whoAsks(c), limit, now().epochMilliseconds);
    const allowed = bucket.left >= 1;
    if (allowed) bucket.left -= 1;
    const until = Math.ceil((limit.burst - bucket.left) / limit.perSecond);
    c.header('RateLimit-Policy', policy);
    c.header('RateLimit', `"${limit.name}";r=${Math.floor(bucket.left)};t=${until}`);
    if (!allowed) {
      throw new Fault('too-many', 'more requests than are allowed in this time', {
        code: 'too-many-requests',
        retryAfterSeconds: Math.max(1, Math.ceil((1 - bucket.left) / limit.perSecond)),
      });
    }
    await next();
  };
}

function whoAsks(c: Context<ApiEnv>): string {
  const caller = c.var.caller as ApiEnv['Variables']['caller'] | undefined;
  if (!caller) return `address ${browserOf(c).address}`;
  return `${caller.partner} ${caller.via} ${caller.person}`;
}

function refilled(buckets: Map<string, Bucket>, key: string, limit: RateLimit, at: number): Bucket {
  const known = buckets.get(key);
  // The oldest go first: a Map keeps the order in which keys came, and a used one comes anew.
  if (known) buckets.delete(key);
  else if (buckets.size >= mostBuckets) buckets.delete(buckets.keys().next().value!);
  const elapsed = known ? Math.max(0, at - known.at) / 1000 : 0;
  const bucket = {
    left: Math.min(limit.burst, (known?.left ?? limit.burst) + elapsed * limit.perSecond),
    at,
  };
  buckets.set(key, bucket);
  return bucket;
}

import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../../kernel/fault.ts';
import { type AccessApiDeps, type AccessRoutes, newAccessRoutes } from './access/access-routes.ts';
import { accountApi } from './access/account-api.ts';
import { auditApi } from './access/audit-api.ts';
import { keysApi } from './access/keys-api.ts';
import { peopleApi } from './access/people-api.ts';
import { signInApi } from './access/sign-in-api.ts';
import { idempotency } from './idempotency.ts';
import { answerProblem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';

/** As for the rest of the API; guessing has rules of its own. */
const limit = { name: 'access', burst: 600, perSecond: 10 };

const smallBodies = bodyLimit({
  maxSize: 100_000,
  onError: () => {
    throw new Fault('too-large', 'the body holds more than 100000 bytes', {
      code: 'body-too-large',
      params: { bytes: 100_000 },
    });
  },
});

/**
 * Signing in, the own account, people, API keys, the audit log. Mount it behind `accessMiddleware` and before the
 * rest of the API: answers here hold passwords and keys, so for an Idempotency-Key only that they were given is kept.
 */
export function accessApi(deps: AccessApiDeps): AccessRoutes {
  const api = newAccessRoutes();
  api.onError((error, c) => answerProblem(c as never, error, deps.reportError));
  const { db, now, cookieSecret } = deps.access;
  api.use('/api/access/*', rateLimit(limit, now), smallBodies, async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  api.use('/api/access/*', idempotency({ db, now, secret: cookieSecret }));
  for (const routes of [signInApi, accountApi, peopleApi, keysApi, auditApi]) api.route('/', routes(deps));
  return api;
}

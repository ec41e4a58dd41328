import { type Context, Hono } from 'hono';
import { Fault } from '../kernel/fault.ts';
import { customerRoutes } from '../renewals/routes.ts';
import type { AppDeps } from './deps.ts';
import { digestRoutes } from './digest-routes.ts';
import { isOurHost } from './exposure.ts';
import { mountApi } from './mount-api.ts';
import { problemOf } from './problem-document.ts';
import { problemPage, wrongHostWords } from './problem-page.ts';
import { securityHeaders } from './security-headers.ts';
import { staticFiles } from './static-files.ts';

/** Everything that is reachable over HTTP. Builds nothing itself; opens no port. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.use('*', securityHeaders(deps.exposure));
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => ((await isReady(deps)) ? c.text('ready') : c.text('not ready', 503)));
  app.use('*', async (c, next) => {
    if (isOurHost(c.req.header('host'), deps.exposure)) return next();
    return c.text(wrongHostWords(c), 421);
  });
  if (deps.api) mountApi(app, deps.api);
  // Before the rest: every address that a browser opens is a page of the console, but for those of customers.
  if (deps.console) app.route('/', deps.console);
  app.route('/', staticFiles());
  app.route('/', customerRoutes(deps.customer, deps.reportError));
  if (deps.digest) app.route('/', digestRoutes(deps.digest));
  app.notFound((c) => answerProblem(c, deps, new Fault('not-found', 'there is nothing at this address')));
  app.onError((error, c) => answerProblem(c, deps, error));
  return app;
}

async function isReady({ checkReady, reportError }: AppDeps): Promise<boolean> {
  try {
    await checkReady();
    return true;
  } catch (error) {
    reportError(error);
    return false;
  }
}

/** A page for people, a problem document (RFC 9457) for everyone else. */
function answerProblem(c: Context, deps: AppDeps, error: unknown): Response | Promise<Response> {
  const { document, retryAfterSeconds, isUnexpected } = problemOf(error);
  if (isUnexpected) deps.reportError(error);
  if (retryAfterSeconds !== undefined) c.header('retry-after', String(retryAfterSeconds));
  const status = document.status as 400;
  if (/\btext\/html\b/.test(c.req.header('accept') ?? '')) {
    return c.html(problemPage(c, document), status);
  }
  return c.body(JSON.stringify(document), status, { 'content-type': 'application/problem+json' });
}

import { readFileSync } from 'node:fs';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { apiDocument } from './api-document.ts';
import { brandApi } from './brand-api.ts';
import { contactsApi } from './contacts-api.ts';
import { customersApi } from './customers-api.ts';
import { dashboardApi } from './dashboard-api.ts';
import { domainsApi } from './domains-api.ts';
import { expiringApi } from './expiring-api.ts';
import { expiringBulkApi } from './expiring-bulk-api.ts';
import { expiringExportApi } from './expiring-export-api.ts';
import { idempotency } from './idempotency.ts';
import { importsApi } from './imports-api.ts';
import { inboxApi } from './inbox-api.ts';
import { inboxPreferenceApi } from './inbox-preference-api.ts';
import { keptFigures } from './kept-figures.ts';
import { mailChecksApi } from './mail-checks-api.ts';
import { mailSettingsApi } from './mail-settings-api.ts';
import { messageActionsApi } from './message-actions-api.ts';
import { messagesApi } from './messages-api.ts';
import { messagesExportApi } from './messages-export-api.ts';
import { newRoutes } from './new-routes.ts';
import { notesApi } from './notes-api.ts';
import { ordersApi } from './orders-api.ts';
import { perhapsRenewedApi } from './perhaps-renewed-api.ts';
import { planApi } from './plan-api.ts';
import { planApprovalApi } from './plan-approval-api.ts';
import { planExportApi } from './plan-export-api.ts';
import { planInstructionsApi } from './plan-instructions-api.ts';
import { planTouchApi } from './plan-touch-api.ts';
import { answerProblem } from './problem.ts';
import { rateLimit } from './rate-limit.ts';
import { referencePage } from './reference-page.ts';
import { requestsApi } from './requests-api.ts';
import { requestsExportApi } from './requests-export-api.ts';
import { runsApi } from './runs-api.ts';
import { searchApi } from './search-api.ts';
import { sendingApi } from './sending-api.ts';
import { settingsEffectApi } from './settings/settings-effect-api.ts';
import { settingsApi } from './settings-api.ts';
import { setupApi } from './setup-api.ts';
import { undoApi } from './undo-api.ts';
import { viewsApi } from './views-api.ts';

/** Ten requests a second for hours on end, and a burst for a page that asks for many things at once. */
const limit = { name: 'api', burst: 600, perSecond: 10 };
const mostBytes = 1_000_000;

/**
 * Everything under `/api` but the description of it. Mount it behind whatever sets `caller` and `language`. Each
 * feature's routes are whole in themselves: they parse, authorise, call one verb, present.
 */
export function createApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.onError((error, c) => answerProblem(c, error, deps.reportError));
  api.use('/api/*', async (c, next) => {
    await next();
    // What a person may see is nobody else's, and a list is old as soon as it is read.
    if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'private, no-store');
    c.header('Vary', 'Cookie, Authorization, Accept-Language', { append: true });
  });
  api.use('/api/*', rateLimit(limit, deps.sending.now));
  api.use('/api/*', async (c, next) => (c.req.path === uploadPath ? next() : smallBodies(c, next)));
  api.use('/api/*', idempotency(deps.sending));
  api.use('/api/*', async (c, next) => {
    await next();
    // What somebody has read or done with changes no figure.
    const isOwnInbox = c.req.path.startsWith('/api/inbox');
    if (c.req.method !== 'GET' && !isOwnInbox) keptFigures(deps.sending.db).forget(c.var.caller.partner);
  });
  for (const routes of featureRoutes(deps)) api.route('/', routes);
  api.all('/api/*', () => {
    throw new Fault('not-found', 'there is nothing at this address', { code: 'no-address' });
  });
  return api;
}

/** The description is public: it holds nothing of any partner. `others`: routes that are mounted beside these. */
export function createApiReference(deps: ApiDeps, others: readonly OpenAPIHono<ApiEnv>[] = []): ApiRoutes {
  const described = newRoutes();
  for (const routes of [...others, ...featureRoutes(deps)]) described.route('/', routes);
  const document = apiDocument(described);
  const page = referencePage(document);
  const reference = newRoutes();
  reference.get('/api/openapi.json', (c) => c.json(document));
  reference.get('/api', (c) => c.html(page));
  reference.get('/api/reference.css', (c) =>
    c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  return reference;
}

const style = readFileSync(new URL('./reference.css', import.meta.url), 'utf8');

/** The one route that takes a file; it limits its body itself. */
const uploadPath = '/api/imports';

const smallBodies = bodyLimit({
  maxSize: mostBytes,
  onError: () => {
    throw new Fault('too-large', `the body holds more than ${mostBytes} bytes`, {
      code: 'body-too-large',
      params: { bytes: mostBytes },
    });
  },
});

function featureRoutes(deps: ApiDeps): ApiRoutes[] {
  return [
    dashboardApi(deps),
    expiringApi(deps),
    expiringBulkApi(deps),
    expiringExportApi(deps),
    ordersApi(deps),
    customersApi(deps),
    contactsApi(deps),
    notesApi(deps),
    inboxApi(deps),
    inboxPreferenceApi(deps),
    perhapsRenewedApi(deps),
    domainsApi(deps),
    planApi(deps),
    planApprovalApi(deps),
    planExportApi(deps),
    planInstructionsApi(deps),
    planTouchApi(deps),
    requestsExportApi(deps),
    requestsApi(deps),
    messageActionsApi(deps),
    messagesExportApi(deps),
    messagesApi(deps),
    sendingApi(deps),
    runsApi(deps),
    brandApi(deps),
    mailSettingsApi(deps),
    mailChecksApi(deps),
    searchApi(deps),
    importsApi(deps),
    settingsApi(deps),
    settingsEffectApi(deps),
    setupApi(deps),
    viewsApi(deps),
    undoApi(deps),
  ];
}

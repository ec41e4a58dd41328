import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { messagesPage, messagesQuery, messageView } from '../../../contract/messages.ts';
import { recordExport } from '../../access/audit.ts';
import { isAllowed } from '../../access/authorise.ts';
import { Fault } from '../../kernel/fault.ts';
import { listPreviews } from '../../notices/list-messages.ts';
import { loadMessages } from '../../notices/load-messages.ts';
import { previewHtml } from '../../templates/preview-html.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { placeOf } from './keyset.ts';
import { pageOf } from './list-query.ts';
import { messageFilterOf } from './message-filter.ts';
import { messagePolicy } from './message-policy.ts';
import { presentMessage } from './message-presenter.ts';
import { newRoutes } from './new-routes.ts';
import { messageOf, presentShown } from './shown-message.ts';

const tags = ['Messages'];
const permission = 'messages:read';
const params = z.object({ id: z.string().regex(/^p?\d{1,18}$/) });
const sort = '-planned';
const previewsShown = 500;

export function messagesApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/messages',
      permission,
      tags,
      summary: 'The messages, newest first. state=preview lists what the last preview would send.',
      request: { query: messagesQuery },
      responses: answers(messagesPage, 'One page'),
    }),
    async (c) => {
      const { limit, after, ...asked } = c.req.valid('query');
      const found = await scopeOfCaller(c, deps);
      if (asked.state === 'preview') {
        return c.json({ rows: await previewRows(c, found, asked.text), next: null }, 200);
      }
      const filter = messageFilterOf(asked, { visible: c.var.caller.customers, timeZone: found.timeZone });
      const place = placeOf(sort, 2, after);
      const lines = await found.scope.transaction((tx) =>
        loadMessages(tx, { filter, limit: limit + 1, after: place }),
      );
      const page = pageOf(lines, {
        ...{ limit, sort },
        place: (line) => [line.plannedAt.toString(), line.id],
        show: presentMessage,
      });
      return c.json(page, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/messages/{id}',
      permission,
      tags,
      summary: 'One message: to whom, what for, its text and what became of it.',
      request: { params },
      responses: answers(messageView, 'The message'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const shown = await messageOf(c, deps, id);
      return c.json(presentShown(id, shown, { caller: c.var.caller, language: c.var.language }), 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/messages/{id}/html',
      permission,
      tags,
      summary:
        'The message as its reader sees it, for a frame of its own: without scripts and without an origin.',
      request: { params },
      responses: { 200: { description: 'HTML', content: { 'text/html': { schema: z.string() } } } },
    }),
    async (c) => {
      const shown = await messageOf(c, deps, c.req.valid('param').id);
      const seen = isAllowed(c.var.caller, 'prices:see') ? shown.rendered : shown.withoutPrices;
      return c.html(previewHtml(seen), 200, { 'content-security-policy': messagePolicy }) as never;
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/messages/{id}/eml',
      permission,
      tags,
      summary: 'The message as it was handed over, as a file.',
      request: { params },
      responses: { 200: { description: 'RFC 5322', content: { 'message/rfc822': { schema: z.string() } } } },
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { bytes, namesPrices } = await messageOf(c, deps, id);
      if (namesPrices && !isAllowed(c.var.caller, 'prices:see')) {
        throw new Fault('forbidden', 'the original names prices, which are not opened to you', {
          code: 'original-names-prices',
          hint: 'look at the message without its amounts, or ask for the right to see prices',
        });
      }
      const { scope } = await scopeOfCaller(c, deps);
      await scope.transaction((tx) =>
        recordExport(tx, c.var.caller, { what: 'message', format: 'eml', rows: 1, filter: { message: id } }),
      );
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': 'message/rfc822',
        'content-disposition': `attachment; filename="vigente-${id}.eml"`,
      }) as never;
    },
  );

  return api;
}

/** All previews at once: there are never more than are kept. They name no customer, so only the unlimited see them. */
async function previewRows(c: Context<ApiEnv>, { scope }: CallerScope, text: string | undefined) {
  if (c.var.caller.customers !== null) return [];
  return (await listPreviews(scope, { limit: previewsShown, text })).map(({ id, asOf, plan }) => ({
    id: `p${id}`,
    state: 'preview' as const,
    ...{ address: plan.addressKey, contact: null, customer: null, subject: null },
    ...{ channel: plan.channel, stage: plan.stage, orders: plan.deliveries.length },
    ...{ plannedAt: asOf.toString(), notBefore: null, finishedAt: null },
    ...{ isResend: false, isSeen: false },
  }));
}

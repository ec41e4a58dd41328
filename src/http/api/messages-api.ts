import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type MessageView, messagesPage, messagesQuery, messageView } from '../../../contract/messages.ts';
import { recordExport } from '../../access/audit.ts';
import { isAllowed } from '../../access/authorise.ts';
import { maySeeCustomer } from '../../access/visible-customers.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import { eventWords } from '../../notices/event-words.ts';
import { listPreviews } from '../../notices/list-messages.ts';
import { customerOfMessage, loadMessages, type MessageFilter } from '../../notices/load-messages.ts';
import { reasonName } from '../../notices/reason-name.ts';
import { type ShownMessage, showMessage, showPreview } from '../../notices/show-message.ts';
import { previewHtml } from '../../templates/preview-html.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { placeOf } from './keyset.ts';
import { pageOf } from './list-query.ts';
import { messagePolicy } from './message-policy.ts';
import { presentMessage } from './message-presenter.ts';
import { newRoutes } from './new-routes.ts';

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
      const { state, customer, order, run, text, from, until, limit, after } = c.req.valid('query');
      const found = await scopeOfCaller(c, deps);
      if (state === 'preview') return c.json({ rows: await previewRows(c, found, text), next: null }, 200);
      const midnight = (day: string | undefined) =>
        day === undefined
          ? undefined
          : Temporal.PlainDate.from(day)
              .toZonedDateTime(found.partner.settings.defaultTimeZone)
              .toInstant()
              .toString();
      const filter: MessageFilter = {
        ...{ visible: c.var.caller.customers, state, customer, order, run, text },
        from: midnight(from),
        until: midnight(until),
      };
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
      const view = { language: c.var.language, seesPrices: isAllowed(c.var.caller, 'prices:see') };
      return c.json(presentShown(id, shown, view), 200);
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

/** Throws `not-found` also for a message of a customer that the caller may not see. */
async function messageOf(c: Context<ApiEnv>, deps: ApiDeps, id: string): Promise<ShownMessage> {
  const { partner, scope } = await scopeOfCaller(c, deps);
  if (id.startsWith('p')) {
    if (c.var.caller.customers !== null)
      throw new Fault('not-found', `there is no message ${id}`, { code: 'no-message', params: { id } });
    return showPreview(deps.sending, partner, id.slice(1));
  }
  const customer = await scope.transaction((tx) => customerOfMessage(tx, id));
  if (customer === undefined || !maySeeCustomer(c.var.caller, customer)) {
    throw new Fault('not-found', `there is no message ${id}`, { code: 'no-message', params: { id } });
  }
  return showMessage(deps.sending, partner, id);
}

function presentShown(
  id: string,
  shown: ShownMessage,
  { language, seesPrices }: { readonly language: Language; readonly seesPrices: boolean },
): MessageView {
  const { notice, head } = shown;
  const rendered = seesPrices ? shown.rendered : shown.withoutPrices;
  const pricesHidden = shown.namesPrices && !seesPrices;
  const orders = notice?.deliveries.map(({ order }) => order) ?? [];
  return {
    id,
    state: notice?.state ?? 'preview',
    asSubmitted: shown.kind === 'fixed',
    to: shown.to.name === null ? shown.to.address : `${shown.to.name} <${shown.to.address}>`,
    subject: rendered.subject,
    stage: head.stage,
    purpose: head.purpose,
    plannedAt: shown.plannedAt.toString(),
    text: rendered.text,
    pricesHidden,
    hasBytes: !pricesHidden,
    deliveries: shown.deliveries.map((delivery, at) => ({
      order: orders[at] ?? null,
      number: delivery.orderNumber,
      clock: delivery.kind,
      stage: delivery.stage,
      droppedBy: delivery.droppedBy === null ? null : reasonName(delivery.droppedBy, language),
    })),
    events: shown.events.map((event) => ({ at: event.at.toString(), words: eventWords(event, language) })),
  };
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
  }));
}

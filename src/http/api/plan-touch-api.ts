import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { planLineId, planPreview, planTouch } from '../../../contract/plan.ts';
import { isAllowed } from '../../access/authorise.ts';
import { maySeeCustomer } from '../../access/visible-customers.ts';
import { Fault } from '../../kernel/fault.ts';
import { loadTouchLines, type PlanLineShown, standingInstructions } from '../../notices/load-plan.ts';
import { previewTouch, type TouchPreview } from '../../notices/preview-touch.ts';
import { previewHtml } from '../../templates/preview-html.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { messagePolicy } from './message-policy.ts';
import { newRoutes } from './new-routes.ts';
import { presentInstruction, presentPlanRow, whyOf } from './plan-presenter.ts';

const tags = ['Plan'];
const permission = 'plan:read';
const params = z.object({ id: planLineId });

/** One touch of the plan: why, what was said of it, and its message as that person would have it. */
export function planTouchApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/touches/{id}', permission, tags },
      summary: 'One touch: everything the plan says of it, and what colleagues have said.',
      request: { params },
      responses: answers(planTouch, 'The touch'),
    }),
    async (c) => {
      const { scope, timeZone } = await scopeOfCaller(c, deps);
      const { lines, row } = await touchOf(c, deps, c.req.valid('param').id);
      const said = await scope.transaction((tx) => standingInstructions(tx, row));
      const view = { language: c.var.language, timeZone };
      const words = lines.map((line) => ({
        ...{ day: line.day, at: line.at, state: line.state, until: line.until },
        why: whyOf(line, view),
      }));
      const instructions = said.map((one) => presentInstruction(one, timeZone));
      return c.json({ row: presentPlanRow(row, view), words, instructions }, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/touches/{id}/preview', permission, tags },
      summary: 'The message that carries it, as it will be made on its day.',
      request: { params },
      responses: answers(planPreview, 'The message'),
    }),
    async (c) => {
      const { message, goes } = await previewOf(c, deps, c.req.valid('param').id);
      const rendered = seesPrices(c) ? message.rendered : message.withoutPrices;
      const { name, address } = message.to;
      return c.json(
        {
          ...{ goes, subject: rendered.subject, text: rendered.text, at: message.plannedAt.toString() },
          to: name === null ? address : `${name} <${address}>`,
          pricesHidden: message.namesPrices && !seesPrices(c),
          orders: message.deliveries.flatMap(({ orderNumber }) => orderNumber ?? []),
        },
        200,
      );
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/touches/{id}/html', permission, tags },
      summary: 'The same as its reader would see it, for a frame of its own: without scripts and an origin.',
      request: { params },
      responses: { 200: { description: 'HTML', content: { 'text/html': { schema: z.string() } } } },
    }),
    async (c) => {
      const { message } = await previewOf(c, deps, c.req.valid('param').id);
      const rendered = seesPrices(c) ? message.rendered : message.withoutPrices;
      return c.html(previewHtml(rendered), 200, { 'content-security-policy': messagePolicy }) as never;
    },
  );
  return api;
}

function seesPrices(c: Context<ApiEnv>): boolean {
  return isAllowed(c.var.caller, 'prices:see');
}

interface FoundTouch {
  readonly lines: readonly PlanLineShown[];
  readonly row: PlanLineShown;
}

/** Throws `not-found` also for a touch of a customer that the caller may not see. */
async function touchOf(c: Context<ApiEnv>, deps: ApiDeps, id: string): Promise<FoundTouch> {
  const { scope } = await scopeOfCaller(c, deps);
  const touch = touchOfId(id);
  const lines = await scope.transaction((tx) => loadTouchLines(tx, touch));
  const row = lines.find(({ day }) => day === touch.day) ?? lines.at(-1);
  if (row === undefined || !maySeeCustomer(c.var.caller, row.customer)) {
    throw new Fault('not-found', 'the plan has changed and this is no longer in it', {
      hint: 'look at the plan again',
      code: 'not-in-plan',
    });
  }
  return { lines, row };
}

function touchOfId(id: string): { clock: string; stage: number; channel: string; day: string } {
  const [clock, stage, channel, day] = id.split('.') as [string, string, string, string];
  return { clock, stage: Number(stage), channel, day };
}

async function previewOf(c: Context<ApiEnv>, deps: ApiDeps, id: string): Promise<TouchPreview> {
  const { row } = await touchOf(c, deps, id);
  const { partner } = await scopeOfCaller(c, deps);
  const preview = await previewTouch(deps.sending, partner, row);
  if (preview.customers.every((customer) => maySeeCustomer(c.var.caller, customer))) return preview;
  throw new Fault('forbidden', 'this message also speaks of customers that are not opened to you', {
    code: 'others-in-message',
  });
}

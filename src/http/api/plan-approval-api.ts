import { z } from '@hono/zod-openapi';
import { approveDay as approveBody, dayApproved, type PlanApproval } from '../../../contract/plan.ts';
import { Fault } from '../../kernel/fault.ts';
import { approvalOf, approveDay, withdrawApproval } from '../../notices/day-approval.ts';
import type { Partner } from '../../partners/partner.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges } from './recorded.ts';
import { refuseLimited } from './sending-api.ts';

const tags = ['Plan'];
const params = z.object({ day: z.iso.date() });

export function planApprovalApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      ...{ method: 'post', path: '/api/plan/days/{day}/approval', permission: 'plan:approve', tags },
      summary: 'Says that a day’s messages may leave, for about as many as were on the screen.',
      request: { params, body: jsonBody(approveBody) },
      responses: answers(dayApproved, 'The approval, and what it let go'),
    }),
    async (c) => {
      refuseLimited(c);
      const { day } = c.req.valid('param');
      const { messages, note } = c.req.valid('json');
      const { scope, partner, now, today } = await scopeOfCaller(c, deps);
      if (day < today) {
        throw new Fault('invalid', 'this day is over; today or a day to come was expected', {
          code: 'day-over',
        });
      }
      const { person, name: by } = c.var.caller;
      const answer = await scope.transaction(async (tx) => {
        const before = await approvalOf(tx, day);
        const released = await approveDay(tx, partner, { day, messages, note, person, by }, now);
        await recordChanges(tx, c.var.caller, 'plan:approve', [
          {
            subject: { kind: 'plan', id: day },
            before: before ? { messages: before.messages } : {},
            after: { messages, ...(note === '' ? {} : { note }) },
          },
        ]);
        return { approval: presentApproval(partner, await approvalOf(tx, day)), released };
      });
      return c.json(answer, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'delete', path: '/api/plan/days/{day}/approval', permission: 'plan:approve', tags },
      summary: 'Takes the approval of a day back: what has not left waits again.',
      request: { params },
      responses: answers(dayApproved, 'No approval any more'),
    }),
    async (c) => {
      refuseLimited(c);
      const { day } = c.req.valid('param');
      const { scope, partner, now } = await scopeOfCaller(c, deps);
      const answer = await scope.transaction(async (tx) => {
        const before = await approvalOf(tx, day);
        if (await withdrawApproval(tx, day, now)) {
          await recordChanges(tx, c.var.caller, 'plan:approve', [
            { subject: { kind: 'plan', id: day }, before: { messages: before?.messages }, after: {} },
          ]);
        }
        return { approval: presentApproval(partner, undefined), released: 0 };
      });
      return c.json(answer, 200);
    },
  );
  return api;
}

export function presentApproval(
  { settings }: Partner,
  approval: Awaited<ReturnType<typeof approvalOf>>,
): PlanApproval {
  const approved =
    approval === undefined
      ? null
      : { by: approval.by, at: approval.at.toString(), messages: approval.messages, note: approval.note };
  return { ...settings.dayApproval, approved };
}

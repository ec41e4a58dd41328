import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { rowId, undoable } from '../../../contract/list.ts';
import {
  giveInstruction as asked,
  type GiveInstruction,
  instructionGiven,
  instructionView,
} from '../../../contract/plan.ts';
import { Fault } from '../../kernel/fault.ts';
import {
  giveInstruction,
  type InstructionAsked,
  takeBackInstruction,
} from '../../notices/give-instruction.ts';
import { refreshPlanOf } from '../../notices/keep-plan.ts';
import { oneInstruction, standingInstructions } from '../../notices/load-plan.ts';
import { planningRules } from '../../notices/plan-touches.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { customerSubject, ownCustomer } from './own-customer.ts';
import { presentInstruction } from './plan-presenter.ts';
import { dayBegins } from './plan-scope.ts';
import { recordUndoable } from './recorded.ts';

const tags = ['Plan'];
const permission = 'plan:instruct';

/** What colleagues say of touches to come. */
export function planInstructionsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  giveRoute(api, deps);
  takeBackRoute(api, deps);
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/instructions', permission: 'plan:read', tags },
      summary: 'What stands said of a customer and its touches.',
      request: { query: z.object({ customer: rowId }) },
      responses: answers(z.object({ rows: z.array(instructionView) }), 'Oldest first'),
    }),
    async (c) => {
      const { customer } = c.req.valid('query');
      const { scope, today, timeZone } = await scopeOfCaller(c, deps);
      const rows = await scope.transaction(async (tx) => {
        await ownCustomer(tx, customer, { visible: c.var.caller.customers, today });
        return standingInstructions(tx, { customer });
      });
      return c.json({ rows: rows.map((row) => presentInstruction(row, timeZone)) }, 200);
    },
  );
  return api;
}

function giveRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'post', path: '/api/plan/instructions', permission, tags },
      summary: 'Holds, skips or brings forward touches to come, or everything of a customer.',
      request: { body: jsonBody(asked) },
      responses: answers(instructionGiven, 'What was said, and how to take it back'),
    }),
    async (c) => {
      const word = c.req.valid('json');
      const found = await scopeOfCaller(c, deps);
      const { scope, partner, today, now } = found;
      const planning = planningRules(partner, deps.sending.cadence);
      const answer = await scope.transaction(async (tx) => {
        const customer = await ownCustomer(tx, word.customer, { visible: c.var.caller.customers, today });
        const outside = { planning, now, language: c.var.language };
        const instructions = await giveInstruction(tx, instructionOf(c, word, found), outside);
        const { customer: _, evenSafety: __, ...after } = word;
        const offer = await recordUndoable(tx, c, permission, {
          changes: [{ subject: customerSubject(customer), before: {}, after }],
          steps: instructions.map((id) => ({ kind: 'instruction', id })),
          now,
        });
        return { changed: instructions.length, ...offer, instructions };
      });
      await refreshPlanOf(deps.sending, partner, [word.customer]);
      return c.json(answer, 200);
    },
  );
}

function instructionOf(
  c: Context<ApiEnv>,
  { kind, customer, touches, until, reach, note, evenSafety }: GiveInstruction,
  { timeZone, now, today }: CallerScope,
): InstructionAsked {
  const { person, name } = c.var.caller;
  const atOnce = kind === 'forward' && (until === null || until <= today);
  const day = (word: string | null) => (word === null ? null : dayBegins(word, timeZone));
  return {
    ...{ kind, customer, touches, reach: day(reach), note, evenSafety, by: { person, name } },
    until: atOnce ? now.epochMilliseconds : day(until),
    // "Now" is meant now; a day to come begins with its office hours.
    anyHour: atOnce,
  };
}

function takeBackRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'delete', path: '/api/plan/instructions/{id}', permission, tags },
      summary: 'Takes back what was said: it goes as planned again.',
      request: { params: z.object({ id: rowId }) },
      responses: answers(undoable, 'How to let it stand again'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { scope, partner, now, today } = await scopeOfCaller(c, deps);
      const { customer, ...answer } = await scope.transaction(async (tx) => {
        const said = await oneInstruction(tx, id);
        if (!said) {
          throw new Fault('not-found', 'this was taken back already, or was never said', {
            code: 'no-instruction',
          });
        }
        const customer = await ownCustomer(tx, said.customer, { visible: c.var.caller.customers, today });
        await takeBackInstruction(tx, id, now);
        const { kind, note, by } = said;
        const offer = await recordUndoable(tx, c, permission, {
          changes: [{ subject: customerSubject(customer), before: { kind, note, by }, after: {} }],
          steps: [{ kind: 'instruction-taken-back', id }],
          now,
        });
        return { changed: 1, ...offer, customer: customer.id };
      });
      await refreshPlanOf(deps.sending, partner, [customer]);
      return c.json(answer, 200);
    },
  );
}

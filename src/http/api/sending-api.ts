import type { Context } from 'hono';
import { undoable } from '../../../contract/list.ts';
import {
  type SendingOutlook,
  sendingOutlook as sendingOutlookAnswer,
  sendingState,
  sendingSwitch,
} from '../../../contract/sending.ts';
import { Fault } from '../../kernel/fault.ts';
import { listPreviews } from '../../notices/list-messages.ts';
import { reasonName } from '../../notices/reason-name.ts';
import { sendingOutlook } from '../../notices/sending-outlook.ts';
import { loadSendingState } from '../../notices/sending-state.ts';
import { setSendingSwitch } from '../../partners/sending-switch.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { recordUndoable } from './recorded.ts';
import { presentRun } from './run-presenter.ts';

const tags = ['Sending'];
const shownFirst = 10;

export function sendingApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/sending',
      permission: 'sending:read',
      tags,
      summary:
        'Whether messages leave, where to, and how far each run has come; cheap enough for every second.',
      responses: answers(sendingState, 'How it stands'),
    }),
    async (c) => {
      refuseLimited(c);
      const { scope, now, partner } = await scopeOfCaller(c, deps);
      const { runs, changedAt, workers, waiting, on } = await scope.transaction((tx) =>
        loadSendingState(tx, now),
      );
      const lastBeat = workers.lastBeat?.toString() ?? null;
      const state = {
        ...{ asOf: now.toString(), on, changedAt: changedAt?.toString() ?? null, waiting },
        workers: { alive: workers.alive, lastBeat },
        runs: runs.map((run) => presentRun(run, partner)),
      };
      return c.json(state, 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/sending/outlook',
      permission: 'sending:switch',
      tags,
      summary:
        'What would leave if sending were on now. Its messages become the previews; nothing is decided.',
      responses: answers(sendingOutlookAnswer, 'What would leave'),
    }),
    async (c) => {
      refuseLimited(c);
      return c.json(await outlookOf(c, await scopeOfCaller(c, deps), deps), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/sending/switch',
      permission: 'sending:switch',
      tags,
      summary:
        'Switches sending. Off holds at once, in the middle of a run too: what is on its way arrives, nothing follows.',
      request: { body: jsonBody(sendingSwitch) },
      responses: answers(undoable, 'Whether it changed, and how to take it back'),
    }),
    async (c) => {
      refuseLimited(c);
      const { on } = c.req.valid('json');
      const { scope, now, partner } = await scopeOfCaller(c, deps);
      const answer = await scope.transaction(async (tx) => {
        const isChanged = await setSendingSwitch(tx, on, now);
        const step = { before: { sendingOn: !on }, after: { sendingOn: on } };
        const subject = { kind: 'partner', id: String(partner.id), label: partner.name };
        const offer = await recordUndoable(tx, c, 'sending:switch', {
          changes: isChanged ? [{ subject, ...step }] : [],
          steps: isChanged ? [{ kind: 'sending', id: String(partner.id), ...step }] : [],
          now,
        });
        return { changed: isChanged ? 1 : 0, ...offer };
      });
      return c.json(answer, 200);
    },
  );
  return api;
}

/** Runs are of all customers together. */
export function refuseLimited(c: Context<ApiEnv>): void {
  if (c.var.caller.customers === null) return;
  throw new Fault('forbidden', 'sending is for those who may see every customer', {
    code: 'for-all-customers',
  });
}

async function outlookOf(
  c: Context<ApiEnv>,
  { scope, partner }: CallerScope,
  { sending }: ApiDeps,
): Promise<SendingOutlook> {
  const outlook = await sendingOutlook(sending, partner);
  const previews = await listPreviews(scope, { limit: shownFirst });
  const { touches, messages, waiting, usual, mostUnasked, stages } = outlook;
  const named = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([code, count]) => ({ words: reasonName(code, c.var.language), count }));
  return {
    ...{ asOf: outlook.asOf.toString(), messages, waiting },
    held: named(touches.heldBy),
    suppressed: named(touches.suppressed),
    unusual: messages > mostUnasked ? { usual, mostUnasked } : null,
    first: previews.map(({ id, plan, contactName, customerName }) => ({
      ...{
        id: `p${id}`,
        address: plan.addressKey,
        contact: contactName ?? null,
        customer: customerName ?? null,
      },
      ...{ stage: plan.stage, orders: plan.deliveries.length },
    })),
    shares: [...stages],
  };
}

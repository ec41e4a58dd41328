import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { rowId, undoable } from '../../../contract/list.ts';
import { resendChoices, resendWish, resent, seenWish } from '../../../contract/messages.ts';
import { maySeeCustomer } from '../../access/visible-customers.ts';
import { Fault } from '../../kernel/fault.ts';
import { customerOfMessage } from '../../notices/load-messages.ts';
import { resendChoicesOf } from '../../notices/resend-choices.ts';
import { resendMessage } from '../../notices/resend-message.ts';
import { markMessagesSeen, repeatMessage, tryMessageAgain } from '../../notices/try-message-again.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges, recordUndoable } from './recorded.ts';

const tags = ['Messages'];
const permission = 'messages:resend';
const params = z.object({ id: rowId });

export function messageActionsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  resendRoutes(api, deps);
  againRoutes(api, deps);
  seenRoute(api, deps);
  return api;
}

function resendRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/messages/{id}/recipients',
      permission: 'messages:read',
      tags,
      summary: 'To whom a message could be sent again, and what stands against it.',
      request: { params },
      responses: answers(resendChoices, 'The contacts of its customer'),
    }),
    async (c) => {
      const { scope, partner } = await scopeOfCaller(c, deps);
      const { id } = c.req.valid('param');
      const choices = await scope.transaction(async (tx) => {
        await refuseUnseen(tx, c, [id]);
        return resendChoicesOf(
          tx,
          { deps: deps.sending, partner },
          { message: id, language: c.var.language },
        );
      });
      return c.json(choices, 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/messages/{id}/resend',
      permission,
      tags,
      summary: 'Says a message again, as of today, to the same or another contact of its customer.',
      description:
        'A new message with a Message-ID of its own, linked to the first. Objections, bouncing addresses and renewals hold. Asked twice within ten minutes it is made once.',
      request: { params, body: jsonBody(resendWish) },
      responses: answers(resent, 'The new message, or the one that was made a moment ago'),
    }),
    async (c) => {
      const { scope, partner } = await scopeOfCaller(c, deps);
      const { id } = c.req.valid('param');
      const { contact, reason } = c.req.valid('json');
      const answer = await scope.transaction(async (tx) => {
        await refuseUnseen(tx, c, [id]);
        const wish = { message: id, contact, why: reason, by: c.var.caller.name, language: c.var.language };
        const made = await resendMessage(tx, { deps: deps.sending, partner }, wish);
        if (made.isNew) {
          const after = { to: made.address, message: made.message, reason };
          await recordChanges(tx, c.var.caller, 'messages:resend', [{ subject: subjectOf(id), after }]);
        }
        return made;
      });
      return c.json(answer, 200);
    },
  );
}

const again = {
  'try-again': {
    verb: tryMessageAgain,
    summary: 'Lets a message that failed go once more, made anew.',
  },
  repeat: {
    verb: repeatMessage,
    summary: 'Lets a message that perhaps arrived go once more, byte for byte, with the same Message-ID.',
  },
} as const;
const actions = { 'try-again': 'messages:try-again', repeat: 'messages:repeat' } as const;

function againRoutes(api: ApiRoutes, deps: ApiDeps): void {
  for (const word of ['try-again', 'repeat'] as const) {
    const route = apiRoute({
      method: 'post',
      path: `/api/messages/{id}/${word}`,
      permission,
      tags,
      summary: again[word].summary,
      request: { params },
      responses: answers(z.object({ message: rowId }), 'The message, which waits to go'),
    });
    api.openapi(route, async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const { id } = c.req.valid('param');
      await scope.transaction(async (tx) => {
        await refuseUnseen(tx, c, [id]);
        const { state } = await again[word].verb(tx, { message: id, by: c.var.caller.name, at: now });
        const change = { subject: subjectOf(id), before: { state }, after: { state: 'waiting' } };
        await recordChanges(tx, c.var.caller, actions[word], [change]);
      });
      return c.json({ message: id }, 200);
    });
  }
}

function seenRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/messages/seen',
      permission,
      tags,
      summary: 'Notes that somebody has taken care of messages that did not arrive, or takes that back.',
      request: { body: jsonBody(seenWish) },
      responses: answers(undoable, 'How many it changed, and how to take it back'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const { messages, seen } = c.req.valid('json');
      const answer = await scope.transaction(async (tx) => {
        await refuseUnseen(tx, c, messages);
        const by = c.var.caller.name;
        const changed = await markMessagesSeen(tx, messages, { isSeen: seen, by, at: now });
        const step = { before: { seen: !seen }, after: { seen } };
        const offer = await recordUndoable(tx, c, 'messages:see', {
          changes: changed.map((id) => ({ subject: subjectOf(id), ...step })),
          steps: changed.map((id) => ({ kind: 'message', id, ...step })),
          now,
        });
        return { changed: changed.length, ...offer };
      });
      return c.json(answer, 200);
    },
  );
}

function subjectOf(id: string) {
  return { kind: 'message', id, label: null };
}

/** Throws `not-found` for a message that is not there or that is of a customer whom the caller may not see. */
async function refuseUnseen(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  ids: readonly string[],
): Promise<void> {
  for (const id of new Set(ids)) {
    const customer = await customerOfMessage(tx, id);
    if (customer === undefined || !maySeeCustomer(c.var.caller, customer)) {
      throw new Fault('not-found', `there is no message ${id}`, { code: 'no-message', params: { id } });
    }
  }
}

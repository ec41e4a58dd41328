import {
  colleaguesQuery,
  colleagues as colleaguesShape,
  inboxChange,
  inboxCount,
  inboxPage,
  inboxQuery,
  owners as ownersShape,
} from '../../../contract/inbox.ts';
import { type Undoable, undoable } from '../../../contract/list.ts';
import { seesCustomer } from '../../access/colleague.ts';
import { colleaguesOf } from '../../access/colleagues.ts';
import { accountsOf, ownerNameOf } from '../../access/owner-accounts.ts';
import { changeInbox, readInbox } from '../../inbox/change-inbox.ts';
import { inboxCounts, inboxSight, loadInbox } from '../../inbox/load-inbox.ts';
import { ownerNames } from '../../inbox/owner-names.ts';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { presentInboxItem } from './inbox-presenter.ts';
import { placeOf } from './keyset.ts';
import { pageOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { recordUndoable } from './recorded.ts';

const tags = ['Inbox'];

/** What waits for the caller, and who their colleagues are. */
export function inboxApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/inbox', permission: 'inbox:read', tags },
      summary: 'What waits for the caller, newest first: mentions, requests, orders that lapse, what failed.',
      request: { query: inboxQuery },
      responses: answers(inboxPage, 'One page'),
    }),
    async (c) => {
      const { state, kind, unread, limit, after } = c.req.valid('query');
      const { scope, today } = await scopeOfCaller(c, deps);
      const sight = inboxSight(c.var.caller, today, kind);
      const query = { state, unread, limit: limit + 1, after: placeOf(state, 2, after) };
      const items = await scope.transaction((tx) => loadInbox(tx, sight, query));
      const place = ({ place: at, id }: (typeof items)[number]) => [at, id];
      return c.json(pageOf(items, { limit, sort: state, place, show: presentInboxItem }), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/inbox/count', permission: 'inbox:read', tags },
      summary: 'How many things are open, and how many of them the caller has not read.',
      responses: answers(inboxCount, 'The numbers at the bell'),
    }),
    async (c) => {
      const { scope, today } = await scopeOfCaller(c, deps);
      return c.json(await scope.transaction((tx) => inboxCounts(tx, inboxSight(c.var.caller, today))), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'post', path: '/api/inbox/changes', permission: 'inbox:change', tags },
      summary:
        'Says of things of one’s own that they are done, open again, put off until a day, read or not read.',
      request: { body: jsonBody(inboxChange) },
      responses: answers(undoable, 'How many were otherwise, and how to take it back'),
    }),
    async (c) => {
      const word = c.req.valid('json');
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const sight = inboxSight(c.var.caller, today);
      if (word.kind === 'snooze' && word.until <= today) throw notToCome(word.until);
      const answer = await scope.transaction(async (tx): Promise<Undoable> => {
        // Having read something is no decision: it is neither written down nor taken back.
        if (word.kind === 'read' || word.kind === 'unread') {
          const changed = await readInbox(tx, sight, { ids: word.items, isRead: word.kind === 'read' }, now);
          return { changed, undo: null, undoUntil: null };
        }
        const changed = await changeInbox(tx, sight, { ids: word.items, word }, now);
        const offer = await recordUndoable(tx, c, 'inbox:change', {
          changes: changed.map(({ id, label, before, after }) => ({
            subject: { kind: 'inbox', id, label },
            before,
            after,
          })),
          steps: changed.map(({ id, before, after }) => ({ kind: 'inbox', id, before, after })),
          now,
        });
        return { changed: changed.length, ...offer };
      });
      return c.json(answer, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/colleagues', permission: 'inbox:read', tags },
      summary: 'Who works here now: whom a note can name, who can own a customer or an order.',
      request: { query: colleaguesQuery },
      responses: answers(colleaguesShape, 'Everybody, by name'),
    }),
    async (c) => {
      const { customer } = c.req.valid('query');
      const { caller } = c.var;
      const all = await colleaguesOf(deps.sending.db, caller.partner);
      const seen = all.filter((one) => customer === undefined || seesCustomer(one, customer));
      const rows = seen.map((one) => ({
        ...{ id: one.person, name: one.name, email: one.email },
        isSelf: one.person === caller.person,
        owner: ownerNameOf(one, all),
      }));
      return c.json({ rows }, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/owners', permission: 'customers:read', tags },
      summary: 'The owners’ names in use, and whose accounts they are.',
      responses: answers(ownersShape, 'By name'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const all = await colleaguesOf(deps.sending.db, caller.partner);
      const names = await scope.transaction((tx) => ownerNames(tx, caller.customers));
      return c.json({ rows: names.map((name) => ({ name, people: accountsOf(name, all) })) }, 200);
    },
  );
  return api;
}

function notToCome(day: string): Fault {
  return new Fault('invalid', `until: ${day} is no day to come; a day after today was expected`, {
    code: 'not-a-day-to-come',
    params: { day },
  });
}

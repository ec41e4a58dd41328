import { inboxPreference, inboxPreferenceShown } from '../../../contract/inbox.ts';
import type { Caller } from '../../access/caller.ts';
import { colleaguesOf } from '../../access/colleagues.ts';
import { changePreference, preferenceOf } from '../../inbox/own-preference.ts';
import type { InboxPreference } from '../../inbox/preference.ts';
import { mailLeaves } from '../../inbox/send-digests.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';

const tags = ['Inbox'];

/** Whether what waits comes by mail, and when. */
export function inboxPreferenceApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  const shown = async (caller: Caller, { scope, timeZone }: CallerScope, kept: InboxPreference) => {
    const all = await colleaguesOf(deps.sending.db, caller.partner);
    return {
      ...kept,
      timeZone: all.find(({ person }) => person === caller.person)?.timeZone ?? timeZone,
      mailLeaves: deps.mail !== undefined && (await mailLeaves(scope, deps.mail)),
    };
  };

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/inbox/preference', permission: 'inbox:read', tags },
      summary: 'Whether the caller gets a daily mail of what waits, and from which hour on.',
      responses: answers(inboxPreferenceShown, 'The preference'),
    }),
    async (c) => {
      const own = await scopeOfCaller(c, deps);
      const kept = await own.scope.transaction((tx) => preferenceOf(tx, c.var.caller.person));
      return c.json(await shown(c.var.caller, own, kept), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'put', path: '/api/inbox/preference', permission: 'inbox:change', tags },
      summary: 'Says whether the daily mail comes, and from which hour on.',
      request: { body: jsonBody(inboxPreference) },
      responses: answers(inboxPreferenceShown, 'The preference'),
    }),
    async (c) => {
      const own = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const { person, name, via } = caller;
      const kept = await own.scope.transaction((tx) =>
        changePreference(tx, { person, name, by: { person, via } }, c.req.valid('json'), own.now),
      );
      return c.json(await shown(caller, own, kept), 200);
    },
  );
  return api;
}

import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { rowId, type Undoable, undoable } from '../../../contract/list.ts';
import {
  listChoice,
  listChoiceChange,
  newView,
  type ViewChanged,
  viewChange,
  viewChanged,
  viewPage,
  viewsShown,
} from '../../../contract/views.ts';
import { authorise, isAllowed } from '../../access/authorise.ts';
import type { Caller } from '../../access/caller.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import { chooseList, loadViews } from '../../views/load-views.ts';
import { pagePermission } from '../../views/page-permission.ts';
import { addView, changeView, findView, removeView } from '../../views/save-views.ts';
import { fieldsOfView, type View, type Viewer } from '../../views/saved-view.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { refuseStale } from './etag.ts';
import { newRoutes } from './new-routes.ts';
import { recordView } from './record-view.ts';
import { presentView } from './view-presenter.ts';

const tags = ['Views'];
const params = z.object({ id: rowId });
const ifMatch = z.object({ 'if-match': z.string().min(1).meta({ description: 'the view’s etag' }) });

/** Views of lists: filters, sort and columns under a name; how each person likes each list. */
export function viewsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  readingRoutes(api, deps);
  addingRoute(api, deps);
  changingRoute(api, deps);
  removingRoute(api, deps);
  return api;
}

function viewerOf(caller: Caller): Viewer {
  return {
    person: caller.person,
    personName: caller.name,
    mayShare: isAllowed(caller, 'views:share'),
  };
}

function readingRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/views', permission: 'views:read', tags },
      summary: 'The caller’s own views and the shared ones, and how the caller likes each page.',
      responses: answers(viewsShown, 'Views by page and name, of pages that the caller may open'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const found = await scope.transaction((tx) => loadViews(tx, caller.person));
      const views = found.views
        .filter(({ page }) => isAllowed(caller, pagePermission[page]))
        .map((view) => presentView(view, viewerOf(caller)));
      return c.json({ views, choices: found.choices }, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'put', path: '/api/views/of/{page}', permission: 'views:write', tags },
      summary: 'Remembers which columns the caller wants on a page, and with which view it opens.',
      request: { params: z.object({ page: viewPage }), body: jsonBody(listChoiceChange) },
      responses: answers(listChoice, 'How the caller likes the page now'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const of = { person: c.var.caller.person, page: c.req.valid('param').page };
      const change = c.req.valid('json');
      return c.json(await scope.transaction((tx) => chooseList(tx, of, change)), 200);
    },
  );
}

function addingRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'post', path: '/api/views', permission: 'views:write', tags },
      summary: 'Saves a view; a shared one takes views:share.',
      request: { body: jsonBody(newView) },
      responses: answers(viewChanged, 'The view, and how to take it back'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const view = c.req.valid('json');
      if (view.shared) authorise(c.var.caller, 'views:share');
      const answer = await scope.transaction(async (tx) => {
        const added = await addView(tx, view, viewerOf(c.var.caller), now);
        return answerOf(tx, c, { before: { ...added, removed: true }, after: added }, now);
      });
      c.header('etag', answer.etag);
      return c.json(answer, 200);
    },
  );
}

function changingRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'patch', path: '/api/views/{id}', permission: 'views:write', tags },
      summary: 'Renames a view, changes what it shows, shares it or keeps it to its maker.',
      request: { params, headers: ifMatch, body: jsonBody(viewChange) },
      responses: answers(viewChanged, 'The view as it is now, and how to take it back'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const change = c.req.valid('json');
      const viewer = viewerOf(c.var.caller);
      if (change.shared) authorise(c.var.caller, 'views:share');
      const answer = await scope.transaction(async (tx) => {
        const view = await findView(tx, c.req.valid('param').id, viewer);
        refuseStale(c.req.valid('header')['if-match'], { ...fieldsOfView(view) });
        return answerOf(tx, c, await changeView(tx, view, change, { viewer, now }), now);
      });
      c.header('etag', answer.etag);
      return c.json(answer, 200);
    },
  );
}

function removingRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'delete', path: '/api/views/{id}', permission: 'views:write', tags },
      summary: 'Takes a view away.',
      request: { params },
      responses: answers(undoable, 'How to bring it back'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const viewer = viewerOf(c.var.caller);
      const answer = await scope.transaction(async (tx): Promise<Undoable> => {
        const view = await findView(tx, c.req.valid('param').id, viewer);
        const removed = await removeView(tx, view, { viewer, now });
        return { changed: 1, ...(await recordView(tx, c, removed, now)) };
      });
      return c.json(answer, 200);
    },
  );
}

async function answerOf(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  change: { readonly before: View; readonly after: View },
  now: Temporal.Instant,
): Promise<ViewChanged> {
  const offer = await recordView(tx, c, change, now);
  return { ...presentView(change.after, viewerOf(c.var.caller)), ...offer };
}

import { z } from '@hono/zod-openapi';
import {
  importDetail,
  importsPage,
  importsQuery,
  undoOutlook,
  undoReport,
} from '../../../contract/imports.ts';
import { rowId } from '../../../contract/list.ts';
import { findImport, loadHistory } from '../../inventory/import-history.ts';
import { outlookOfUndo, undoImport } from '../../inventory/undo-import.ts';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { importListRoutes } from './import-lists-api.ts';
import { presentHistory, presentImport } from './import-presenter.ts';
import { importUploadRoutes } from './import-uploads-api.ts';
import { importsScope } from './imports-scope.ts';
import { placeOf, placeToken } from './keyset.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges } from './recorded.ts';

const tags = ['Imports'];
const params = z.object({ id: rowId });

export function importsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  historyRoutes(api, deps);
  undoRoutes(api, deps);
  importUploadRoutes(api, deps);
  importListRoutes(api, deps);
  return api;
}

const historyOrder = 'history';

function historyRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports',
      permission: 'imports:read',
      tags,
      summary: 'The imports, those taken back included, and the uploads that are none yet; newest first.',
      request: { query: importsQuery },
      responses: answers(importsPage, 'One page'),
    }),
    async (c) => {
      const { limit, after: token } = c.req.valid('query');
      const { scope, now } = await importsScope(c, deps);
      const after = placeOf(historyOrder, 3, token);
      const query = { now: now.toString(), limit: limit + 1, after };
      const rows = await scope.transaction((tx) => loadHistory(tx, query));
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? placeToken(historyOrder, shown.at(-1)!.place) : null;
      return c.json({ rows: shown.map(presentHistory), next }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports/{id}',
      permission: 'imports:read',
      tags,
      summary: 'One import: what it did, how its file was read, and what taking it back did.',
      request: { params },
      responses: answers(importDetail, 'The import'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { scope } = await importsScope(c, deps);
      const found = await scope.transaction((tx) => findImport(tx, id));
      if (!found)
        throw new Fault('not-found', `there is no import ${id}`, { code: 'no-import', params: { id } });
      return c.json(presentImport(found, c.var.language), 200);
    },
  );
}

function undoRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports/{id}/undo',
      permission: 'imports:read',
      tags,
      summary: 'What taking an import back would do at this moment. Nothing is changed by asking.',
      request: { params },
      responses: answers(undoOutlook, 'What would go, what would come back and what would stay'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { scope } = await importsScope(c, deps);
      const outlook = await outlookOfUndo(scope, id, deps.sending.now);
      if (!outlook)
        throw new Fault('not-found', `there is no import ${id} to be taken back`, {
          code: 'no-import',
          params: { id },
        });
      return c.json({ ...outlook, kept: outlook.kept.map(withFields) }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/undo',
      permission: 'imports:undo',
      tags,
      summary: 'Takes an applied import back, as far as nobody has changed anything since.',
      request: { params },
      responses: answers(z.object({ report: undoReport }), 'What was taken back and what was left'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { scope } = await importsScope(c, deps);
      const outcome = await undoImport(scope, id, {
        now: deps.sending.now,
        record: (tx, { kept: _, ...after }) =>
          recordChanges(tx, c.var.caller, 'imports:undo', [{ subject: { kind: 'import', id }, after }]),
      });
      if (outcome.kind === 'not-found')
        throw new Fault('not-found', `there is no import ${id}`, { code: 'no-import', params: { id } });
      if (outcome.kind === 'undone-before')
        throw new Fault('conflict', 'this import was taken back before', { code: 'import-undone' });
      const { report } = outcome;
      return c.json({ report: { ...report, kept: report.kept.map(withFields) } }, 200);
    },
  );
}

/** The same with lists that may be written to, as answers have them. */
function withFields<T extends { readonly fields?: readonly string[] }>({ fields, ...kept }: T) {
  return { ...kept, ...(fields ? { fields: [...fields] } : {}) };
}

import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { importJob, importMapping, importPlan } from '../../../contract/imports.ts';
import { discardUpload, restoreUpload } from '../../inventory/discard-upload.ts';
import { findUpload } from '../../inventory/find-upload.ts';
import { surroundingsOf } from '../../inventory/import-history.ts';
import type { Upload, UploadChoices } from '../../inventory/import-upload.ts';
import { receiveUpload } from '../../inventory/receive-upload.ts';
import { stopUpload } from '../../inventory/stop-upload.ts';
import { applyUpload, planUpload, type UploadRun } from '../../inventory/work-on-upload.ts';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import type { CallerScope } from './caller-scope.ts';
import { presentPlan, presentUpload } from './import-presenter.ts';
import { importsScope } from './imports-scope.ts';
import { recordChanges } from './recorded.ts';

const tags = ['Imports'];
/** What has another shape is no upload of ours and is not found. */
const params = z.object({ id: z.string().max(64).describe('the id of an upload') });
const job = answers(importJob, 'The upload');

export function importUploadRoutes(api: ApiRoutes, deps: ApiDeps): void {
  receiveRoute(api, deps);
  planRoutes(api, deps);
  applyRoute(api, deps);
  stopRoute(api, deps);
  discardRoutes(api, deps);
}

function receiveRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports',
      permission: 'imports:apply',
      tags,
      summary:
        'Takes a CSV or XLSX file in, as the body itself, and begins to read it. Nothing is changed by that.',
      description: 'Send the bytes with Content-Type application/octet-stream and the file’s name in `name`.',
      request: { query: z.object({ name: z.string().trim().min(1).max(200) }) },
      responses: answers(importJob, 'The upload; ask for its plan'),
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const body = c.req.raw.body;
      const { person, name: personName } = c.var.caller;
      const id = await receiveUpload(found.scope, {
        from: body ? Readable.fromWeb(body as never) : Readable.from([]),
        ...{ name: c.req.valid('query').name, person, personName },
        ...{ now: found.now, language: c.var.language },
      });
      const upload = await uploadIn(c, found, id);
      await planUpload(runOf(c, deps, found), upload, upload.choices);
      return c.json(presentUpload({ ...upload, stage: 'reading' }), 200);
    },
  );
}

function planRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports/{id}/plan',
      permission: 'imports:read',
      tags,
      summary: 'How far an upload has come, how its columns are read, and what applying it would do.',
      request: { params },
      responses: answers(importPlan, 'The plan'),
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const { id } = c.req.valid('param');
      const { language } = c.var;
      const plan = await found.scope.transaction(async (tx) => {
        const upload = await findUpload(tx, { id, now: found.now, language });
        return presentPlan({ upload, around: await surroundingsOf(tx, upload), language });
      });
      return c.json(plan, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/mapping',
      permission: 'imports:apply',
      tags,
      summary:
        'Says how the file is to be read: columns, days, encoding, separator, sheet, currency; reads it anew.',
      request: { params, body: jsonBody(importMapping) },
      responses: job,
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const upload = await uploadIn(c, found, c.req.valid('param').id);
      const choices = choicesAfter(upload, c.req.valid('json'));
      await planUpload(runOf(c, deps, found), upload, choices);
      return c.json(presentUpload({ ...upload, stage: 'reading' }), 200);
    },
  );
}

function applyRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/apply',
      permission: 'imports:apply',
      tags,
      summary: 'Applies the plan: all accepted rows at once. Ask for the plan to see how far it is.',
      request: { params },
      responses: job,
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const upload = await uploadIn(c, found, c.req.valid('param').id);
      const { person, name: personName } = c.var.caller;
      await applyUpload(runOf(c, deps, found), upload, { person, personName });
      await record(c, found, 'imports:apply', upload, upload.facts.counts);
      return c.json(presentUpload({ ...upload, stage: 'applying' }), 200);
    },
  );
}

function stopRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/stop',
      permission: 'imports:apply',
      tags,
      summary:
        'Stops the reading or the applying of an upload; nothing of it is written, and the file stays.',
      request: { params },
      responses: job,
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const upload = await uploadIn(c, found, c.req.valid('param').id);
      const isAsked = await stopUpload(found.scope, upload.id);
      return c.json(presentUpload({ ...upload, isStopping: isAsked }), 200);
    },
  );
}

function discardRoutes(api: ApiRoutes, deps: ApiDeps): void {
  const route = (verb: 'discard' | 'restore', summary: string) =>
    apiRoute({
      ...{ method: 'post' as const, path: `/api/imports/{id}/${verb}`, permission: 'imports:apply' as const },
      ...{ tags, summary, request: { params }, responses: job },
    });

  api.openapi(
    route('discard', 'Lays an upload aside that was not applied. For an hour it can be restored.'),
    async (c) => {
      const found = await importsScope(c, deps);
      const upload = await uploadIn(c, found, c.req.valid('param').id);
      await found.scope.transaction(async (tx) => {
        if (!(await discardUpload(tx, upload.id, found.now)))
          throw new Fault('conflict', 'this file is being worked on, or was applied or discarded before', {
            code: 'upload-busy',
          });
      });
      await record(c, found, 'imports:discard', upload);
      return c.json(presentUpload({ ...upload, stage: 'discarded' }), 200);
    },
  );

  api.openapi(route('restore', 'Takes a discarded upload up again where it stood.'), async (c) => {
    const found = await importsScope(c, deps);
    const upload = await uploadIn(c, found, c.req.valid('param').id);
    await found.scope.transaction(async (tx) => {
      if (!(await restoreUpload(tx, upload, found.now)))
        throw new Fault('conflict', 'this file is not discarded', { code: 'upload-not-discarded' });
    });
    await record(c, found, 'imports:restore', upload);
    return c.json(presentUpload(await uploadIn(c, found, upload.id)), 200);
  });
}

function uploadIn(c: Context<ApiEnv>, { scope, now }: CallerScope, id: string): Promise<Upload> {
  return scope.transaction((tx) => findUpload(tx, { id, now, language: c.var.language }));
}

function record(
  c: Context<ApiEnv>,
  { scope }: CallerScope,
  action: 'imports:apply' | 'imports:discard' | 'imports:restore',
  upload: Upload,
  after?: unknown,
) {
  const subject = { kind: 'upload', id: upload.id, label: upload.file };
  return scope.transaction((tx) => recordChanges(tx, c.var.caller, action, [{ subject, after }]));
}

function runOf(c: Context<ApiEnv>, { sending, reportError }: ApiDeps, { scope }: CallerScope): UploadRun {
  const refreshStatistics = () => sending.db.refreshStatistics();
  return { scope, now: sending.now, language: c.var.language, refreshStatistics, reportError };
}

type Said = z.output<typeof importMapping>;

/** What was chosen before with what is said now; other columns come of another sheet, separator or encoding. */
function choicesAfter(upload: Upload, said: Said): UploadChoices {
  const { choices } = upload;
  const pick = <T>(now: T | null | undefined, before: T | undefined): T | undefined =>
    now === undefined ? before : (now ?? undefined);
  const sheet = pick(said.sheet, choices.sheet);
  const separator = pick(said.separator, choices.separator);
  const encoding = pick(said.encoding, choices.encoding);
  const hasOtherColumns =
    sheet !== choices.sheet || separator !== choices.separator || encoding !== choices.encoding;
  const dates = said.dates && (said.dates === 'day-first' ? 'dmy' : 'mdy');
  return {
    ...{ sheet, separator, encoding, currency: pick(said.currency, choices.currency) },
    dateOrder: pick<'dmy' | 'mdy'>(dates, choices.dateOrder),
    map: hasOtherColumns ? {} : { ...choices.map, ...choiceOf(said.columns, upload) },
  };
}

/** Heading → field becomes field → heading; a column that is left out frees the field that it was read as. */
function choiceOf(
  columns: Readonly<Record<string, string | null>>,
  { facts }: Upload,
): Record<string, string> {
  const choice: Record<string, string> = {};
  for (const [heading, field] of Object.entries(columns)) if (field !== null) choice[field] = heading;
  facts.headings.forEach((heading, at) => {
    const known = facts.fields[at];
    if (known && heading in columns && columns[heading] !== known) choice[known] ??= '';
  });
  return choice;
}

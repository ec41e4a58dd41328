import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  type ImportJob,
  importJob,
  importMapping,
  importPlan,
  importsPage,
  importsQuery,
  plannedAddedPage,
  plannedChangedPage,
  plannedRefusedPage,
} from '../../../contract/imports.ts';
import { rowId } from '../../../contract/list.ts';
import { recordExport } from '../../access/audit.ts';
import { isAllowed } from '../../access/authorise.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import type { ReadingCode } from '../../inventory/clock-reading.ts';
import { clockReadingWords } from '../../inventory/clock-reading-words.ts';
import type { AddedOrder, ChangedEntity, RefusedLineReport } from '../../inventory/import-plan.ts';
import {
  applyUpload,
  planUpload,
  receiveUpload,
  type Upload,
  type UploadPlace,
  uploadEntries,
  uploadOf,
} from '../../inventory/import-upload.ts';
import { changeWithoutPrices, refusalWithoutPrices } from '../../inventory/plan-without-prices.ts';
import { columnFields } from '../../inventory/reading/heading-names.ts';
import { neutralizeFormula } from '../../inventory/reading/neutralize-formula.ts';
import { refusalWords } from '../../inventory/reading/row-refusal.ts';
import { listImports, undoImport } from '../../inventory/undo-import.ts';
import { Fault } from '../../kernel/fault.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { placeOf, placeToken } from './keyset.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges } from './recorded.ts';

const tags = ['Imports'];
/** What has another shape is no upload of ours: `uploadOf` does not find it. */
const params = z.object({ id: z.string().max(64).describe('the id of an upload') });
const mostShownImports = 500;
const lineOrder = 'line';

export function importsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  historyRoutes(api, deps);
  uploadRoutes(api, deps);
  listRoutes(api, deps);
  return api;
}

function historyRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports',
      permission: 'imports:read',
      tags,
      summary: 'The imports, newest first, those taken back included.',
      request: { query: importsQuery },
      responses: answers(importsPage, 'One page'),
    }),
    async (c) => {
      refuseLimited(c);
      const { limit, after } = c.req.valid('query');
      const from = Number(placeOf('import', 1, after)?.[0] ?? 0);
      const { scope } = await scopeOfCaller(c, deps);
      const all = await listImports(scope, mostShownImports);
      const rows = all
        .slice(from, from + limit)
        .map(({ id, fileName, state, appliedAt, undoneAt, report }) => ({
          ...{ id, file: fileName, state, at: appliedAt.toString() },
          ...{ undoneAt: undoneAt?.toString() ?? null, report: report ?? null },
        }));
      const next = all.length > from + limit ? placeToken('import', [from + limit]) : null;
      return c.json({ rows, next }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/undo',
      permission: 'imports:undo',
      tags,
      summary: 'Takes an applied import back, as far as nobody has changed anything since.',
      request: { params: z.object({ id: rowId }) },
      responses: answers(z.object({ report: z.unknown() }), 'What was taken back and what was left'),
    }),
    async (c) => {
      refuseLimited(c);
      const { id } = c.req.valid('param');
      const { scope } = await scopeOfCaller(c, deps);
      const outcome = await undoImport(scope, id, { now: deps.sending.now });
      if (outcome.kind === 'not-found') throw new Fault('not-found', `there is no import ${id}`);
      if (outcome.kind === 'undone-before') throw new Fault('conflict', 'this import was taken back before');
      await scope.transaction((tx) =>
        recordChanges(tx, c.var.caller, 'imports:undo', [{ subject: { kind: 'import', id } }]),
      );
      return c.json({ report: JSON.parse(JSON.stringify(outcome.report)) as unknown }, 200);
    },
  );
}

function uploadRoutes(api: ApiRoutes, deps: ApiDeps): void {
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
      refuseLimited(c);
      const body = c.req.raw.body;
      if (!body) throw new Fault('invalid', 'the body: the bytes of a file were expected');
      const found = await scopeOfCaller(c, deps);
      const place = placeIn(found, deps);
      const { person, name: personName } = c.var.caller;
      const upload = await receiveUpload(place, {
        ...{ from: Readable.fromWeb(body as never), name: c.req.valid('query').name },
        ...{ person, personName, now: found.now },
      });
      await planUpload(runOf(c, deps, found), upload, upload.choices);
      return c.json(presentUpload(upload), 200);
    },
  );

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
      refuseLimited(c);
      const found = await scopeOfCaller(c, deps);
      const upload = await uploadOf(placeIn(found, deps), c.req.valid('param').id);
      const fields = new Map(Object.entries(upload.mapping).map(([field, heading]) => [heading, field]));
      const readings = Object.entries(upload.readings) as [ReadingCode, number][];
      return c.json(
        {
          job: presentUpload(upload),
          columns: upload.headings.map((heading) => ({ heading, field: fields.get(heading) ?? null })),
          fields: [...columnFields],
          dates: dateWords(upload.dateOrder),
          counts: upload.counts,
          readings: readings.map(([code, orders]) => ({
            words: clockReadingWords(code, c.var.language),
            orders,
          })),
          knownBefore: upload.knownBefore,
        },
        200,
      );
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/mapping',
      permission: 'imports:apply',
      tags,
      summary: 'Says how columns and days are to be read, and makes the plan anew.',
      request: { params, body: jsonBody(importMapping) },
      responses: answers(importJob, 'The upload'),
    }),
    async (c) => {
      refuseLimited(c);
      const found = await scopeOfCaller(c, deps);
      const upload = await settled(placeIn(found, deps), c.req.valid('param').id);
      const { columns, dates } = c.req.valid('json');
      const dateOrder = dates === undefined ? undefined : dates === 'day-first' ? 'dmy' : 'mdy';
      const map = { ...upload.choices.map, ...choiceOf(columns, upload.mapping) };
      const run = runOf(c, deps, found);
      await planUpload(run, upload, { map, dateOrder: dateOrder ?? upload.choices.dateOrder });
      return c.json({ ...presentUpload(upload), stage: 'reading' as const }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/imports/{id}/apply',
      permission: 'imports:apply',
      tags,
      summary: 'Applies the plan: all accepted rows at once. Ask for the plan to see how far it is.',
      request: { params },
      responses: answers(importJob, 'The upload'),
    }),
    async (c) => {
      refuseLimited(c);
      const found = await scopeOfCaller(c, deps);
      const upload = await settled(placeIn(found, deps), c.req.valid('param').id);
      if (upload.stage !== 'waiting') throw new Fault('conflict', 'there is no plan to apply');
      const subject = { kind: 'upload', id: upload.id, label: upload.file };
      await found.scope.transaction((tx) =>
        recordChanges(tx, c.var.caller, 'imports:apply', [{ subject, after: upload.counts }]),
      );
      await applyUpload(runOf(c, deps, found), upload);
      return c.json({ ...presentUpload(upload), stage: 'applying' as const }, 200);
    },
  );
}

function listRoutes(api: ApiRoutes, deps: ApiDeps): void {
  const page = z.object({ limit: importsQuery.shape.limit, after: importsQuery.shape.after });
  const part = async <T, S>(
    c: Context<ApiEnv>,
    list: 'added' | 'changed' | 'refused',
    show: (entry: T) => S,
  ) => {
    refuseLimited(c);
    const { limit, after } = page.parse(c.req.query());
    const from = Number(placeOf(lineOrder, 1, after)?.[0] ?? 0);
    const place = placeIn(await scopeOfCaller(c, deps), deps);
    const entries = await uploadEntries<T>(place, c.req.param('id')!, { list, from, limit: limit + 1 });
    const next = entries.length > limit ? placeToken(lineOrder, [from + limit]) : null;
    return { rows: entries.slice(0, limit).map(show), next };
  };
  const route = <T extends z.ZodType>(list: string, shape: T, summary: string) =>
    apiRoute({
      ...{
        method: 'get' as const,
        path: `/api/imports/{id}/plan/${list}`,
        permission: 'imports:read' as const,
      },
      ...{ tags, summary, request: { params, query: page }, responses: answers(shape, 'One page') },
    });

  api.openapi(route('added', plannedAddedPage, 'Orders that would be new; the first 10,000.'), async (c) => {
    const { language } = c.var;
    const shown = await part(c, 'added', (order: AddedOrder) => ({
      ...order,
      authority: authorityName(order.authority),
      clocks: [...order.clocks],
      reading: clockReadingWords(order.reading, language),
    }));
    return c.json(shown, 200);
  });
  api.openapi(
    route('changed', plannedChangedPage, 'What would change, field by field; the first 10,000.'),
    async (c) => {
      const seesPrices = isAllowed(c.var.caller, 'prices:see');
      const shown = await part(c, 'changed', (change: ChangedEntity) => {
        const { entity, name, fields } = seesPrices ? change : changeWithoutPrices(change, hiddenAmount(c));
        return { entity, name, fields: fields.map((field) => ({ ...field })) };
      });
      return c.json(shown, 200);
    },
  );
  api.openapi(
    route('refused', plannedRefusedPage, 'Lines that cannot go in, with the reason; the first 10,000.'),
    async (c) => {
      const { language } = c.var;
      const seen = await refusalsSeenBy(c, placeIn(await scopeOfCaller(c, deps), deps));
      const shown = await part(c, 'refused', (refused: RefusedLineReport) => {
        const { line, column, value, reason } = seen(refused);
        return { line: Number(line), column, value, why: refusalWords(reason, language) };
      });
      return c.json(shown, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports/{id}/refused.csv',
      permission: 'imports:read',
      tags,
      summary: 'The refused lines as a file.',
      request: { params },
      responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async (c) => {
      refuseLimited(c);
      const found = await scopeOfCaller(c, deps);
      const all = { list: 'refused', from: 0, limit: 10_000 } as const;
      const { id } = c.req.valid('param');
      const entries = await uploadEntries<RefusedLineReport>(placeIn(found, deps), id, all);
      const { language } = c.var;
      const heading =
        language === 'es' ? ['Línea', 'Columna', 'Valor', 'Motivo'] : ['Line', 'Column', 'Value', 'Reason'];
      const seen = await refusalsSeenBy(c, placeIn(found, deps));
      const rows = entries
        .map(seen)
        .map(({ line, column, value, reason }) => [
          ...[String(line), column ?? '', value ?? '', refusalWords(reason, language)],
        ]);
      await found.scope.transaction((tx) =>
        recordExport(tx, c.var.caller, { what: 'refused lines', format: 'csv', rows: rows.length }),
      );
      const text = [heading, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n');
      return c.body(`\ufeff${text}\r\n`, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="refused-${id.slice(0, 8)}.csv"`,
      }) as never;
    },
  );
}

/** A file speaks of every customer, so it is for those who may see every customer. */
function refuseLimited(c: Context<ApiEnv>): void {
  if (c.var.caller.customers === null) return;
  throw new Fault('forbidden', 'imports are for those who may see every customer');
}

/** Refused lines as the caller may see them: without amounts where prices are not for them. */
async function refusalsSeenBy(
  c: Context<ApiEnv>,
  place: UploadPlace,
): Promise<(line: RefusedLineReport) => RefusedLineReport> {
  if (isAllowed(c.var.caller, 'prices:see')) return (line) => line;
  const { mapping } = await uploadOf(place, c.req.param('id')!);
  const hidden = hiddenAmount(c);
  return (line) => refusalWithoutPrices(line, { hidden, priceHeading: mapping.price });
}

function hiddenAmount(c: Context<ApiEnv>): string {
  return c.var.language === 'es' ? 'importe oculto' : 'amount hidden';
}

function placeIn({ partner }: CallerScope, deps: ApiDeps): UploadPlace {
  return { dataFolder: deps.dataFolder, partner: partner.id };
}

function runOf(c: Context<ApiEnv>, deps: ApiDeps, found: CallerScope) {
  const { reportError, sending } = deps;
  return {
    place: placeIn(found, deps),
    scope: found.scope,
    now: sending.now,
    language: c.var.language,
    reportError,
  };
}

/** Throws `conflict` while something is at work on the upload. */
async function settled(place: UploadPlace, id: string): Promise<Upload> {
  const upload = await uploadOf(place, id);
  if (upload.stage === 'reading' || upload.stage === 'applying') {
    throw new Fault('conflict', 'this file is still being worked on', { retryAfterSeconds: 2 });
  }
  if (upload.stage === 'applied') throw new Fault('conflict', 'this file was applied before');
  return upload;
}

/** Heading → field becomes field → heading; a column that is left out frees the field that it was read as. */
function choiceOf(
  columns: Readonly<Record<string, string | null>>,
  mapping: Readonly<Record<string, string>>,
): Record<string, string> {
  const choice: Record<string, string> = {};
  for (const [heading, field] of Object.entries(columns)) {
    for (const [known, at] of Object.entries(mapping))
      if (at === heading && known !== field) choice[known] ??= '';
    if (field !== null) choice[field] = heading;
  }
  return choice;
}

function dateWords(order: 'dmy' | 'mdy' | null): 'day-first' | 'month-first' | null {
  if (order === null) return null;
  return order === 'dmy' ? 'day-first' : 'month-first';
}

function presentUpload(upload: Upload): ImportJob {
  const { id, file, stage, phase, rows, personName, at, problem, hint } = upload;
  const { added, changed, unchanged, refused, repeated } = upload.counts ?? {};
  const of = upload.counts === null ? null : added! + changed! + unchanged! + refused! + repeated!;
  return {
    ...{ id, file, stage, progress: { phase, done: rows, of }, by: personName, at, problem, hint },
    import: upload.import,
  };
}

function csvCell(cell: string): string {
  const safe = neutralizeFormula(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  importsQuery,
  plannedAddedPage,
  plannedChangedPage,
  plannedRefusedPage,
} from '../../../contract/imports.ts';
import { rowId } from '../../../contract/list.ts';
import { recordExport } from '../../access/audit.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { clockReadingWords } from '../../inventory/clock-reading-words.ts';
import { findUpload, uploadEntries } from '../../inventory/find-upload.ts';
import { appliedChanges, appliedRefusals, findImport } from '../../inventory/import-history.ts';
import type { AddedOrder, ChangedEntity, RefusedLineReport } from '../../inventory/import-plan.ts';
import type { UploadList } from '../../inventory/import-upload.ts';
import {
  cellsWithoutPrices,
  changeWithoutPrices,
  refusalWithoutPrices,
} from '../../inventory/plan-without-prices.ts';
import { refusalWords } from '../../inventory/reading/row-refusal.ts';
import { refusedFile } from '../../inventory/refused-file.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import type { CallerScope } from './caller-scope.ts';
import { hiddenAmount, importsScope } from './imports-scope.ts';
import { placeOf, placeToken } from './keyset.ts';

const tags = ['Imports'];
const page = z.object({ limit: importsQuery.shape.limit, after: importsQuery.shape.after });
const uploadParams = z.object({ id: z.string().max(64).describe('the id of an upload') });
const importParams = z.object({ id: rowId });

/** What an upload would do and what an import did, part by part, and refused lines as a file. */
export function importListRoutes(api: ApiRoutes, deps: ApiDeps): void {
  planRoutes(api, deps);
  appliedRoutes(api, deps);
  refusedFileRoute(api, deps);
}

const planOrder = 'line';

function planRoutes(api: ApiRoutes, deps: ApiDeps): void {
  const route = <T extends z.ZodType>(list: UploadList, shape: T, summary: string) =>
    apiRoute({
      ...{ method: 'get' as const, path: `/api/imports/{id}/plan/${list}` },
      ...{ permission: 'imports:read' as const, tags, summary },
      ...{ request: { params: uploadParams, query: page }, responses: answers(shape, 'One page') },
    });
  const part = async <T, S>(c: Context<ApiEnv>, list: UploadList, show: (entry: T, file: FileFacts) => S) => {
    const found = await importsScope(c, deps);
    const { limit, after } = page.parse(c.req.query());
    const file = await fileOf(c, found, c.req.param('id')!);
    const from = Number(placeOf(planOrder, 1, after)?.[0] ?? 0);
    const at = { upload: c.req.param('id')!, list, from, limit: limit + 1 };
    const entries = await uploadEntries<T>(found.scope, at);
    const next = entries.length > limit ? placeToken(planOrder, [from + limit]) : null;
    return { rows: entries.slice(0, limit).map((entry) => show(entry, file)), next };
  };

  api.openapi(route('added', plannedAddedPage, 'Orders that would be new; the first 10,000.'), async (c) => {
    const { language } = c.var;
    return c.json(await part(c, 'added', (order: AddedOrder) => presentAdded(order, language)), 200);
  });
  api.openapi(
    route('changed', plannedChangedPage, 'What would change, field by field; the first 10,000.'),
    async (c) => c.json(await part(c, 'changed', changePresenter(c)), 200),
  );
  api.openapi(route('refused', plannedRefusedPage, 'Lines that cannot go in, with the reason.'), async (c) =>
    c.json(await part(c, 'refused', refusalPresenter(c)), 200),
  );
}

const changeOrder = 'change';
const refusalOrder = 'refusal';

function appliedRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/imports/{id}/changed', permission: 'imports:read', tags },
      summary: 'What an applied import changed, field by field.',
      ...{
        request: { params: importParams, query: page },
        responses: answers(plannedChangedPage, 'One page'),
      },
    }),
    async (c) => {
      const { scope } = await importsScope(c, deps);
      const { limit, after } = c.req.valid('query');
      const part = {
        ...{ importId: c.req.valid('param').id, limit: limit + 1 },
        after: placeOf(changeOrder, 2, after),
      };
      const rows = await scope.transaction(async (tx) => {
        if (!(await findImport(tx, part.importId))) throw noImport(part.importId);
        return appliedChanges(tx, part);
      });
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? placeToken(changeOrder, shown.at(-1)!.place) : null;
      return c.json({ rows: shown.map(changePresenter(c)), next }, 200);
    },
  );
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/imports/{id}/refused', permission: 'imports:read', tags },
      summary: 'The lines that an applied import refused, with the reason.',
      ...{
        request: { params: importParams, query: page },
        responses: answers(plannedRefusedPage, 'One page'),
      },
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const { limit, after } = c.req.valid('query');
      const { id } = c.req.valid('param');
      const part = { importId: id, limit: limit + 1, after: placeOf(refusalOrder, 2, after) };
      const file = await fileOf(c, found, id);
      const rows = await found.scope.transaction((tx) => appliedRefusals(tx, part));
      const shown = rows.slice(0, limit);
      const next = rows.length > limit ? placeToken(refusalOrder, shown.at(-1)!.place) : null;
      const show = refusalPresenter(c);
      return c.json({ rows: shown.map((line) => show(line, file)), next }, 200);
    },
  );
}

function refusedFileRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/imports/{id}/refused.csv',
      permission: 'imports:read',
      tags,
      summary:
        'The refused lines of an upload or of an import, in the columns of their file, with the reasons.',
      request: { params: z.object({ id: z.string().max(64).describe('of an upload or an import') }) },
      responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async (c) => {
      const found = await importsScope(c, deps);
      const { id } = c.req.valid('param');
      const { caller, language } = c.var;
      const file = await fileOf(c, found, id);
      const lines = counting(refusedLines(c, found, file), (rows) =>
        // Written at the end, when it is known how much has left.
        found.scope.transaction((tx) =>
          recordExport(tx, caller, { what: 'refused lines', format: 'csv', rows }),
        ),
      );
      const bytes = bytesOf(refusedFile(lines, { headings: file.headings, language }));
      return c.body(Readable.toWeb(Readable.from(bytes)) as ReadableStream, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="refused-${id.slice(0, 8)}.csv"`,
      }) as never;
    },
  );
}

async function* bytesOf(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const some of text) yield Buffer.from(some);
}

/** The columns of the file that an upload or an import is about. */
interface FileFacts {
  readonly id: string;
  readonly isUpload: boolean;
  readonly headings: readonly string[];
  readonly mapping: Readonly<Record<string, string>>;
}

/** Throws `not-found`. */
async function fileOf(c: Context<ApiEnv>, { scope, now }: CallerScope, id: string): Promise<FileFacts> {
  if (!rowId.safeParse(id).success) {
    const upload = await scope.transaction((tx) => findUpload(tx, { id, now, language: c.var.language }));
    const { headings, mapping } = upload.facts;
    // Once applied, its lines are the import's.
    if (upload.import !== null) return fileOf(c, { scope, now } as CallerScope, upload.import);
    return { id, isUpload: true, headings, mapping };
  }
  const found = await scope.transaction((tx) => findImport(tx, id));
  if (!found) throw noImport(id);
  const { mapping, headings } = (found.report.file ?? {}) as Partial<FileFacts>;
  return { id, isUpload: false, mapping: mapping ?? {}, headings: headings ?? Object.values(mapping ?? {}) };
}

function noImport(id: string): Fault {
  return new Fault('not-found', `there is no import ${id}`, { code: 'no-import', params: { id } });
}

const linesAtOnce = 500;

async function* refusedLines(
  c: Context<ApiEnv>,
  { scope }: CallerScope,
  file: FileFacts,
): AsyncGenerator<RefusedLineReport> {
  const hidden = hiddenAmount(c);
  const seen = (line: RefusedLineReport): RefusedLineReport =>
    hidden === null ? line : lineWithoutPrices(line, file, hidden);
  const pages = file.isUpload ? plannedPages(scope, file.id) : appliedPages(scope, file.id);
  for await (const lines of pages) yield* lines.map(seen);
}

type Scope = CallerScope['scope'];

async function* plannedPages(scope: Scope, upload: string): AsyncGenerator<RefusedLineReport[]> {
  for (let from = 0; ; from += linesAtOnce) {
    const at = { upload, list: 'refused', from, limit: linesAtOnce } as const;
    const lines = await uploadEntries<RefusedLineReport>(scope, at);
    yield lines;
    if (lines.length < linesAtOnce) return;
  }
}

async function* appliedPages(scope: Scope, importId: string): AsyncGenerator<RefusedLineReport[]> {
  for (let after: readonly [string, number] | undefined; ; ) {
    const part = { importId, limit: linesAtOnce, after };
    const lines = await scope.transaction((tx) => appliedRefusals(tx, part));
    yield lines;
    if (lines.length < linesAtOnce) return;
    after = lines.at(-1)!.place;
  }
}

async function* counting<T>(
  rows: AsyncIterable<T>,
  atEnd: (count: number) => Promise<unknown>,
): AsyncGenerator<T> {
  let count = 0;
  try {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  } finally {
    await atEnd(count);
  }
}

function lineWithoutPrices(line: RefusedLineReport, file: FileFacts, hidden: string): RefusedLineReport {
  const seen = refusalWithoutPrices(line, { hidden, priceHeading: file.mapping.price });
  return { ...seen, cells: cellsWithoutPrices(line, file, hidden) ?? null };
}

function presentAdded(order: AddedOrder, language: Language) {
  return {
    ...order,
    authority: authorityName(order.authority),
    clocks: [...order.clocks],
    reading: clockReadingWords(order.reading, language),
  };
}

function changePresenter(c: Context<ApiEnv>) {
  const hidden = hiddenAmount(c);
  return (change: ChangedEntity) => {
    const { entity, name, fields } = hidden === null ? change : changeWithoutPrices(change, hidden);
    return { entity, name, fields: fields.map((field) => ({ ...field })) };
  };
}

function refusalPresenter(c: Context<ApiEnv>) {
  const hidden = hiddenAmount(c);
  const { language } = c.var;
  return (line: RefusedLineReport, file: FileFacts) => {
    const seen = hidden === null ? line : lineWithoutPrices(line, file, hidden);
    const { column, value, reason } = seen;
    return { line: Number(line.line), column, value, why: refusalWords(reason, language) };
  };
}

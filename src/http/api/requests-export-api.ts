import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { requestFilter, requestSorts } from '../../../contract/requests.ts';
import { recordExport } from '../../access/audit.ts';
import { authorise } from '../../access/authorise.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { Language } from '../../kernel/locale.ts';
import { minorDigits } from '../../kernel/money.ts';
import { loadRequestLines, type RequestLine, type RequestListFilter } from '../../renewals/load-requests.ts';
import { reasonWord, stateWord } from '../../renewals/request-words.ts';
import type { PartnerScope } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { type Cell, countingRows, csvLines, safeCell } from './csv-lines.ts';
import { sortOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { requestFilterOf } from './request-filter.ts';

const pageSize = 1_000;
const headings = {
  es: ['N.° de pedido', 'Nombre común', 'Cliente', 'Cuenta', 'Hasta', 'Estado', 'Solicitada', 'Por', 'Responsable', 'Próxima fecha', 'Motivo', 'Nota', 'Pedido nuevo', 'Cerrada', 'Cerrada por', 'Precio', 'Moneda'],
  en: ['Order number', 'Common name', 'Customer', 'Account', 'Until', 'State', 'Asked', 'By', 'Owner', 'Next date', 'Reason', 'Note', 'New order', 'Closed', 'Closed by', 'Price', 'Currency'],
} as const; // biome-ignore format: a list of headings reads better as a line

export function requestsExportApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/requests/export',
      permission: 'exports:make',
      tags: ['Requests'],
      summary: 'The filtered requests as CSV, streamed.',
      request: { query: requestFilter.extend({ sort: z.enum(requestSorts).default('due') }) },
      responses: {
        200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } },
      },
    }),
    async (c) => {
      const { sort, ...asked } = c.req.valid('query');
      const { caller, language } = c.var;
      authorise(caller, 'requests:read');
      const { scope, today, seesPrices } = await scopeOfCaller(c, deps);
      const filter = requestFilterOf(asked, { visible: caller.customers, today });
      const rows = countingRows(exportRows(scope, { filter, sort, seesPrices, language }), (count) =>
        scope.transaction((tx) =>
          recordExport(tx, caller, { what: 'requests', format: 'csv', rows: count, filter: asked }),
        ),
      );
      const stream = Readable.toWeb(Readable.from(csvLines(rows))) as ReadableStream;
      return c.body(stream, 200, {
        'content-disposition': `attachment; filename="requests-${today}.csv"`,
        'content-type': 'text/csv; charset=utf-8',
      }) as never;
    },
  );
  return api;
}

interface Wanted {
  readonly filter: RequestListFilter;
  readonly sort: string;
  readonly seesPrices: boolean;
  readonly language: Language;
}

async function* exportRows(scope: PartnerScope, wanted: Wanted): AsyncGenerator<Cell[]> {
  yield [...headings[wanted.language]];
  const sort = sortOf(wanted.sort) as never;
  let after: readonly (string | null)[] | undefined;
  for (;;) {
    const query = { filter: wanted.filter, sort, limit: pageSize, after };
    const lines = await scope.transaction((tx) => loadRequestLines(tx, query));
    for (const line of lines) yield cellsOf(line, wanted);
    if (lines.length < pageSize) return;
    const last = lines.at(-1)!;
    after = [last.place, last.id];
  }
}

function cellsOf(line: RequestLine, { seesPrices, language }: Wanted): Cell[] {
  const price = seesPrices ? line.price : null;
  const words = [
    line.number,
    line.commonName === null ? null : displayHostName(line.commonName),
    line.customerName,
    line.accountNumber,
    line.coversUntil,
    stateWord(line.state, language),
    line.at.toString(),
    line.personName,
    line.owner,
    line.nextOn,
    line.reason === null ? null : reasonWord(line.reason, language),
    line.note,
    line.newNumber,
    line.closedAt?.toString() ?? null,
    line.closedBy,
  ];
  const amount = price === null ? null : Number(price.minor) / 10 ** minorDigits(price.currency);
  return [...words.map(safeCell), amount, price?.currency ?? null];
}

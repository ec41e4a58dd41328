import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { writeXlsxStream } from 'hucre/xlsx';
import { chosenClocks, expiringFilter, expiringSorts } from '../../../contract/expiring.ts';
import { recordExport } from '../../access/audit.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import type { ExpiringFilter, ExpiringLine, ExpiringSort } from '../../inventory/expiring-list.ts';
import { loadExpiringLines } from '../../inventory/load-expiring-list.ts';
import type { Language } from '../../kernel/locale.ts';
import { minorDigits } from '../../kernel/money.ts';
import type { PartnerScope } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { type Cell, countingRows, csvLines, safeCell } from './csv-lines.ts';
import { filterOf } from './expiring-filter.ts';
import { sortOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';

const pageSize = 1_000;
const headings = {
  es: ['N.° de pedido', 'Autoridad', 'Nombre común', 'Producto', 'Plazo', 'Tipo', 'Desde', 'Hasta', 'Días', 'Cliente', 'Cuenta', 'Titular', 'Responsable', 'Renovado', 'Avisos', 'Precio', 'Moneda'],
  en: ['Order number', 'Authority', 'Common name', 'Product', 'Term', 'Clock', 'From', 'Until', 'Days', 'Customer', 'Account', 'Holder', 'Owner', 'Renewed', 'Notices', 'Price', 'Currency'],
} as const; // biome-ignore format: a list of headings reads better as a line

export function expiringExportApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/expiring/export',
      permission: 'exports:make',
      tags: ['Expiring certificates'],
      summary:
        'The filtered list as a file, streamed. Cells that a spreadsheet would run as a formula are disarmed.',
      request: {
        query: expiringFilter.extend({
          clocks: chosenClocks,
          format: z.enum(['csv', 'xlsx']).default('csv'),
          sort: z.enum(expiringSorts).default('expiry'),
        }),
      },
      responses: {
        200: {
          description: 'The file',
          content: {
            'text/csv': { schema: z.string() },
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { schema: z.string() },
          },
        },
      },
    }),
    async (c) => {
      const { format, sort: sortWord, clocks, ...asked } = c.req.valid('query');
      const { scope, today, timeZone, seesPrices } = await scopeOfCaller(c, deps);
      const { caller, language } = c.var;
      const whole = filterOf(asked, { asOf: today, visible: caller.customers, timeZone });
      const filter = { ...whole, clocks: clocks?.split(',') };
      const sort = sortOf(sortWord) as ExpiringSort;
      const rows = countingRows(exportRows(scope, { filter, sort, seesPrices, language }), async (count) => {
        // Written at the end, when it is known how much has left; a download that was cut off counts what it took.
        await scope.transaction((tx) =>
          recordExport(tx, caller, {
            what: 'expiring',
            format,
            rows: count,
            filter: { ...asked, ...(clocks ? { clocks } : {}) },
          }),
        );
      });
      const name = `expiring-${today}.${format}`;
      const disposition = { 'content-disposition': `attachment; filename="${name}"` };
      if (format === 'csv') {
        const stream = Readable.toWeb(Readable.from(csvLines(rows))) as ReadableStream;
        return c.body(stream, 200, { ...disposition, 'content-type': 'text/csv; charset=utf-8' }) as never;
      }
      const stream = writeXlsxStream(rows, { name: language === 'es' ? 'Caducan' : 'Expiring' });
      return c.body(stream as ReadableStream, 200, {
        ...disposition,
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }) as never;
    },
  );
  return api;
}

async function* exportRows(
  scope: PartnerScope,
  query: { filter: ExpiringFilter; sort: ExpiringSort; seesPrices: boolean; language: Language },
): AsyncGenerator<Cell[]> {
  yield [...headings[query.language]];
  let after: readonly (string | null)[] | undefined;
  for (;;) {
    const place = after;
    const lines = await scope.transaction((tx) =>
      loadExpiringLines(tx, { filter: query.filter, sort: query.sort, limit: pageSize, after: place }),
    );
    for (const line of lines) yield cellsOf(line, query);
    if (lines.length < pageSize) return;
    after = lines.at(-1)!.place;
  }
}

function cellsOf(
  line: ExpiringLine,
  { seesPrices, language }: { seesPrices: boolean; language: Language },
): Cell[] {
  const { clock, price } = line;
  const yes = language === 'es' ? 'sí' : 'yes';
  const words: (string | null)[] = [
    clock.orderNumber,
    authorityName(clock.authority),
    line.commonName === null ? null : displayHostName(line.commonName),
    line.product,
    line.term,
    clock.kind,
    line.beginsOn,
    line.endsOn,
  ];
  const more = [line.customerName, line.accountNumber, line.holder, line.owner, clock.renewed.kind];
  const amount =
    price === null || !seesPrices ? null : Number(price.minor) / 10 ** minorDigits(price.currency);
  return [
    ...words.map(safeCell),
    line.daysLeft,
    ...more.map(safeCell),
    clock.noticesOn ? yes : 'no',
    amount,
    amount === null ? null : (price?.currency ?? null),
  ];
}

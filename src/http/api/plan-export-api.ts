import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { writeXlsxStream } from 'hucre/xlsx';
import { planFilter } from '../../../contract/plan.ts';
import { recordExport } from '../../access/audit.ts';
import { loadPlanLines, type PlanFilter, type PlanPlace } from '../../notices/load-plan.ts';
import type { PartnerScope } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { type Cell, countingRows, csvLines, safeCell } from './csv-lines.ts';
import { newRoutes } from './new-routes.ts';
import { type PlanView, presentPlanRow } from './plan-presenter.ts';
import { planFilterOf } from './plan-scope.ts';

const pageSize = 1_000;
const headings = {
  es: ['Día', 'Instante', 'Estado', 'Motivo', 'N.° de pedido', 'Nombre común', 'Tipo', 'Fin', 'Cliente', 'Responsable', 'Etapa', 'Canal', 'Plantilla', 'Idioma', 'Contacto', 'Dirección', 'Otros', 'Hasta'],
  en: ['Day', 'Instant', 'State', 'Why', 'Order number', 'Common name', 'Clock', 'End', 'Customer', 'Owner', 'Stage', 'Channel', 'Template', 'Language', 'Contact', 'Address', 'Others', 'Until'],
} as const; // biome-ignore format: a list of headings reads better as a line

export function planExportApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/export', permission: 'exports:make', tags: ['Plan'] },
      summary: 'The filtered plan as a file, streamed. Cells that a spreadsheet would run are disarmed.',
      request: { query: planFilter.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }) },
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
      const { format, ...asked } = c.req.valid('query');
      const found = await scopeOfCaller(c, deps);
      const { scope, today, timeZone } = found;
      const { caller, language } = c.var;
      const filter = planFilterOf(c, asked, found);
      const rows = countingRows(exportRows(scope, filter, { language, timeZone }), async (count) => {
        await scope.transaction((tx) =>
          recordExport(tx, caller, { what: 'plan', format, rows: count, filter: asked }),
        );
      });
      const disposition = { 'content-disposition': `attachment; filename="plan-${today}.${format}"` };
      if (format === 'csv') {
        const stream = Readable.toWeb(Readable.from(csvLines(rows))) as ReadableStream;
        return c.body(stream, 200, { ...disposition, 'content-type': 'text/csv; charset=utf-8' }) as never;
      }
      const stream = writeXlsxStream(rows, { name: 'Plan' });
      return c.body(stream as ReadableStream, 200, {
        ...disposition,
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }) as never;
    },
  );
  return api;
}

async function* exportRows(scope: PartnerScope, filter: PlanFilter, view: PlanView): AsyncGenerator<Cell[]> {
  yield [...headings[view.language]];
  let after: PlanPlace | undefined;
  for (;;) {
    const place = after;
    const lines = await scope.transaction((tx) =>
      loadPlanLines(tx, { filter, limit: pageSize, after: place }),
    );
    for (const line of lines) {
      const row = presentPlanRow(line, view);
      const told = [row.day, row.at, row.state, row.why, row.number, row.commonName, row.kind, row.endsOn];
      const who = [row.customer.name, row.owner];
      const how = [row.channel, row.template, row.language, row.to?.name ?? null, row.to?.address ?? null];
      const words = [...told, ...who].map(safeCell);
      yield [...words, row.stage, ...how.map(safeCell), row.others, safeCell(row.until)];
    }
    const last = lines.at(-1);
    if (lines.length < pageSize || last === undefined) return;
    after = [last.day, last.at, last.clock, last.cell];
  }
}

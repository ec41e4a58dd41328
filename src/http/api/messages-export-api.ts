import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import { writeXlsxStream } from 'hucre/xlsx';
import { messagesFilter } from '../../../contract/messages.ts';
import { recordExport } from '../../access/audit.ts';
import { authorise } from '../../access/authorise.ts';
import type { Language } from '../../kernel/locale.ts';
import { loadMessages, type MessageFilter, type MessageLine } from '../../notices/load-messages.ts';
import { messageStateName } from '../../notices/message-state-name.ts';
import type { PartnerScope } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { type Cell, countingRows, csvLines, safeCell } from './csv-lines.ts';
import { messageFilterOf } from './message-filter.ts';
import { newRoutes } from './new-routes.ts';

const pageSize = 1_000;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const headings = {
  es: ['Previsto', 'Terminado', 'Estado', 'Para', 'Contacto', 'Cliente', 'Asunto', 'Etapa (días antes)', 'Pedidos', 'Reenvío', 'Mensaje'],
  en: ['Planned', 'Finished', 'State', 'To', 'Contact', 'Customer', 'Subject', 'Stage (days before)', 'Orders', 'Sent again', 'Message'],
} as const; // biome-ignore format: a list of headings reads better as a line

export function messagesExportApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/messages/export',
      permission: 'exports:make',
      tags: ['Messages'],
      summary: 'The filtered messages as a file, streamed; what was said is not in it.',
      request: { query: messagesFilter.extend({ format: z.enum(['csv', 'xlsx']).default('csv') }) },
      responses: {
        200: {
          description: 'The file',
          content: { 'text/csv': { schema: z.string() }, [xlsx]: { schema: z.string() } },
        },
      },
    }),
    async (c) => {
      const { format, ...asked } = c.req.valid('query');
      const { caller, language } = c.var;
      authorise(caller, 'messages:read');
      const { scope, today, timeZone } = await scopeOfCaller(c, deps);
      const filter = messageFilterOf(asked, { visible: caller.customers, timeZone });
      const rows = countingRows(exportRows(scope, { filter, language, timeZone }), (count) =>
        scope.transaction((tx) =>
          recordExport(tx, caller, { what: 'messages', format, rows: count, filter: asked }),
        ),
      );
      const disposition = { 'content-disposition': `attachment; filename="messages-${today}.${format}"` };
      if (format === 'csv') {
        const stream = Readable.toWeb(Readable.from(csvLines(rows))) as ReadableStream;
        return c.body(stream, 200, { ...disposition, 'content-type': 'text/csv; charset=utf-8' }) as never;
      }
      const sheet = writeXlsxStream(rows, { name: language === 'es' ? 'Mensajes' : 'Messages' });
      return c.body(sheet as ReadableStream, 200, { ...disposition, 'content-type': xlsx }) as never;
    },
  );
  return api;
}

interface Wanted {
  readonly filter: MessageFilter;
  readonly language: Language;
  readonly timeZone: string;
}

async function* exportRows(scope: PartnerScope, wanted: Wanted): AsyncGenerator<Cell[]> {
  yield [...headings[wanted.language]];
  let after: readonly string[] | undefined;
  for (;;) {
    const query = { filter: wanted.filter, limit: pageSize, after };
    const lines = await scope.transaction((tx) => loadMessages(tx, query));
    for (const line of lines) yield cellsOf(line, wanted);
    if (lines.length < pageSize) return;
    const last = lines.at(-1)!;
    after = [last.plannedAt.toString(), last.id];
  }
}

function cellsOf(line: MessageLine, { language, timeZone }: Wanted): Cell[] {
  const at = (instant: Temporal.Instant | null) =>
    instant
      ?.toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ') ?? null;
  const yes = language === 'es' ? 'sí' : 'yes';
  return [
    ...[at(line.plannedAt), at(line.finishedAt), messageStateName(line.state, language)],
    ...[line.addressKey, line.contactName, line.customerName, line.subject].map(safeCell),
    ...[line.stage, line.orders, line.isResend ? yes : null, line.id],
  ];
}

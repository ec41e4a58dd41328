import { Readable } from 'node:stream';
import { z } from '@hono/zod-openapi';
import {
  type DomainFilter as Asked,
  domainFilter,
  domainsPage,
  domainsQuery,
  domainView,
} from '../../../contract/domains.ts';
import { recordExport } from '../../access/audit.ts';
import { authorise } from '../../access/authorise.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { normalizeHostName, registrableDomain } from '../../inventory/host-name.ts';
import { loadDomain } from '../../inventory/load-domain.ts';
import { type DomainFilter, type DomainsWanted, loadDomains } from '../../inventory/load-domains.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Language } from '../../kernel/locale.ts';
import type { PartnerScope } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { type Cell, countingRows, csvLines, safeCell } from './csv-lines.ts';
import { presentDomain, presentDomainLine } from './domain-presenter.ts';
import { placeOf, placeToken } from './keyset.ts';
import { newRoutes } from './new-routes.ts';

const tags = ['Domains'];
const headings = {
  es: ['Dominio', 'Nombre', 'Cubierto hasta', 'Sin continuación', 'Duplicado', 'Pedidos', 'Clientes'],
  en: ['Domain', 'Name', 'Covered until', 'Nothing after', 'Duplicate', 'Orders', 'Customers'],
} as const; // biome-ignore format: a list of headings reads better as a line

export function domainsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/domains',
      permission: 'orders:read',
      tags,
      summary: 'The registrable domains of the inventory: names, orders, ends, gaps and duplicates.',
      description:
        'A page may hold fewer rows than asked for, even none, and still have a next one: where matches are rare each page looks through a bounded part.',
      request: { query: domainsQuery },
      responses: answers(domainsPage, 'One page'),
    }),
    async (c) => {
      const { limit, after, ...asked } = c.req.valid('query');
      const { scope, today } = await scopeOfCaller(c, deps);
      const filter = filterOf(asked, c.var.caller.customers);
      const sort = `domains-${filter.show}`;
      const size = filter.show === 'all' || filter.show === 'duplicates' ? 1 : 2;
      const horizon = { today, days: asked.days };
      const wanted = { filter, horizon, limit, after: placeOf(sort, size, after) };
      const { lines, next } = await scope.transaction((tx) => loadDomains(tx, wanted));
      const rows = lines.map((line) => presentDomainLine(line, today));
      return c.json({ rows, next: next === null ? null : placeToken(sort, next) }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/domains/export',
      permission: 'exports:make',
      tags,
      summary: 'The filtered domains as CSV, a line for each name, streamed.',
      request: { query: domainFilter },
      responses: { 200: { description: 'The file', content: { 'text/csv': { schema: z.string() } } } },
    }),
    async (c) => {
      const asked = c.req.valid('query');
      const { caller, language } = c.var;
      authorise(caller, 'orders:read');
      const { scope, today } = await scopeOfCaller(c, deps);
      const filter = filterOf(asked, caller.customers);
      const horizon = { today, days: asked.days };
      const rows = countingRows(exportRows(scope, { filter, horizon, language }), (count) =>
        scope.transaction((tx) =>
          recordExport(tx, caller, { what: 'domains', format: 'csv', rows: count, filter: asked }),
        ),
      );
      const stream = Readable.toWeb(Readable.from(csvLines(rows))) as ReadableStream;
      return c.body(stream, 200, {
        'content-disposition': `attachment; filename="domains-${today}.csv"`,
        'content-type': 'text/csv; charset=utf-8',
      }) as never;
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/domains/{domain}',
      permission: 'orders:read',
      tags,
      summary:
        'One domain: its names, what speaks for each until when, and its orders with their certificates.',
      request: {
        params: z.object({ domain: z.string().min(1).max(253) }),
        query: domainFilter.pick({ days: true }),
      },
      responses: answers(domainView, 'The domain'),
    }),
    async (c) => {
      const { domain } = c.req.valid('param');
      const { scope, today } = await scopeOfCaller(c, deps);
      const horizon = { today, days: c.req.valid('query').days };
      const visible = c.var.caller.customers;
      const kept = normalizeHostName(domain.toLowerCase()) ?? domain;
      const found = await scope.transaction((tx) => loadDomain(tx, kept, { horizon, visible }));
      if (!found) {
        throw new Fault('not-found', `no order has a name under ${kept}`, {
          code: 'no-domain',
          params: { domain: kept },
        });
      }
      return c.json(presentDomain(found, today), 200);
    },
  );

  return api;
}

function filterOf(asked: Asked, visible: readonly string[] | null): DomainFilter {
  const { show, customer, text } = asked;
  const mayAsk = customer === undefined || visible === null || visible.includes(customer);
  const customers = customer === undefined ? visible : mayAsk ? [customer] : [];
  return { show, customers, prefix: text === undefined ? undefined : prefixOf(text) };
}

/** The domain of a whole host name; else the beginning of one. */
function prefixOf(text: string): string {
  const typed = text
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/s, '')
    .replace(/^\*\./, '');
  const host = normalizeHostName(typed);
  return (host === undefined ? undefined : registrableDomain(host)) ?? host ?? typed;
}

async function* exportRows(
  scope: PartnerScope,
  { filter, horizon, language }: Pick<DomainsWanted, 'filter' | 'horizon'> & { readonly language: Language },
): AsyncGenerator<Cell[]> {
  yield [...headings[language]];
  const yes = language === 'es' ? 'sí' : 'yes';
  let after: DomainsWanted['after'];
  for (;;) {
    const wanted = { filter, horizon, limit: 200, after };
    const found = await scope.transaction((tx) => loadDomains(tx, wanted));
    for (const { domain } of found.lines) {
      const view = await scope.transaction((tx) =>
        loadDomain(tx, domain, { horizon, visible: filter.customers }),
      );
      for (const name of view?.coverage ?? []) {
        const orders = new Set(name.by.map(({ order }) => order));
        const own = view!.orderRows.filter(({ id }) => orders.has(id));
        yield [
          safeCell(displayHostName(domain)),
          safeCell(displayHostName(name.name)),
          name.endsOn,
          name.state === 'gap' ? yes : 'no',
          name.isDuplicate ? yes : 'no',
          safeCell(own.map(({ number }) => number).join(' ')),
          safeCell([...new Set(own.map(({ customerName }) => customerName))].join('; ')),
        ];
      }
    }
    if (found.next === null) return;
    after = found.next;
  }
}

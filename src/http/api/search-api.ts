import { type SearchHit, searchAnswer, searchQuery } from '../../../contract/search.ts';
import { isAllowed } from '../../access/authorise.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { searchInventory } from '../../inventory/search-inventory.ts';
import { loadMessages } from '../../notices/load-messages.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';

/** Shorter words would find everything. */
const shortest = 2;

export function searchApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/search',
      permission: 'search:use',
      tags: ['Search'],
      summary:
        'Customers, orders, names, contacts and messages by order number, serial, domain, e-mail, company or person; what is like it where nothing is.',
      request: { query: searchQuery },
      responses: answers(searchAnswer, 'Best first within each kind'),
    }),
    async (c) => {
      const { q, limit } = c.req.valid('query');
      if (q.length < shortest) return c.json({ hits: [] }, 200);
      const { scope } = await scopeOfCaller(c, deps);
      const visible = c.var.caller.customers;
      const hits = await scope.transaction(async (tx): Promise<SearchHit[]> => {
        const found = await searchInventory(tx, q, { visible, limit });
        const shown = found.map((hit) =>
          hit.kind === 'name' ? { ...hit, title: displayHostName(hit.title) } : hit,
        );
        // A message is looked for by its reader: an address, or an order's number.
        const isReader = q.includes('@') || /^\d{4,}$/.test(q);
        if (!isReader || !isAllowed(c.var.caller, 'messages:read')) return shown;
        const messages = await loadMessages(tx, { filter: { visible, text: q }, limit, after: undefined });
        return [
          ...shown,
          ...messages.map((line) => ({
            kind: 'message' as const,
            id: line.id,
            title: line.subject ?? line.addressKey,
            detail: [line.addressKey, line.plannedAt.toString().slice(0, 10)].join(' · '),
            similar: false,
          })),
        ];
      });
      return c.json({ hits }, 200);
    },
  );
  return api;
}

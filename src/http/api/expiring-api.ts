import {
  expiringCounts,
  expiringFilter,
  expiringGroups,
  expiringPage,
  expiringQuery,
  expiringFacets as facetsShape,
} from '../../../contract/expiring.ts';
import { authorityName } from '../../catalogue/authorities.ts';
import { countExpiringList, expiringFacets, loadExpiringLines } from '../../inventory/load-expiring-list.ts';
import { outlookOfClocks } from '../../notices/outlook-of-clocks.ts';
import { planningRules } from '../../notices/plan-touches.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { filterOf, groupRanges } from './expiring-filter.ts';
import { presentExpiringLine } from './expiring-presenter.ts';
import { placeOf } from './keyset.ts';
import { pageOf, sortOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';

const tags = ['Expiring certificates'];
const placeSizes = { expiry: 2, customer: 4, product: 3 } as const;
/** A person reads "10,000+"; counting on would cost what a page must not. */
const mostCounted = 10_000;

export function expiringApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/expiring',
      permission: 'expiring:read',
      tags,
      summary: 'What ends soon or has just ended, one row for each clock.',
      request: { query: expiringQuery },
      responses: answers(expiringPage, 'One page'),
    }),
    async (c) => {
      const query = c.req.valid('query');
      const { partner, scope, now, today, timeZone, seesPrices } = await scopeOfCaller(c, deps);
      const sort = sortOf(query.sort) as { by: keyof typeof placeSizes; descending: boolean };
      const after = placeOf(query.sort, placeSizes[sort.by], query.after);
      const filter = filterOf(query, { asOf: today, visible: c.var.caller.customers, timeZone });
      const planning = planningRules(partner, deps.sending.cadence);
      const { lines, outlook } = await scope.transaction(async (tx) => {
        const lines = await loadExpiringLines(tx, { filter, sort, limit: query.limit + 1, after });
        const clocks = lines.slice(0, query.limit).map((line) => line.clock);
        return {
          lines,
          outlook: await outlookOfClocks(tx, clocks, { planning, now: now.epochMilliseconds }),
        };
      });
      const view = { language: c.var.language, timeZone: partner.settings.defaultTimeZone, seesPrices };
      const page = pageOf(lines, {
        limit: query.limit,
        sort: query.sort,
        place: (line) => line.place,
        show: (line) => presentExpiringLine(line, outlook.get(line.clock.clock), view),
      });
      return c.json({ ...page, asOf: today }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/expiring/counts',
      permission: 'expiring:read',
      tags,
      summary: 'How many rows each group has under the same filters.',
      request: { query: expiringFilter },
      responses: answers(expiringCounts, 'Counts by group'),
    }),
    async (c) => {
      const { scope, today, timeZone } = await scopeOfCaller(c, deps);
      const { group: _, ...query } = c.req.valid('query');
      const filter = filterOf(query, { asOf: today, visible: c.var.caller.customers, timeZone });
      const counts = await scope.transaction((tx) =>
        countExpiringList(
          tx,
          filter,
          expiringGroups.map((group) => groupRanges[group]),
          mostCounted,
        ),
      );
      const groups = Object.fromEntries(
        expiringGroups.map((group, at) => [group, { count: counts[at]!, exact: counts[at]! < mostCounted }]),
      ) as Record<(typeof expiringGroups)[number], { count: number; exact: boolean }>;
      return c.json({ asOf: today, groups }, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/expiring/facets',
      permission: 'expiring:read',
      tags,
      summary:
        'The products, authorities and owners that there are to filter by, in what the caller may see.',
      responses: answers(facetsShape, 'Values by the alphabet'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const { products, authorities, owners } = await scope.transaction((tx) =>
        expiringFacets(tx, c.var.caller.customers),
      );
      const named = authorities.map((code) => ({ code, name: authorityName(code) }));
      return c.json({ products: [...products], authorities: named, owners: [...owners] }, 200);
    },
  );

  return api;
}

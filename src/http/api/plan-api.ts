import { z } from '@hono/zod-openapi';
import {
  type changeKinds,
  planChanges,
  planChangesQuery,
  planDaySummary,
  planDays,
  planFacets,
  planFilter,
  planPage,
  planQuery,
} from '../../../contract/plan.ts';
import type { Language } from '../../kernel/locale.ts';
import { changeCauseName } from '../../notices/change-cause.ts';
import { approvalOf, loadApprovals, waitingForApproval } from '../../notices/day-approval.ts';
import {
  loadChangeTotals,
  loadPlanChanges,
  loadPlanFacets,
  loadPlanGroups,
  loadPlanLines,
  loadPlanTotals,
  type PlanGroupTotal,
  type PlanPlace,
  planStandingNow,
} from '../../notices/load-plan.ts';
import { reasonName } from '../../notices/reason-name.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { placeOf } from './keyset.ts';
import { pageOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { presentApproval } from './plan-approval-api.ts';
import { presentPlanChange, presentPlanRow, presentStanding } from './plan-presenter.ts';
import { customersSeen, dayBegins, planFilterOf } from './plan-scope.ts';

const tags = ['Plan'];
const permission = 'plan:read';
const sort = 'day';

/** The plan of the days ahead, as it was last worked out. */
export function planApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  listRoutes(api, deps);
  dayRoutes(api, deps);
  changeRoutes(api, deps);
  return api;
}

function listRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan', permission, tags },
      summary: 'Who gets what in the days ahead, why, and why not: one row for each touch and day.',
      request: { query: planQuery },
      responses: answers(planPage, 'One page, by day and instant'),
    }),
    async (c) => {
      const { limit, after, ...asked } = c.req.valid('query');
      const found = await scopeOfCaller(c, deps);
      const filter = planFilterOf(c, asked, found);
      const place = placeOf(sort, 4, after) as PlanPlace | undefined;
      const lines = await found.scope.transaction((tx) =>
        loadPlanLines(tx, { filter, limit: limit + 1, after: place }),
      );
      const view = { language: c.var.language, timeZone: found.timeZone };
      const page = pageOf(lines, {
        ...{ limit, sort },
        place: ({ day, at, clock, cell }) => [day, at, clock, cell],
        show: (line) => presentPlanRow(line, view),
      });
      return c.json(page, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/facets', permission, tags },
      summary: 'What there is to filter by.',
      responses: answers(planFacets, 'Values'),
    }),
    async (c) => {
      const { scope } = await scopeOfCaller(c, deps);
      const rows = await scope.transaction(loadPlanFacets);
      const each = <T>(pick: (row: (typeof rows)[number]) => T) => [
        ...new Map(rows.map((row) => [JSON.stringify(pick(row)), pick(row)])).values(),
      ];
      const words = (pick: (row: (typeof rows)[number]) => string) =>
        each(pick)
          .filter((word) => word !== '')
          .sort();
      const reasons = each(({ reason, state }) => ({ code: reason, state }));
      return c.json(
        {
          owners: words((row) => row.owner),
          stages: each(({ kind, stage }) => ({ kind, stage })).sort((a, b) => b.stage - a.stage),
          channels: words((row) => row.channel),
          templates: words((row) => row.template),
          languages: words((row) => row.textLocale),
          reasons: reasons.map((one) => ({ ...one, name: reasonName(one.code, c.var.language) })),
        },
        200,
      );
    },
  );
}

function dayRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/days', permission, tags },
      summary: 'The totals of each day under a filter, and how fresh the plan is.',
      request: { query: planFilter },
      responses: answers(planDays, 'Days that have any'),
    }),
    async (c) => {
      const found = await scopeOfCaller(c, deps);
      const { partner, today } = found;
      const filter = planFilterOf(c, c.req.valid('query'), found);
      const answer = await found.scope.transaction(async (tx) => {
        const approved = new Set((await loadApprovals(tx, filter)).map(({ day }) => day));
        const days = await loadPlanTotals(tx, filter);
        return {
          standing: presentStanding(await planStandingNow(tx), { partner, today }),
          approvalNeeded: partner.settings.dayApproval.needed,
          days: days.map((day) => ({ ...day, approved: approved.has(day.day) })),
        };
      });
      return c.json(answer, 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/days/{day}', permission, tags },
      summary: 'What one day consists of, by state, reason and stage, and whether it is approved.',
      request: {
        params: z.object({ day: z.iso.date() }),
        query: planFilter.omit({ from: true, until: true }),
      },
      responses: answers(planDaySummary, 'The day'),
    }),
    async (c) => {
      const { day } = c.req.valid('param');
      const found = await scopeOfCaller(c, deps);
      const filter = planFilterOf(c, { ...c.req.valid('query'), from: day, until: day }, found);
      const answer = await found.scope.transaction(async (tx) => {
        const groups = await loadPlanGroups(tx, filter);
        const approval = presentApproval(found.partner, await approvalOf(tx, day));
        const sees = c.var.caller.customers === null;
        const waiting = sees ? await waitingForApproval(tx, found.partner, day) : 0;
        return { day, ...summary(groups, c.var.language), approval, waiting };
      });
      return c.json(answer, 200);
    },
  );
}

function summary(groups: readonly PlanGroupTotal[], language: Language) {
  const byReason = Map.groupBy(groups, ({ state, reason }) => `${state} ${reason}`);
  const byStage = Map.groupBy(groups, ({ kind, stage }) => `${kind} ${stage}`);
  const touches = (some: readonly PlanGroupTotal[]) => some.reduce((sum, { lines }) => sum + lines, 0);
  const messages = (some: readonly PlanGroupTotal[]) => some.reduce((sum, one) => sum + one.messages, 0);
  return {
    messages: messages(groups),
    groups: [...byReason.values()]
      .map((some) => ({
        ...{ state: some[0]!.state, reason: some[0]!.reason, name: reasonName(some[0]!.reason, language) },
        ...{ touches: touches(some), messages: messages(some) },
      }))
      .sort((a, b) => b.touches - a.touches),
    stages: [...byStage.values()]
      .map((some) => ({ kind: some[0]!.kind, stage: some[0]!.stage, touches: touches(some) }))
      .sort((a, b) => b.stage - a.stage),
  };
}

function changeRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/plan/changes', permission, tags },
      summary: 'What of the plan became another, and why: since yesterday’s plan, or since another day.',
      request: { query: planChangesQuery },
      responses: answers(planChanges, 'Changes, newest first'),
    }),
    async (c) => {
      const { since, customer, cause, limit, after } = c.req.valid('query');
      const { scope, today, timeZone } = await scopeOfCaller(c, deps);
      const from = new Date(dayBegins(since ?? today, timeZone)).toISOString();
      const customers = customersSeen(c, customer);
      const [before] = (placeOf('-change', 1, after) ?? []) as [string | undefined];
      const found = await scope.transaction(async (tx) => {
        const query = { since: from, customers, cause, before, limit: limit + 1 };
        const rows = await loadPlanChanges(tx, query);
        return { rows, totals: customers === null ? await loadChangeTotals(tx, from) : null };
      });
      const page = pageOf(found.rows, {
        ...{ limit, sort: '-change', place: ({ id }) => [id] },
        show: (change) => presentPlanChange(change, c.var.language),
      });
      const totals =
        found.totals?.map((total) => ({
          ...{ cause: changeCauseName(total.cause, c.var.language), causeCode: total.cause },
          ...{ ref: total.ref === '' ? null : total.ref, touches: total.touches },
          kind: total.kind as (typeof changeKinds)[number],
        })) ?? null;
      return c.json({ ...page, totals }, 200);
    },
  );
}

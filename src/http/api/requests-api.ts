import { z } from '@hono/zod-openapi';
import { rowId } from '../../../contract/list.ts';
import {
  type RequestsChanged,
  requestChanges,
  requestCounts,
  requestFilter,
  requestsChanged,
  requestsPage,
  requestsQuery,
  requestView,
} from '../../../contract/requests.ts';
import { loadOrdersById, orderIdsOfNumbers } from '../../inventory/load-orders.ts';
import type { RenewedAnswer } from '../../inventory/renewed.ts';
import { Fault } from '../../kernel/fault.ts';
import { changeRequests, type RequestChanged } from '../../renewals/change-requests.ts';
import {
  loadRequest,
  loadRequestCounts,
  loadRequestLines,
  type RequestLine,
} from '../../renewals/load-requests.ts';
import type { RequestFields } from '../../renewals/request-fields.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { placeOf } from './keyset.ts';
import { pageOf, sortOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { answerOf } from './order-presenter.ts';
import { recordUndoable } from './recorded.ts';
import { requestFilterOf } from './request-filter.ts';
import { presentRequestEvent, presentRequestLine, requestStep } from './request-presenter.ts';

const tags = ['Requests'];

export function requestsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/requests',
      permission: 'requests:read',
      tags,
      summary: 'Renewal requests, those that wait for somebody first.',
      request: { query: requestsQuery },
      responses: answers(requestsPage, 'One page'),
    }),
    async (c) => {
      const { limit, after, sort, ...asked } = c.req.valid('query');
      const { scope, today, seesPrices } = await scopeOfCaller(c, deps);
      const visible = c.var.caller.customers;
      const filter = requestFilterOf(asked, { visible, today });
      const query = { filter, sort: sortOf(sort) as never, limit: limit + 1, after: placeOf(sort, 2, after) };
      return c.json(
        await scope.transaction(async (tx) => {
          const lines = await loadRequestLines(tx, query);
          const orderIds = await newOrderIds(tx, lines, visible);
          return pageOf(lines, {
            limit,
            sort,
            place: ({ place, id }) => [place, id],
            show: (line) => presentRequestLine(line, { today, seesPrices, orderIds }),
          });
        }),
        200,
      );
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/requests/counts',
      permission: 'requests:read',
      tags,
      summary:
        'How many requests there are in each state under a filter, and how many of the open ones wait.',
      request: { query: requestFilter },
      responses: answers(requestCounts, 'The counts'),
    }),
    async (c) => {
      const { scope, today } = await scopeOfCaller(c, deps);
      const filter = requestFilterOf(c.req.valid('query'), { visible: c.var.caller.customers, today });
      return c.json(await scope.transaction((tx) => loadRequestCounts(tx, filter)), 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/requests/{id}',
      permission: 'requests:read',
      tags,
      summary: 'One request with its history.',
      request: { params: z.object({ id: rowId }) },
      responses: answers(requestView, 'The request'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { scope, today, seesPrices } = await scopeOfCaller(c, deps);
      const visible = c.var.caller.customers;
      const shown = await scope.transaction(async (tx) => {
        const found = await loadRequest(tx, id, { visible, today });
        if (!found)
          throw new Fault('not-found', `there is no request ${id}`, { code: 'no-request', params: { id } });
        const orderIds = await newOrderIds(tx, [found.line], visible);
        const line = presentRequestLine(found.line, { today, seesPrices, orderIds });
        return { ...line, events: found.events.map(presentRequestEvent) };
      });
      return c.json(shown, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/requests/changes',
      permission: 'requests:change',
      tags,
      summary: 'Takes, dates, notes, closes or opens again: one request or many.',
      description:
        'Closing stops the touches of the order at once; opening again lets them go on, unless silent. renewed with a number links the new order. What is not open to the change is counted in leftOut.',
      request: { body: jsonBody(requestChanges) },
      responses: answers(requestsChanged, 'What changed, and how to take it back'),
    }),
    async (c) => {
      const { requests, change } = c.req.valid('json');
      if (change.kind === 'renewed' && change.number !== null && requests.length > 1)
        throw new Fault('invalid', 'number: one new order carries out one request', {
          code: 'one-new-order-one-request',
        });
      const { scope, now } = await scopeOfCaller(c, deps);
      const { person, name, customers: visible } = c.var.caller;
      const asked = [...new Set(requests)];
      const answer = await scope.transaction(async (tx): Promise<RequestsChanged> => {
        const actor = { person, name };
        const changed = await changeRequests(tx, { requests: asked, act: change, actor, visible }, now);
        if (change.kind === 'renewed' && change.number !== null) {
          await refuseUnfitLink(tx, changed, change.number);
        }
        const offer = await recordUndoable(tx, c, 'requests:change', {
          changes: changed.map(auditOf),
          steps: changed.map(requestStep),
          now,
        });
        return { changed: changed.length, leftOut: asked.length - changed.length, ...offer };
      });
      return c.json(answer, 200);
    },
  );

  return api;
}

/** Where the new orders of these requests are, as far as the caller may see them. */
export async function newOrderIds(
  tx: PartnerTransaction,
  lines: readonly RequestLine[],
  visible: readonly string[] | null,
): Promise<ReadonlyMap<string, string>> {
  const numbers = lines.flatMap(({ newNumber, renewedBy }) => newNumber ?? renewedBy ?? []);
  return orderIdsOfNumbers(tx, [...new Set(numbers)], visible);
}

/** A number that is in the inventory has to be of an order that can follow; one that is not may come later. */
async function refuseUnfitLink(
  tx: PartnerTransaction,
  changed: readonly RequestChanged[],
  number: string,
): Promise<void> {
  const orders = await loadOrdersById(
    tx,
    changed.map(({ order }) => order.id),
    { visible: null },
  );
  for (const order of orders.values()) {
    const evidence = order.renewedEvidence as RenewedAnswer | null;
    const follows = evidence?.successors.some((successor) => successor.number === number) ?? false;
    if (follows && order.renewed !== 'no') continue;
    throw new Fault(
      'invalid',
      `number: order ${number} cannot be the renewal of ${order.number}: it is the same order, ends before it, or was revoked, cancelled or rejected`,
      {
        hint: 'check the number, or close the request without it',
        code: 'cannot-be-its-renewal',
        params: { number, of: order.number },
      },
    );
  }
}

function auditOf({ order, before, after }: RequestChanged) {
  return {
    subject: { kind: 'order', id: order.id, label: order.number },
    before: said(before),
    after: said(after),
  };
}

/** The log knows a state by the answer that it gives. */
function said({ state, withdrawn, ...rest }: Partial<RequestFields>): object {
  return {
    ...(state === undefined
      ? {}
      : { answer: state === 'renewed' || state === 'open' ? state : answerOf({ state }) }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...rest,
  };
}

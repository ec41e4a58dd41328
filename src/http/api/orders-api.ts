import { z } from '@hono/zod-openapi';
import { rowId, type Undoable, undoable } from '../../../contract/list.ts';
import {
  newRequest,
  orderChange,
  orderView as orderShape,
  ordersPage,
  ordersQuery,
} from '../../../contract/orders.ts';
import { authorise } from '../../access/authorise.ts';
import { changeOrders } from '../../inventory/change-orders.ts';
import { loadOrderLines, placeOfOrder } from '../../inventory/load-orders.ts';
import { editableOrderFields, type OrderSort } from '../../inventory/order-list.ts';
import { Fault } from '../../kernel/fault.ts';
import { planningRules } from '../../notices/plan-touches.ts';
import { requestByHand, withdrawByHand } from '../../renewals/request-by-hand.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { etagOf, refuseStale } from './etag.ts';
import { placeOf } from './keyset.ts';
import { pageOf, sortOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { answerOf, presentOrderLine } from './order-presenter.ts';
import { orderView } from './order-view.ts';
import { orderSubject, ownOrder } from './own-order.ts';
import { recordUndoable } from './recorded.ts';
import { requestStep } from './request-presenter.ts';

const tags = ['Orders'];
const params = z.object({ id: rowId });
const ifMatch = z.object({ 'if-match': z.string().min(1).meta({ description: 'the ETag that was read' }) });

export function ordersApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/orders',
      permission: 'orders:read',
      tags,
      summary: 'The orders, newest first.',
      request: { query: ordersQuery },
      responses: answers(ordersPage, 'One page'),
    }),
    async (c) => {
      const query = c.req.valid('query');
      const { scope, seesPrices, today } = await scopeOfCaller(c, deps);
      const sort = sortOf(query.sort) as OrderSort;
      const after = placeOf(query.sort, 2, query.after);
      const filter = {
        ...query,
        visible: c.var.caller.customers,
        owner: query.owner === 'none' ? null : query.owner,
        noticesOn: query.notices === undefined ? undefined : query.notices === 'on',
        requested: query.requested === undefined ? undefined : query.requested === 'yes',
        outcome: query.outcome === undefined ? undefined : { is: query.outcome, today },
        currency: seesPrices ? query.currency : undefined,
      };
      const lines = await scope.transaction((tx) =>
        loadOrderLines(tx, { filter, sort, limit: query.limit + 1, after }),
      );
      const page = pageOf(lines, {
        limit: query.limit,
        sort: query.sort,
        place: (order) => placeOfOrder(order, sort.by),
        show: (order) => presentOrderLine(order, seesPrices),
      });
      return c.json(page, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/orders/{id}',
      permission: 'orders:read',
      tags,
      summary: 'One order with its certificates, clocks and their timeline, people, messages and notes.',
      request: { params },
      responses: answers(orderShape, 'The order; its ETag is for edits'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const found = await scopeOfCaller(c, deps);
      const shown = await found.scope.transaction(async (tx) => {
        const order = await ownOrder(tx, id, c.var.caller.customers);
        return orderView(tx, order, {
          caller: c.var.caller,
          view: {
            language: c.var.language,
            timeZone: found.partner.settings.defaultTimeZone,
            seesPrices: found.seesPrices,
          },
          planning: planningRules(found.partner, deps.sending.cadence),
          now: found.now,
          today: found.today,
        });
      });
      c.header('ETag', shown.etag);
      return c.json(shown, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'patch',
      path: '/api/orders/{id}',
      permission: 'orders:change',
      tags,
      summary: 'Changes owner, contact, remark or the notices switch of an order.',
      description: 'The switch also takes notices:switch, the owner customers:assign.',
      request: { params, headers: ifMatch, body: jsonBody(orderChange) },
      responses: answers(undoable, 'What changed, and how to take it back'),
    }),
    async (c) => {
      const change = c.req.valid('json');
      if (change.noticesOn !== undefined) authorise(c.var.caller, 'notices:switch');
      if (change.owner !== undefined) authorise(c.var.caller, 'customers:assign');
      const { scope, now } = await scopeOfCaller(c, deps);
      const answer = await scope.transaction(async (tx): Promise<Undoable> => {
        const order = await ownOrder(tx, c.req.valid('param').id, c.var.caller.customers, true);
        refuseStale(c.req.valid('header')['if-match'], { ...editableOrderFields(order) });
        const changed = await changeOrders(tx, [order], definedOnly(change), now);
        const offer = await recordUndoable(tx, c, 'orders:change', {
          changes: changed.map(({ order: orderId, number, before, after }) => ({
            subject: { kind: 'order', id: orderId, label: number },
            before,
            after,
          })),
          steps: changed.map(({ order: orderId, before, after }) => ({
            kind: 'order',
            id: orderId,
            before,
            after,
          })),
          now,
        });
        const seen = await ownOrder(tx, order.id, c.var.caller.customers);
        c.header('ETag', etagOf({ ...editableOrderFields(seen) }));
        return { changed: changed.length, ...offer };
      });
      return c.json(answer, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/orders/{id}/requests',
      permission: 'requests:change',
      tags,
      summary:
        'Renew now, renewed elsewhere, or declined: who said it, when, with a note. Touches stop at once.',
      request: { params, body: jsonBody(newRequest) },
      responses: answers(undoable, 'How to take it back'),
    }),
    async (c) => {
      const { answer, note: words, at } = c.req.valid('json');
      const { scope, now } = await scopeOfCaller(c, deps);
      const said = at === undefined ? now : Temporal.Instant.from(at);
      if (Temporal.Instant.compare(said, now) > 0)
        throw new Fault('invalid', 'at: this has not been said yet', { code: 'said-in-future' });
      const { person, name } = c.var.caller;
      const result = await scope.transaction(async (tx): Promise<Undoable> => {
        const order = await ownOrder(tx, c.req.valid('param').id, c.var.caller.customers, true);
        const changed = await requestByHand(
          tx,
          { order: order.id, answer, person, personName: name, note: words, at: said },
          now,
        );
        const offer = await recordUndoable(tx, c, 'requests:change', {
          changes: [{ subject: orderSubject(order), after: { answer, note: words, at: said.toString() } }],
          steps: changed.map(requestStep),
          now,
        });
        return { changed: changed.length, ...offer };
      });
      return c.json(result, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'delete',
      path: '/api/orders/{id}/requests',
      permission: 'requests:change',
      tags,
      summary: 'Takes the open request of an order back; its touches go on.',
      request: { params },
      responses: answers(undoable, 'How to open it again'),
    }),
    async (c) => {
      const { scope, now } = await scopeOfCaller(c, deps);
      const result = await scope.transaction(async (tx): Promise<Undoable> => {
        const order = await ownOrder(tx, c.req.valid('param').id, c.var.caller.customers, true);
        const taken = await withdrawByHand(tx, order.id, c.var.caller, now);
        if (!taken)
          throw new Fault('conflict', 'this order has no open request', { code: 'no-open-request' });
        const { note: words } = taken.request;
        const answer = answerOf(taken.request);
        const offer = await recordUndoable(tx, c, 'requests:change', {
          changes: [{ subject: orderSubject(order), before: { answer, note: words }, after: null }],
          steps: [requestStep(taken.changed)],
          now,
        });
        return { changed: 1, ...offer };
      });
      return c.json(result, 200);
    },
  );

  return api;
}

/** What a body leaves out is no wish to empty it. */
export function definedOnly<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

import {
  type ExpiringBulk,
  type ExpiringBulkAnswer,
  expiringBulk,
  expiringBulkAnswer,
} from '../../../contract/expiring.ts';
import { authorise } from '../../access/authorise.ts';
import type { Permission } from '../../access/permissions.ts';
import { reasonWords } from '../../cadence/reason-words.ts';
import { changeOrders } from '../../inventory/change-orders.ts';
import { loadOrdersById } from '../../inventory/load-orders.ts';
import { clocksOfOrders } from '../../inventory/order-parts.ts';
import { type SentNow, sendNow } from '../../notices/send-now.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges, recordUndoable } from './recorded.ts';

/** The right that each action takes. */
const rights: Readonly<Record<ExpiringBulk['action'], Permission>> = {
  'switch-notices': 'notices:switch',
  'assign-owner': 'customers:assign',
  'send-now': 'messages:send',
};

const nothingOpen = {
  es: 'Ninguna etapa está abierta ni queda ninguna por abrir',
  en: 'No stage is open and none is to come',
};

export function expiringBulkApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/expiring/bulk',
      permission: 'expiring:read',
      tags: ['Expiring certificates'],
      summary: 'Switches notices, assigns an owner, or sends the open stage now, for up to 1,000 orders.',
      description:
        'switch-notices takes notices:switch, assign-owner customers:assign, send-now messages:send. send-now lifts office hours only: renewals, objections, caps and the distance between messages hold as ever, and it cannot be undone.',
      request: { body: jsonBody(expiringBulk) },
      responses: answers(expiringBulkAnswer, 'What changed, and how to take it back'),
    }),
    async (c) => {
      const bulk = c.req.valid('json');
      authorise(c.var.caller, rights[bulk.action]);
      const { scope, now, partner } = await scopeOfCaller(c, deps);
      const visible = c.var.caller.customers;
      if (bulk.action === 'send-now') {
        const clocks = await scope.transaction(async (tx) => {
          const orders = [...(await loadOrdersById(tx, bulk.orders, { visible })).values()];
          const changes = orders.map((order) => ({
            subject: { kind: 'order', id: order.id, label: order.number },
            after: { sendNow: true },
          }));
          await recordChanges(tx, c.var.caller, 'messages:send', changes);
          return clocksOfOrders(
            tx,
            orders.map(({ id }) => id),
          );
        });
        const sent = await sendNow(deps.sending, partner, clocks);
        const words = (why: SentNow['silent'][number]['why']) =>
          why
            ? reasonWords(why, c.var.language, partner.settings.defaultTimeZone)
            : nothingOpen[c.var.language];
        const silent = Map.groupBy(sent.silent, ({ why }) => words(why));
        const answer: ExpiringBulkAnswer = {
          changed: new Set(bulk.orders).size - sent.silent.length,
          undo: null,
          undoUntil: null,
          sent: {
            messages: sent.messages,
            silent: [...silent].map(([why, rows]) => ({ why, orders: rows.map(({ order }) => order) })),
          },
        };
        return c.json(answer, 200);
      }
      const change = bulk.action === 'switch-notices' ? { noticesOn: bulk.on } : { owner: bulk.owner };
      const answer = await scope.transaction(async (tx): Promise<ExpiringBulkAnswer> => {
        const orders = await loadOrdersById(tx, bulk.orders, { visible, lock: true });
        const changed = await changeOrders(tx, [...orders.values()], change, now);
        const offer = await recordUndoable(tx, c, rights[bulk.action], {
          changes: changed.map(({ order, number, before, after }) => ({
            subject: { kind: 'order', id: order, label: number },
            before,
            after,
          })),
          steps: changed.map(({ order, before, after }) => ({ kind: 'order', id: order, before, after })),
          now,
        });
        return { changed: changed.length, ...offer };
      });
      return c.json(answer, 200);
    },
  );
  return api;
}

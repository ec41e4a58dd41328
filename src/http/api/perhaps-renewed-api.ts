import {
  type PerhapsRenewedAnswered,
  type PerhapsRenewedRow,
  perhapsRenewedAnswer,
  perhapsRenewedAnswered,
  perhapsRenewedPage,
  perhapsRenewedQuery,
} from '../../../contract/perhaps-renewed.ts';
import { displayHostName } from '../../inventory/display-host-name.ts';
import { loadOrdersById } from '../../inventory/load-orders.ts';
import type { OrderLine } from '../../inventory/order-list.ts';
import { renewedWords } from '../../inventory/renewed-words.ts';
import {
  loadPerhapsRenewed,
  type PerhapsRenewed,
  placeOfPerhaps,
  sayRenewed,
} from '../../inventory/say-renewed.ts';
import type { Language } from '../../kernel/locale.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { placeOf } from './keyset.ts';
import { pageOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { presentOrderLine } from './order-presenter.ts';
import { recordUndoable } from './recorded.ts';

const tags = ['Perhaps renewed'];
const sort = 'end';

export function perhapsRenewedApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/perhaps-renewed',
      permission: 'renewed:read',
      tags,
      summary: 'Orders that a newer one may have replaced, side by side with it, soonest end first.',
      request: { query: perhapsRenewedQuery },
      responses: answers(perhapsRenewedPage, 'One page'),
    }),
    async (c) => {
      const { limit, after, customer, kind, text } = c.req.valid('query');
      const { scope, seesPrices, today } = await scopeOfCaller(c, deps);
      const place = placeOf(sort, 2, after);
      const visible = c.var.caller.customers;
      const rows = await scope.transaction((tx) =>
        loadPerhapsRenewed(tx, { visible, customer, kind, text, limit: limit + 1, after: place }),
      );
      const view = { language: c.var.language, seesPrices, today };
      const show = (row: PerhapsRenewed) => presentPerhaps(row, view);
      return c.json(pageOf(rows, { limit, sort, place: placeOfPerhaps, show }), 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/perhaps-renewed/answers',
      permission: 'renewed:answer',
      tags,
      summary: 'Confirms or denies, one or many. Later imports heed it; a new candidate asks anew.',
      description:
        'Orders of which names or servers stay uncovered are confirmed only with partly: true; without it they are left alone and counted in leftOut.',
      request: { body: jsonBody(perhapsRenewedAnswer) },
      responses: answers(perhapsRenewedAnswered, 'How many were in doubt, and how to take it back'),
    }),
    async (c) => {
      const { answer, orders, partly } = c.req.valid('json');
      const { scope, now } = await scopeOfCaller(c, deps);
      const { person, customers } = c.var.caller;
      const result = await scope.transaction(async (tx): Promise<PerhapsRenewedAnswered> => {
        const found = await loadOrdersById(tx, orders, { visible: customers, lock: true });
        const asked = [...found.values()];
        const answered =
          answer === 'confirm' && !partly ? asked.filter(({ renewed }) => renewed !== 'partly') : asked;
        const word = { answer: answer === 'confirm' ? 'confirmed' : 'denied', person } as const;
        const said = await sayRenewed(tx, answered, word, now);
        const after = answer === 'confirm' ? 'renewed' : 'no';
        const offer = await recordUndoable(tx, c, 'renewed:answer', {
          changes: said.map((order) => ({
            subject: { kind: 'order', id: order.id, label: order.number },
            before: { renewed: order.renewed },
            after: { renewed: after },
          })),
          steps: said.map((order) => ({ kind: 'succession-word', id: order.id })),
          now,
        });
        return { changed: said.length, ...offer, leftOut: asked.length - answered.length };
      });
      return c.json(result, 200);
    },
  );

  return api;
}

function presentPerhaps(
  { old, candidates, evidence }: PerhapsRenewed,
  view: { readonly language: Language; readonly seesPrices: boolean; readonly today: string },
): PerhapsRenewedRow {
  const side = (order: OrderLine) => ({
    ...presentOrderLine(order, view.seesPrices),
    names: order.names.map(displayHostName),
    serverCount: order.serverCount,
  });
  const { coversUntil } = old;
  // The evidence holds every name then: on the servers that are left, each of them still needs an order.
  const onlyServersLeft = evidence.code === 'newer-order-leaves-servers';
  return {
    old: side(old),
    candidates: candidates.map(side),
    kind: old.renewed === 'partly' ? 'partly' : 'perhaps',
    evidence: renewedWords(evidence, view.language, old.serverCount),
    code: evidence.code,
    uncovered: onlyServersLeft ? [] : evidence.uncovered.map(displayHostName),
    serversLeft: evidence.serversLeft,
    endsOn: coversUntil,
    daysLeft:
      coversUntil === null
        ? null
        : Temporal.PlainDate.from(view.today).until(coversUntil, { largestUnit: 'days' }).days,
  };
}

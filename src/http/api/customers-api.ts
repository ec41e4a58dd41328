import { z } from '@hono/zod-openapi';
import {
  customerChange,
  customerView as customerShape,
  customersPage,
  customersQuery,
} from '../../../contract/customers.ts';
import { rowId, type Undoable, undoable } from '../../../contract/list.ts';
import { authorise } from '../../access/authorise.ts';
import { changeCustomer } from '../../inventory/change-customer.ts';
import { editableCustomerFields } from '../../inventory/customer-list.ts';
import { loadCustomerLines } from '../../inventory/load-customers.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { customerView, presentCustomerLine } from './customer-presenter.ts';
import { etagOf, refuseStale } from './etag.ts';
import { placeOf } from './keyset.ts';
import { pageOf, sortOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { definedOnly } from './orders-api.ts';
import { customerSubject, ownCustomer } from './own-customer.ts';
import { recordUndoable } from './recorded.ts';

const tags = ['Customers'];
const params = z.object({ id: rowId });
const ifMatch = z.object({ 'if-match': z.string().min(1).meta({ description: 'the ETag that was read' }) });

export function customersApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/customers',
      permission: 'customers:read',
      tags,
      summary: 'The customers by name.',
      request: { query: customersQuery },
      responses: answers(customersPage, 'One page'),
    }),
    async (c) => {
      const query = c.req.valid('query');
      const { scope, today } = await scopeOfCaller(c, deps);
      const after = placeOf(query.sort, 2, query.after);
      const filter = {
        visible: c.var.caller.customers,
        text: query.text,
        owner: query.owner === 'none' ? null : query.owner,
        unreachable: query.contact === 'none',
      };
      const { descending } = sortOf(query.sort);
      const lines = await scope.transaction((tx) =>
        loadCustomerLines(tx, { filter, descending, limit: query.limit + 1, after, today }),
      );
      const page = pageOf(lines, {
        ...{ limit: query.limit, sort: query.sort },
        place: (customer) => [customer.nameKey, customer.id],
        show: presentCustomerLine,
      });
      return c.json(page, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/customers/{id}',
      permission: 'customers:read',
      tags,
      summary:
        'Everything about one customer: orders, contacts with consents, messages, notes, money by currency.',
      request: { params },
      responses: answers(customerShape, 'The customer; its ETag is for edits'),
    }),
    async (c) => {
      const { scope, today, seesPrices } = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const shown = await scope.transaction(async (tx) => {
        const own = { visible: caller.customers, today };
        return customerView(tx, await ownCustomer(tx, c.req.valid('param').id, own), {
          caller,
          seesPrices,
          today,
        });
      });
      c.header('ETag', shown.etag);
      return c.json(shown, 200);
    },
  );

  api.openapi(
    apiRoute({
      method: 'patch',
      path: '/api/customers/{id}',
      permission: 'customers:change',
      tags,
      summary:
        'Changes owner, notices switch, language, time zone, country or the main contacts of a customer.',
      description: 'The switch also takes notices:switch, the owner customers:assign.',
      request: { params, headers: ifMatch, body: jsonBody(customerChange) },
      responses: answers(undoable, 'What changed, and how to take it back'),
    }),
    async (c) => {
      const change = c.req.valid('json');
      if (change.noticesOn !== undefined) authorise(c.var.caller, 'notices:switch');
      if (change.owner !== undefined) authorise(c.var.caller, 'customers:assign');
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const answer = await scope.transaction(async (tx): Promise<Undoable> => {
        const own = { visible: c.var.caller.customers, today, lock: true };
        const customer = await ownCustomer(tx, c.req.valid('param').id, own);
        refuseStale(c.req.valid('header')['if-match'], { ...editableCustomerFields(customer) });
        const changed = await changeCustomer(tx, customer, definedOnly(change), now);
        const offer = await recordUndoable(tx, c, 'customers:change', {
          changes: changed ? [{ subject: customerSubject(customer), ...changed }] : [],
          steps: changed ? [{ kind: 'customer', id: customer.id, ...changed }] : [],
          now,
        });
        const seen = await ownCustomer(tx, customer.id, own);
        c.header('ETag', etagOf({ ...editableCustomerFields(seen) }));
        return { changed: changed ? 1 : 0, ...offer };
      });
      return c.json(answer, 200);
    },
  );

  return api;
}

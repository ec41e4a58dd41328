import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { changedContact, consentChange, contactChange, newContact } from '../../../contract/contacts.ts';
import { rowId } from '../../../contract/list.ts';
import { addContact, changeContact } from '../../inventory/change-customer.ts';
import { type ContactLine, editableContactFields } from '../../inventory/contact-list.ts';
import type { UndoOffer } from '../../inventory/keep-undo.ts';
import { contactsById } from '../../inventory/load-customers.ts';
import { Fault } from '../../kernel/fault.ts';
import { setConsent } from '../../notices/set-consent.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { presentContact } from './contact-presenter.ts';
import { refuseStale } from './etag.ts';
import { newRoutes } from './new-routes.ts';
import { definedOnly } from './orders-api.ts';
import { ownCustomer } from './own-customer.ts';
import { recordUndoable } from './recorded.ts';

const tags = ['Customers'];
const params = z.object({ id: rowId, contact: rowId });
const permission = 'customers:change';
const ifMatch = z.object({ 'if-match': z.string().min(1).meta({ description: 'the contact’s etag' }) });

export function contactsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();

  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/customers/{id}/contacts',
      permission,
      tags,
      summary: 'Adds a contact to a customer.',
      request: { params: z.object({ id: rowId }), body: jsonBody(newContact) },
      responses: answers(changedContact, 'The contact, and how to take it back'),
    }),
    async (c) => {
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const fields = c.req.valid('json');
      const added = await scope.transaction(async (tx) => {
        const customer = await ownCustomer(tx, c.req.valid('param').id, {
          visible: c.var.caller.customers,
          today,
        });
        const contact = await addContact(tx, customer.id, fields, now);
        const changes = [{ subject: subjectOf(contact), after: { ...fields, customer: customer.id } }];
        const steps = [{ kind: 'contact-added', id: contact.id, customer: customer.id }] as const;
        return { contact, offer: await recordUndoable(tx, c, permission, { changes, steps, now }) };
      });
      return answerChanged(c, added);
    },
  );

  api.openapi(
    apiRoute({
      method: 'patch',
      path: '/api/customers/{id}/contacts/{contact}',
      permission,
      tags,
      summary: 'Changes a contact. What the old address has said stays with the old address.',
      request: { params, headers: ifMatch, body: jsonBody(contactChange) },
      responses: answers(changedContact, 'The contact as it is now, and how to take it back'),
    }),
    async (c) => {
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const { id, contact: contactId } = c.req.valid('param');
      const changed = await scope.transaction(async (tx) => {
        await ownCustomer(tx, id, { visible: c.var.caller.customers, today, lock: true });
        const contact = await contactOf(tx, id, contactId);
        refuseStale(c.req.valid('header')['if-match'], { ...editableContactFields(contact) });
        const change = await changeContact(tx, contact, definedOnly(c.req.valid('json')), now);
        const { before, after } = change;
        const offer = await recordUndoable(tx, c, permission, {
          changes: [{ subject: subjectOf(contact), before, after }],
          steps: [{ kind: 'contact', id: contact.id, before, after }],
          now,
        });
        return { contact: change.contact, offer };
      });
      return answerChanged(c, changed);
    },
  );

  api.openapi(
    apiRoute({
      method: 'put',
      path: '/api/customers/{id}/contacts/{contact}/consents',
      permission,
      tags,
      summary:
        'Writes down that a contact objects to messages of a purpose, or agrees again. It hangs on the address.',
      request: { params, body: jsonBody(consentChange) },
      responses: answers(changedContact, 'The contact as it is now, and how to take it back'),
    }),
    async (c) => {
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const { id, contact: contactId } = c.req.valid('param');
      const { purpose, objected } = c.req.valid('json');
      const changed = await scope.transaction(async (tx) => {
        await ownCustomer(tx, id, { visible: c.var.caller.customers, today });
        const contact = await contactOf(tx, id, contactId);
        const source = `console: ${c.var.caller.name}`;
        await setConsent(tx, { addressKey: contact.addressKey, purpose, objected, source }, now);
        const before = contact.consents.find((consent) => consent.purpose === purpose)?.objected ?? false;
        const word = { before: { [purpose]: before }, after: { [purpose]: objected } };
        const offer = await recordUndoable(tx, c, permission, {
          changes: [{ subject: subjectOf(contact), ...word }],
          steps: before === objected ? [] : [{ kind: 'consent', id: contactId, ...word }],
          now,
        });
        return { contact: await contactOf(tx, id, contactId), offer };
      });
      return answerChanged(c, changed);
    },
  );

  return api;
}

function answerChanged(
  c: Context<ApiEnv>,
  { contact, offer }: { readonly contact: ContactLine; readonly offer: UndoOffer },
) {
  const shown = presentContact(contact);
  c.header('ETag', shown.etag);
  return c.json({ ...shown, ...offer }, 200);
}

async function contactOf(tx: PartnerTransaction, customer: string, id: string): Promise<ContactLine> {
  const contact = (await contactsById(tx, [id]))[0];
  if (contact?.customer !== customer)
    throw new Fault('not-found', `this customer has no contact ${id}`, {
      code: 'no-contact',
      params: { id },
    });
  return contact;
}

function subjectOf(contact: ContactLine): { kind: string; id: string; label: string | null } {
  return { kind: 'contact', id: contact.id, label: contact.name };
}

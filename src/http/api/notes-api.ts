import { z } from '@hono/zod-openapi';
import { rowId, type Undoable, undoable } from '../../../contract/list.ts';
import { newNote, writtenNote } from '../../../contract/notes.ts';
import type { Caller } from '../../access/caller.ts';
import { type Colleague, seesCustomer } from '../../access/colleague.ts';
import { colleaguesOf } from '../../access/colleagues.ts';
import { keepMentions } from '../../inbox/keep-mentions.ts';
import { mentionedIn } from '../../inventory/note-words.ts';
import { addNote, editNote, type NoteSubject, removeNote } from '../../inventory/notes.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { presentNote } from './note-presenter.ts';
import { customerSubject, ownCustomer } from './own-customer.ts';
import { orderSubject, ownOrder } from './own-order.ts';
import { recordNote, recordNoteEdit } from './record-note.ts';
import type { Recorded } from './recorded.ts';

/** What notes are written about. */
interface About {
  readonly kind: NoteSubject['kind'];
  readonly path: '/api/orders/{id}/notes' | '/api/customers/{id}/notes';
  readonly tag: string;
  /** Throws `not-found` for one that is none of the caller's. */
  readonly find: (
    tx: PartnerTransaction,
    id: string,
    who: { readonly caller: Caller; readonly today: string },
  ) => Promise<{ readonly subject: Recorded['subject']; readonly customer: string }>;
}

const abouts: readonly About[] = [
  {
    ...{ kind: 'order', path: '/api/orders/{id}/notes', tag: 'Orders' },
    find: async (tx, id, { caller }) => {
      const order = await ownOrder(tx, id, caller.customers);
      return { subject: orderSubject(order), customer: order.customer };
    },
  },
  {
    ...{ kind: 'customer', path: '/api/customers/{id}/notes', tag: 'Customers' },
    find: async (tx, id, { caller, today }) => {
      const customer = await ownCustomer(tx, id, { visible: caller.customers, today });
      return { subject: customerSubject(customer), customer: customer.id };
    },
  },
];

export function notesApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  for (const about of abouts) noteRoutes(api, deps, about);
  return api;
}

function noteRoutes(api: ApiRoutes, deps: ApiDeps, { kind, path, tag, find }: About): void {
  const permission = 'notes:write';
  const tags = [tag];
  api.openapi(
    apiRoute({
      permission,
      tags,
      method: 'post',
      path,
      summary: `Adds a note to ${kind === 'order' ? 'an order' : 'a customer'}.`,
      request: { params: z.object({ id: rowId }), body: jsonBody(newNote) },
      responses: answers(writtenNote, 'The note, and how to take it back'),
    }),
    async (c) => {
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const { words } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const colleagues = await nameable(deps, caller, words);
      const added = await scope.transaction(async (tx) => {
        const { subject, customer } = await find(tx, id, { caller, today });
        const mayName = colleagues.filter((one) => seesCustomer(one, customer));
        const own = { words, person: caller.person, personName: caller.name, mayName };
        const note = await addNote(tx, { kind, id }, own, now);
        await keepMentions(tx, note.id, now);
        const offer = await recordNote(tx, c, { subject, note, done: 'written' }, now);
        return { ...presentNote(note, caller), ...offer };
      });
      return c.json(added, 200);
    },
  );

  api.openapi(
    apiRoute({
      permission,
      tags,
      method: 'patch',
      path: `${path}/{note}` as const,
      summary: 'Gives a note of one’s own other words.',
      request: { params: z.object({ id: rowId, note: rowId }), body: jsonBody(newNote) },
      responses: answers(undoable, 'How to take it back'),
    }),
    async (c) => {
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const { words } = c.req.valid('json');
      const { id, note: noteId } = c.req.valid('param');
      const colleagues = await nameable(deps, caller, words);
      const answer = await scope.transaction(async (tx): Promise<Undoable> => {
        const { subject, customer } = await find(tx, id, { caller, today });
        const mayName = colleagues.filter((one) => seesCustomer(one, customer));
        const edit = { id: noteId, person: caller.person, words, mayName };
        const edited = await editNote(tx, { kind, id }, edit, now);
        if (!edited) return { changed: 0, undo: null, undoUntil: null };
        await keepMentions(tx, noteId, now);
        return { changed: 1, ...(await recordNoteEdit(tx, c, { subject, ...edited }, now)) };
      });
      return c.json(answer, 200);
    },
  );

  api.openapi(
    apiRoute({
      permission,
      tags,
      method: 'delete',
      path: `${path}/{note}` as const,
      summary: 'Takes a note of one’s own away.',
      request: { params: z.object({ id: rowId, note: rowId }) },
      responses: answers(undoable, 'How to bring it back'),
    }),
    async (c) => {
      const { scope, now, today } = await scopeOfCaller(c, deps);
      const { caller } = c.var;
      const { id, note: noteId } = c.req.valid('param');
      const answer = await scope.transaction(async (tx): Promise<Undoable> => {
        const { subject } = await find(tx, id, { caller, today });
        const note = await removeNote(tx, { kind, id }, { id: noteId, person: caller.person }, now);
        await keepMentions(tx, noteId, now);
        return { changed: 1, ...(await recordNote(tx, c, { subject, note, done: 'taken-away' }, now)) };
      });
      return c.json(answer, 200);
    },
  );
}

/** Whom a note may name, asked only where it names somebody. */
async function nameable({ sending }: ApiDeps, caller: Caller, words: string): Promise<Colleague[]> {
  return mentionedIn(words).length === 0 ? [] : colleaguesOf(sending.db, caller.partner);
}

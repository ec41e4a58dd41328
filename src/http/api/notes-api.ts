import { z } from '@hono/zod-openapi';
import { rowId, type Undoable, undoable } from '../../../contract/list.ts';
import { newNote, writtenNote } from '../../../contract/notes.ts';
import type { Caller } from '../../access/caller.ts';
import { addNote, type NoteSubject, removeNote } from '../../inventory/notes.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { presentNote } from './note-presenter.ts';
import { customerSubject, ownCustomer } from './own-customer.ts';
import { orderSubject, ownOrder } from './own-order.ts';
import { recordNote } from './record-note.ts';
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
  ) => Promise<Recorded['subject']>;
}

const abouts: readonly About[] = [
  {
    ...{ kind: 'order', path: '/api/orders/{id}/notes', tag: 'Orders' },
    find: async (tx, id, { caller }) => orderSubject(await ownOrder(tx, id, caller.customers)),
  },
  {
    ...{ kind: 'customer', path: '/api/customers/{id}/notes', tag: 'Customers' },
    find: async (tx, id, { caller, today }) =>
      customerSubject(await ownCustomer(tx, id, { visible: caller.customers, today })),
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
      const added = await scope.transaction(async (tx) => {
        const subject = await find(tx, id, { caller, today });
        const own = { words, person: caller.person, personName: caller.name };
        const note = await addNote(tx, { kind, id }, own, now);
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
        const subject = await find(tx, id, { caller, today });
        const note = await removeNote(tx, { kind, id }, { id: noteId, person: caller.person }, now);
        return { changed: 1, ...(await recordNote(tx, c, { subject, note, done: 'taken-away' }, now)) };
      });
      return c.json(answer, 200);
    },
  );
}

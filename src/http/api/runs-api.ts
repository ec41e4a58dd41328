import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { rowId } from '../../../contract/list.ts';
import {
  type ChangedRun,
  changedRun,
  discardWord,
  runContents,
  runWord,
  sendingRunsPage,
  sendingRunsQuery,
} from '../../../contract/sending.ts';
import {
  type ChangedRun as Changed,
  discardRun,
  type RunWord,
  releaseRun,
  resumeRun,
  stopRun,
} from '../../notices/change-run.ts';
import { loadMessages } from '../../notices/load-messages.ts';
import { loadRunShares, loadRuns, oneRun } from '../../notices/runs.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiDeps, ApiEnv, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { placeOf } from './keyset.ts';
import { pageOf } from './list-query.ts';
import { newRoutes } from './new-routes.ts';
import { type Recorded, recordChanges, recordUndoable } from './recorded.ts';
import { presentRun } from './run-presenter.ts';
import { refuseLimited } from './sending-api.ts';

const tags = ['Sending'];
const params = z.object({ id: rowId });
const shownFirst = 10;

export function runsApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  readRoutes(api, deps);
  wordRoutes(api, deps);
  discardRoute(api, deps);
  return api;
}

function readRoutes(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/sending/runs',
      permission: 'sending:read',
      tags,
      summary: 'The runs, newest first, each with what became of its messages.',
      request: { query: sendingRunsQuery },
      responses: answers(sendingRunsPage, 'One page'),
    }),
    async (c) => {
      refuseLimited(c);
      const { limit, after } = c.req.valid('query');
      const { scope, partner } = await scopeOfCaller(c, deps);
      const place = placeOf('-run', 1, after);
      const runs = await scope.transaction((tx) =>
        loadRuns(tx, { limit: limit + 1, ...(place ? { before: String(place[0]) } : {}) }),
      );
      const show = (run: (typeof runs)[number]) => presentRun(run, partner);
      return c.json(pageOf(runs, { limit, sort: '-run', place: ({ id }) => [id], show }), 200);
    },
  );
  api.openapi(
    apiRoute({
      method: 'get',
      path: '/api/sending/runs/{id}',
      permission: 'messages:read',
      tags,
      summary:
        'One run and what is in it: its messages by stage, purpose and language, and the first recipients.',
      request: { params },
      responses: answers(runContents, 'The run'),
    }),
    async (c) => {
      refuseLimited(c);
      const { id } = c.req.valid('param');
      const { scope, partner } = await scopeOfCaller(c, deps);
      const found = await scope.transaction(async (tx) => ({
        run: await oneRun(tx, id),
        shares: await loadRunShares(tx, id),
        first: await loadMessages(tx, {
          filter: { visible: null, run: id },
          limit: shownFirst,
          after: undefined,
        }),
      }));
      const first = found.first.map(({ id, addressKey, contactName, customerName, stage, orders }) => ({
        ...{ id, address: addressKey, contact: contactName, customer: customerName, stage, orders },
      }));
      const shares = found.shares.map(({ n, ...share }) => ({ ...share, count: n }));
      return c.json({ run: presentRun(found.run, partner), shares, first }, 200);
    },
  );
}

const words = {
  release: { verb: releaseRun, summary: 'Lets a run go that waits because it is far larger than usual.' },
  stop: {
    verb: stopRun,
    summary:
      'Stops a run, in whichever process it goes on; what is on its way arrives. The answer says what is left.',
  },
  resume: { verb: resumeRun, summary: 'Lets a stopped run go on.' },
} as const;

const actions = { release: 'messages:release', stop: 'messages:stop', resume: 'messages:resume' } as const;

function wordRoutes(api: ApiRoutes, deps: ApiDeps): void {
  const route = (word: keyof typeof words) =>
    apiRoute({
      method: 'post',
      path: `/api/sending/runs/{id}/${word}`,
      permission: 'messages:release',
      tags,
      summary: words[word].summary,
      request: { params, body: jsonBody(runWord) },
      responses: answers(changedRun, 'The run as it stands'),
    });
  for (const word of ['release', 'stop', 'resume'] as const) {
    api.openapi(route(word), async (c) => {
      const { id } = c.req.valid('param');
      const { note } = c.req.valid('json');
      const answer = await said(c, deps, async (tx, found) => {
        const changed = await words[word].verb(tx, wordOf(c, found, { id, note }));
        const offer = await recordUndoable(tx, c, actions[word], {
          changes: [recorded(changed, found, note)],
          steps: [
            { kind: 'run', id, before: { state: changed.before }, after: { state: changed.run.state } },
          ],
          now: found.now,
        });
        return { run: presentRun(changed.run, found.partner), ...offer };
      });
      return c.json(answer, 200);
    });
  }
}

function discardRoute(api: ApiRoutes, deps: ApiDeps): void {
  api.openapi(
    apiRoute({
      method: 'post',
      path: '/api/sending/runs/{id}/discard',
      permission: 'messages:release',
      tags,
      summary:
        'Throws away what of a held or stopped run has not left: decided anew (`again`) or passed over (`silent`).',
      request: { params, body: jsonBody(discardWord) },
      responses: answers(changedRun, 'The run as it stands'),
    }),
    async (c) => {
      const { id } = c.req.valid('param');
      const { note, afterwards } = c.req.valid('json');
      const answer = await said(c, deps, async (tx, found) => {
        const word = wordOf(c, found, { id, note });
        const changed = await discardRun(tx, { ...word, again: afterwards === 'again' });
        const { subject, before, after } = recorded(changed, found, note);
        const discarded = { ...after, discarded: changed.discarded, afterwards };
        await recordChanges(tx, c.var.caller, 'messages:discard', [{ subject, before, after: discarded }]);
        return { run: presentRun(changed.run, found.partner), undo: null, undoUntil: null };
      });
      return c.json(answer, 200);
    },
  );
}

async function said(
  c: Context<ApiEnv>,
  deps: ApiDeps,
  work: (tx: PartnerTransaction, found: CallerScope) => Promise<ChangedRun>,
): Promise<ChangedRun> {
  refuseLimited(c);
  const found = await scopeOfCaller(c, deps);
  return found.scope.transaction((tx) => work(tx, found));
}

function wordOf(
  c: Context<ApiEnv>,
  { now }: CallerScope,
  { id, note }: { readonly id: string; readonly note: string | undefined },
): RunWord {
  return { run: id, by: c.var.caller.name, note: note || null, at: now };
}

function recorded({ run, before }: Changed, { timeZone }: CallerScope, note: string | undefined) {
  const at = run.asOf.toZonedDateTimeISO(timeZone).toPlainDateTime();
  return {
    subject: { kind: 'run', id: run.id, label: at.toString({ smallestUnit: 'minute' }).replace('T', ' ') },
    before: { state: before },
    after: { state: run.state, messages: run.planned, ...(note ? { note } : {}) },
  } satisfies Recorded;
}

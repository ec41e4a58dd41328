import { z } from '@hono/zod-openapi';
import {
  type SetupAuthority,
  type SetupShown,
  setupAuthorities,
  setupShown,
  setupStep,
  setupWordChange,
} from '../../../contract/setup.ts';
import { authorities as knownAuthorities } from '../../catalogue/authorities.ts';
import { authoritiesOfInventory } from '../../inventory/authorities-of-inventory.ts';
import { isMailSetUp } from '../../mail/is-mail-set-up.ts';
import type { SetupProgress } from '../../partners/setup-steps.ts';
import { setupProgress } from '../../partners/setup-steps.ts';
import { loadOwnFacts, loadSetupWords, saySetupWord } from '../../partners/setup-words.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import { isInForce, publishedPolicies } from '../../validity/carry-over-policy.ts';
import type { ApiDeps, ApiRoutes } from './api-context.ts';
import { answers, apiRoute, jsonBody } from './api-route.ts';
import { type CallerScope, scopeOfCaller } from './caller-scope.ts';
import { newRoutes } from './new-routes.ts';
import { recordChanges } from './recorded.ts';
import { refuseLimited } from './sending-api.ts';

const tags = ['Set-up'];
const permission = 'setup:use';

/** How far a new partner is set up, and what people said about the steps. */
export function setupApi(deps: ApiDeps): ApiRoutes {
  const api = newRoutes();
  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/setup', permission, tags },
      summary: 'The steps of the set-up guide: read from what is set, else from what somebody said.',
      responses: answers(setupShown, 'Each step, and where to go on'),
    }),
    async (c) => {
      refuseLimited(c);
      const found = await scopeOfCaller(c, deps);
      return c.json(present(await found.scope.transaction((tx) => progressOf(tx, found, deps))), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'put', path: '/api/setup/{step}', permission, tags },
      summary: 'Says that a step is right as it is, or has to wait; null takes that back.',
      request: { params: z.object({ step: setupStep }), body: jsonBody(setupWordChange) },
      responses: answers(setupShown, 'How far it has come now'),
    }),
    async (c) => {
      refuseLimited(c);
      const { step } = c.req.valid('param');
      const { word } = c.req.valid('json');
      const found = await scopeOfCaller(c, deps);
      const { person, name } = c.var.caller;
      const progress = await found.scope.transaction(async (tx) => {
        const by = { at: found.now.toString(), person, personName: name };
        const before = await saySetupWord(tx, { step, word }, by);
        if (before !== word) {
          const subject = { kind: 'setup-step', id: step };
          await recordChanges(tx, c.var.caller, 'setup:word', [
            { subject, before: { word: before }, after: { word } },
          ]);
        }
        return progressOf(tx, found, deps);
      });
      return c.json(present(progress), 200);
    },
  );

  api.openapi(
    apiRoute({
      ...{ method: 'get', path: '/api/setup/authorities', permission, tags },
      summary: 'The authorities of the inventory, with what is published about the days kept.',
      responses: answers(setupAuthorities, 'Each authority; nothing of it is promised'),
    }),
    async (c) => {
      refuseLimited(c);
      const { scope, today } = await scopeOfCaller(c, deps);
      const keys = await scope.transaction(authoritiesOfInventory);
      return c.json({ authorities: keys.map((key) => presentAuthority(key, today)) }, 200);
    },
  );
  return api;
}

async function progressOf(
  tx: PartnerTransaction,
  { partner }: CallerScope,
  { mail }: ApiDeps,
): Promise<SetupProgress> {
  const own = await loadOwnFacts(tx, partner);
  const facts = {
    ...own,
    mail: mail !== undefined && (await isMailSetUp(tx, partner, mail)),
    orders: (await authoritiesOfInventory(tx)).length > 0,
  };
  return setupProgress(facts, await loadSetupWords(tx));
}

function present({ steps, done, next }: SetupProgress): SetupShown {
  return {
    steps: steps.map(({ word, ...rest }) => ({
      ...rest,
      word: word && { ...word, at: word.at.toString() },
    })),
    ...{ done, next },
  };
}

function presentAuthority(key: string, today: string): SetupAuthority {
  const name = knownAuthorities.find((known) => known.key === key)?.name ?? key;
  const policy = publishedPolicies.filter(({ authority }) => authority === key).at(-1);
  if (!policy) return { key, name, published: null };
  const { windowDays, carriesOver, from, until } = policy;
  const published = {
    ...{ id: policy.name, windowDays, carriesOver },
    ...{ from: from?.toString() ?? null, until: until?.toString() ?? null },
    inForce: isInForce(policy, Temporal.PlainDate.from(today)),
  };
  return { key, name, published };
}

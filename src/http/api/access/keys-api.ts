import { z } from '@hono/zod-openapi';
import { apiKeys, keyBody, keyMade } from '../../../../contract/access.ts';
import { rowId } from '../../../../contract/list.ts';
import { givableScopes, listKeys, makeKey, revokeKey, type ShownKey } from '../../../access/api-keys.ts';
import { answers, jsonBody } from '../api-route.ts';
import { accessRoute } from './access-route.ts';
import { type AccessApiDeps, type AccessRoutes, newAccessRoutes } from './access-routes.ts';
import { nothing } from './respond.ts';

const tags = ['API keys'];
const permission = 'keys:manage';

export function keysApi({ access }: AccessApiDeps): AccessRoutes {
  const api = newAccessRoutes();

  api.openapi(
    accessRoute({
      method: 'get',
      path: '/api/access/keys',
      permission: 'keys:read',
      tags,
      summary: 'The partner’s API keys, and the scopes that a new one could have.',
      responses: answers(apiKeys, 'The keys; none of them is ever shown again'),
    }),
    async (c) => {
      const rows = await listKeys(access, c.var.caller);
      return c.json({ rows: rows.map(presentKey), scopes: givableScopes(c.var.caller) }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'post',
      path: '/api/access/keys',
      permission,
      tags,
      summary: 'Makes a key. It acts for the person who made it, within its scopes.',
      request: { body: jsonBody(keyBody) },
      responses: answers(keyMade, 'The key, shown this once'),
    }),
    async (c) => {
      const made = await makeKey(access, c.var.caller, c.req.valid('json'));
      return c.json({ ...presentKey(made), key: made.key }, 200);
    },
  );

  api.openapi(
    accessRoute({
      method: 'delete',
      path: '/api/access/keys/{id}',
      permission,
      tags,
      summary: 'Revokes a key: it stops working at once.',
      request: { params: z.object({ id: rowId }) },
      responses: nothing('It is revoked'),
    }),
    async (c) => {
      await revokeKey(access, c.var.caller, c.req.valid('param').id);
      return c.body(null, 204);
    },
  );

  return api;
}

function presentKey(row: ShownKey) {
  return {
    id: row.id,
    name: row.name,
    start: row.start,
    scopes: [...row.scopes],
    maker: row.maker,
    createdAt: row.createdAt.toString(),
    expiresAt: row.expiresAt?.toString() ?? null,
    lastUsedAt: row.lastUsedAt?.toString() ?? null,
    revokedAt: row.revokedAt?.toString() ?? null,
  };
}

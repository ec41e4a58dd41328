import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { problem } from '../../../../contract/problem.ts';
import { authorise } from '../../../access/authorise.ts';
import type { Permission } from '../../../access/permissions.ts';
import { Fault } from '../../../kernel/fault.ts';
import type { AccessEnv } from '../access-middleware.ts';

/** `public`: everyone. `signed-in`: whoever is known. `own-account`: a person in a session, never a key. */
export type AccessPermission = Permission | 'public' | 'signed-in' | 'own-account';

type Declared = Omit<RouteConfig, 'middleware' | 'path'> & {
  path: string;
  permission: AccessPermission;
  tags: string[];
  summary: string;
};

const problemAnswer = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: problem } },
};

/** Like `apiRoute`, for the few routes that ask for less than a permission. */
export function accessRoute<P extends string, const R extends Declared & { path: P }>(route: R) {
  const { permission, ...config } = route;
  const gate: MiddlewareHandler<AccessEnv> = async (c, next) => {
    if (permission === 'own-account') {
      if (c.var.caller.via !== 'session')
        throw new Fault('forbidden', 'an API key has no account of its own', { code: 'key-without-account' });
    } else if (permission !== 'public' && permission !== 'signed-in') authorise(c.var.caller, permission);
    await next();
  };
  return createRoute<P, R>({
    ...config,
    responses: { ...route.responses, default: problemAnswer },
    'x-permission': permission,
    middleware: [gate],
  } as unknown as R);
}

import { createRoute, type RouteConfig, type z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { problem } from '../../../contract/problem.ts';
import { authorise } from '../../access/authorise.ts';
import type { Permission } from '../../access/permissions.ts';
import type { ApiEnv } from './api-context.ts';

/** A route of the API. Whoever declares one has to say which permission it takes. */
type Declared = Omit<RouteConfig, 'middleware' | 'path'> & {
  path: string;
  /** `feature:verb`; checked before the body is read. */
  permission: Permission;
  /** Where the route stands in the reference. */
  tags: string[];
  summary: string;
};

const problemAnswer = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: problem } },
};

/** Declares a route: its permission goes into the document as `x-permission` and stands before its handler. */
export function apiRoute<P extends string, const R extends Declared & { path: P }>(route: R) {
  const { permission, ...config } = route;
  const gate: MiddlewareHandler<ApiEnv> = async (c, next) => {
    authorise(c.var.caller, permission);
    await next();
  };
  // Any route may answer a problem; handlers throw those, so that their types speak of what they return only.
  const responses = { ...route.responses, default: problemAnswer };
  return createRoute<P, R>({
    ...config,
    responses,
    'x-permission': permission,
    middleware: [gate],
  } as unknown as R);
}

/** The successful answer of most routes. */
export function answers<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } } as const;
}

/** A JSON body. */
export function jsonBody<T extends z.ZodType>(schema: T) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

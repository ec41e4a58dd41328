import { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv, ApiRoutes } from './api-context.ts';
import { invalidRequest } from './problem.ts';

/** An empty set of routes whose validation speaks in problem documents. Every feature begins with one. */
export function newRoutes(): ApiRoutes {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (!result.success) throw invalidRequest(result.target, result.error, c.var.language);
    },
  });
}

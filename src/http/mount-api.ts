import type { Hono } from 'hono';
import type { AccessApiDeps } from './api/access/access-routes.ts';
import { accessApi } from './api/access-api.ts';
import { accessMiddleware } from './api/access-middleware.ts';
import type { ApiDeps, ApiRoutes } from './api/api-context.ts';
import { createApi, createApiReference } from './api/create-api.ts';
import { answerProblem } from './api/problem.ts';

export interface ApiMount {
  readonly access: AccessApiDeps;
  readonly features: ApiDeps;
}

/** The description for everyone; everything else behind the door. */
export function mountApi(app: Hono, { access, features }: ApiMount): void {
  const routes = accessApi(access);
  app.route('/', createApiReference(features, [routes as unknown as ApiRoutes]));
  app.use('/api/*', async (c, next) => {
    try {
      return await accessMiddleware(access.access)(c as never, next);
    } catch (error) {
      return answerProblem(c as never, error, access.reportError);
    }
  });
  app.route('/', routes);
  app.route('/', createApi(features));
}

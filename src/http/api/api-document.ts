import { changeHeader } from '../../../contract/access.ts';
import type { ApiRoutes } from './api-context.ts';

export type ApiDocument = ReturnType<ApiRoutes['getOpenAPI31Document']>;

/** The OpenAPI 3.1 description of these routes. */
export function apiDocument(routes: ApiRoutes): ApiDocument {
  routes.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'vigente.session_token',
    description: `What signing in sets. Changes also need the header ${changeHeader}: 1 and the page’s own origin. x-partner chooses by slug among several partners of one person.`,
  });
  routes.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, made in Settings. It holds the scopes it was made with, never more than its maker.',
  });
  return routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Vigente',
      version: '1',
      description: introduction,
      license: { name: 'AGPL-3.0-or-later' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
  });
}

const introduction = `What the console does, it does through these routes, and so can you.

- Ids are opaque strings; instants are UTC (2026-11-23T09:00:00Z); days are calendar days; money is in minor units.
- Lists answer {rows, next}. Hand next back as after, with the same filters and sort, for the following page.
- Edits need If-Match with the ETag that was read. An edit over an older version answers 412 and says what has changed.
- A POST with an Idempotency-Key is carried out once a day per person; sent again it answers the same.
- Errors are problem documents (RFC 9457): kind for programs, detail and hint for people, errors with each place.
- RateLimit and RateLimit-Policy say what is left; 429 says in Retry-After when to come again.
- x-permission names the right that a route takes.`;

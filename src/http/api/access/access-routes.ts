import { OpenAPIHono } from '@hono/zod-openapi';
import type { Access } from '../../../access/access.ts';
import type { PartnerId } from '../../../kernel/ids.ts';
import type { AccessEnv } from '../access-middleware.ts';
import { invalidRequest } from '../problem.ts';

export type AccessRoutes = OpenAPIHono<AccessEnv>;

export interface AccessApiDeps {
  readonly access: Access;
  /** Whether the headers of a request say that it comes from the machine itself, past no proxy. */
  readonly isLocal: (header: (name: string) => string | undefined) => boolean;
  /** The partner that the first administrator gets. */
  readonly firstPartner: () => Promise<PartnerId>;
  readonly nameFirstPartner: (name: string) => Promise<void>;
  readonly partnerName: (partner: PartnerId) => Promise<string>;
  readonly reportError: (error: unknown) => void;
}

export function newAccessRoutes(): AccessRoutes {
  return new OpenAPIHono<AccessEnv>({
    defaultHook: (result, c) => {
      if (!result.success) throw invalidRequest(result.target, result.error, c.var.language);
    },
  });
}

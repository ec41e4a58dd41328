import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../../access/caller.ts';
import type { Language } from '../../kernel/locale.ts';
import type { SendingDeps } from '../../notices/sending.ts';

/** What every handler of the API finds with its request. */
export interface ApiEnv {
  Variables: {
    /** Set by the access middleware before any route. */
    caller: Caller;
    /** The caller's language, for sentences such as reasons. */
    language: Language;
  };
}

export type ApiRoutes = OpenAPIHono<ApiEnv>;

export interface ApiDeps {
  readonly sending: SendingDeps;
  /** Told of what nobody foresaw; never shown. */
  readonly reportError: (error: unknown) => void;
}

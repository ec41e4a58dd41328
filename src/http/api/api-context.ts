import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Caller } from '../../access/caller.ts';
import type { Language } from '../../kernel/locale.ts';
import type { MailDeps } from '../../mail/mail-deps.ts';
import type { PartnersMail } from '../../mail/mail-of-partner.ts';
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

/** Partners' own mail servers, keys and records. */
export type MailSetup = MailDeps & { readonly mail: PartnersMail };

export interface ApiDeps {
  readonly sending: SendingDeps;
  /** Without it mail settings are not to be reached. */
  readonly mail?: MailSetup;
  /** Told of what nobody foresaw; never shown. */
  readonly reportError: (error: unknown) => void;
}

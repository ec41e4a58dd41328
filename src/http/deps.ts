import type { Hono } from 'hono';
import type { CustomerPagesPort } from '../renewals/customer-pages-port.ts';
import type { ApiMount } from './mount-api.ts';
import type {
  ExpiringPage,
  ExpiringQuery,
  MessagesPage,
  MessagesQuery,
  PartnerLine,
  ShownMessage,
} from './staff-facts.ts';

/** What the pages of the partner's people ask for. They only read. */
export interface StaffVerbs {
  readonly account: () => Promise<PartnerLine>;
  readonly expiringPage: (query: ExpiringQuery) => Promise<ExpiringPage>;
  readonly listMessages: (query: MessagesQuery) => Promise<MessagesPage>;
  /** Throws `not-found` for an id that is none of the partner's. Words in the language given. */
  readonly message: (id: string, language: 'es' | 'en') => Promise<ShownMessage>;
}

/** Where the server is reached; decides who may see the pages of the partner's people. */
export interface Exposure {
  /** The address it listens on: `HOST`. */
  readonly host: string;
  /** What the links in messages begin with: `PUBLIC_URL`. */
  readonly publicUrl: string;
  /** The administrator has said that anyone who reaches the server may see everything. */
  readonly unprotectedPages: boolean;
}

export interface AppDeps {
  /** The built console (`consoleFiles`). */
  readonly console?: Hono;
  readonly exposure: Exposure;
  readonly staff: StaffVerbs;
  readonly customer: CustomerPagesPort;
  /** Without it there is no `/api`. */
  readonly api?: ApiMount;
  /** Rejects while the server cannot do its work: no database, migrations under way. */
  readonly checkReady: () => Promise<void>;
  /** Told of what went wrong; the log's own rules about addresses and tokens apply there. */
  readonly reportError: (error: unknown) => void;
}

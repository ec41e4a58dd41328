import type { Hono } from 'hono';
import type { DigestLinkDeps } from '../inbox/answer-digest-link.ts';
import type { CustomerPagesPort } from '../renewals/customer-pages-port.ts';
import type { ApiMount } from './mount-api.ts';

/** Where the server is reached. */
export interface Exposure {
  /** The address it listens on: `HOST`. */
  readonly host: string;
  /** What the links in messages begin with: `PUBLIC_URL`. */
  readonly publicUrl: string;
}

export interface AppDeps {
  /** The built console (`consoleFiles`). */
  readonly console?: Hono;
  readonly exposure: Exposure;
  readonly customer: CustomerPagesPort;
  /** What the link of a daily mail reaches; without it it leads nowhere. */
  readonly digest?: DigestLinkDeps;
  /** Without it there is no `/api`. */
  readonly api?: ApiMount;
  /** Rejects while the server cannot do its work: no database, migrations under way. */
  readonly checkReady: () => Promise<void>;
  /** Told of what went wrong; the log's own rules about addresses and tokens apply there. */
  readonly reportError: (error: unknown) => void;
}

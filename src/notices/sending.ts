import type { Cadence } from '../cadence/cadence.ts';
import type { DkimIdentity, EmailChannel } from '../channels/channel.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Now } from '../kernel/now.ts';
import type { Partner } from '../partners/partner.ts';
import type { Database } from '../storage/database.ts';
import type { Brand } from '../templates/brand.ts';
import type { NoticeLinks } from './notice-links.ts';

/** Who a partner's mail comes from. */
export interface Sender {
  /** Null: the brand's name. */
  readonly name: string | null;
  readonly address: string;
  /** The domain of Message-IDs. */
  readonly domain: string;
  readonly dkim: DkimIdentity | null;
}

/** Everything that sending needs; built once by main. */
export interface SendingDeps {
  readonly db: Database;
  readonly now: Now;
  readonly cadence: Cadence;
  readonly email: EmailChannel;
  readonly sender: Sender;
  /** A partner's own way out; without it, and where it has none, `email` and `sender`. */
  readonly mailOf?: (partner: Partner) => Promise<Pick<SendingDeps, 'email' | 'sender'>>;
  linksFor(partner: number): NoticeLinks;
}

/** What is fixed while one partner's notices go out. */
export interface SendingRun {
  readonly deps: SendingDeps;
  readonly partner: Partner;
  readonly brands: ReadonlyMap<RowId, Brand>;
  readonly defaultBrand: Brand;
  readonly links: NoticeLinks;
  readonly worker: RowId;
}

/** How notices ended, in one run. */
export interface SendCounts {
  submitted: number;
  deferred: number;
  failed: number;
  uncertain: number;
  withdrawn: number;
}

export function noneSent(): SendCounts {
  return { submitted: 0, deferred: 0, failed: 0, uncertain: 0, withdrawn: 0 };
}

/** The same, with the partner's own mail server and key where it has them. */
export async function withOwnMail(deps: SendingDeps, partner: Partner): Promise<SendingDeps> {
  return deps.mailOf ? { ...deps, ...(await deps.mailOf(partner)) } : deps;
}

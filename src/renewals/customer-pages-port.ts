import type { RowId } from '../kernel/ids.ts';
import type { CustomerFacts, PartnerFace } from './customer-facts.ts';
import type {
  LinkPurpose,
  MuteLink,
  NoticeLink,
  NotMineLink,
  RenewAllLink,
  RenewLink,
  UnsubscribeLink,
} from './renewal-link.ts';

/** How the customer wants it. `talk-first`: renew, but a person should call or write before. */
export const renewalWishes = ['same', 'talk-first'] as const;
export type RenewalWish = (typeof renewalWishes)[number];

export const muteReasons = ['renewed-elsewhere', 'no-longer-used', 'someone-else'] as const;
export type MuteReason = (typeof muteReasons)[number];

export const notMineReasons = ['left-company', 'someone-else', 'unknown-company'] as const;
export type NotMineReason = (typeof notMineReasons)[number];

export type LinkAnswer =
  | { readonly kind: 'known'; readonly facts: CustomerFacts }
  /** The link was ours and leads nowhere any more: too old, or its orders are gone. */
  | { readonly kind: 'gone'; readonly partner?: PartnerFace; readonly locale?: string };

/**
 * What the customer's pages need. Each verb may be called twice with the same words and then changes nothing the
 * second time; each throws a `Fault` only for what is no ordinary outcome.
 */
export interface CustomerPagesPort {
  readonly readLink: (token: string) => NoticeLink | undefined;
  readonly lookUp: (link: NoticeLink) => Promise<LinkAnswer>;
  /** Records the wish for these orders of the link; all pending touches of their clocks stop with it. */
  readonly requestRenewal: (
    link: RenewLink | RenewAllLink,
    wish: { readonly orders: readonly RowId[]; readonly how: RenewalWish },
  ) => Promise<void>;
  /** Takes back what has not been carried out. */
  readonly withdrawRenewal: (link: RenewLink | RenewAllLink, orders: readonly RowId[]) => Promise<void>;
  readonly switchNoticesOff: (link: MuteLink, reason: MuteReason) => Promise<void>;
  readonly switchNoticesOn: (link: MuteLink) => Promise<void>;
  readonly disown: (link: NotMineLink, reason: NotMineReason) => Promise<void>;
  readonly takeBackDisowning: (link: NotMineLink) => Promise<void>;
  /** Honoured at once, also for a link that `lookUp` calls gone. */
  readonly unsubscribe: (link: UnsubscribeLink, purposes: readonly LinkPurpose[]) => Promise<void>;
  readonly resubscribe: (link: UnsubscribeLink, purposes: readonly LinkPurpose[]) => Promise<void>;
}

import type { RowId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { LinkPurpose } from './renewal-link.ts';

/** The partner as the customer's pages show it. */
export interface PartnerFace {
  readonly name: string;
  /** An `https:` address or a `data:image/…` picture. */
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number };
  readonly support?: { readonly email?: string; readonly phone?: string; readonly hours?: string };
  readonly legal?: string;
}

export type CustomerTerm =
  | { readonly years: number }
  | { readonly months: number }
  | { readonly days: number };

/** Where an order stands for its customer. Instants are ISO, days are ISO calendar days. */
export type OrderStanding =
  | { readonly kind: 'open' }
  | { readonly kind: 'requested'; readonly at: string }
  /** By another order, whose number may be unknown. */
  | { readonly kind: 'renewed'; readonly by?: string }
  /** Canceled, revoked, gone: nothing can be renewed. */
  | { readonly kind: 'closed' };

export interface CustomerOrder {
  readonly order: RowId;
  /** What the link invites to: a renewal is bought, a reissue inside the running order costs nothing. */
  readonly asks: 'renewal' | 'reissue';
  readonly number: string;
  readonly product: string;
  readonly authority?: string;
  /** As people read it. */
  readonly commonName: string;
  /** All names, the common name among them or not. */
  readonly names: readonly string[];
  readonly holder?: string;
  readonly issuedOn?: string;
  /** The last day shown. */
  readonly endsOn: string;
  /** Whole days from today to `endsOn`; negative once it is over. */
  readonly daysLeft: number;
  /** Share of the lifetime that is left, 0 to 1. */
  readonly shareLeft: number;
  readonly validity?: CustomerTerm;
  readonly price?: Money;
  /** Only under a promise that the partner has confirmed. */
  readonly keeps?: { readonly days: number; readonly until: string };
  readonly standing: OrderStanding;
  readonly noticesOn: boolean;
}

/** Everything that the pages behind one link show. */
export interface CustomerFacts {
  /** BCP 47, the contact's: texts fall back, dates and money follow it exactly. */
  readonly locale: string;
  /** IANA, the contact's. */
  readonly timeZone: string;
  readonly partner: PartnerFace;
  readonly person?: string;
  readonly company?: string;
  readonly accountNumber?: string;
  /** The link's order, or all orders of its notice, those that end first before the others. At least one. */
  readonly orders: readonly CustomerOrder[];
  /** The contact has said that the link's order is not theirs. */
  readonly disowned: boolean;
  /** What this address has objected to. */
  readonly objections: readonly LinkPurpose[];
}

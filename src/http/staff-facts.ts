/** What the partner's people are shown. Days are ISO calendar days, instants are Temporal, ids are opaque. */

/** Nearness as the guide's list groups it (guide.md, G17). */
export const expiringGroups = ['lapsed', '7', '30', '60', '90'] as const;
export type ExpiringGroup = (typeof expiringGroups)[number];

export interface ExpiringQuery {
  /** Part of an order's number, a name, a product or a customer's name; never empty. */
  readonly text: string | undefined;
  /** Only this group. */
  readonly group: ExpiringGroup | undefined;
  /** `next` of the page before. */
  readonly after: string | undefined;
  readonly limit: number;
  /** Language of `why`. */
  readonly language: 'es' | 'en';
}

export interface ExpiringRow {
  readonly order: string;
  readonly number: string;
  /** As people read it. */
  readonly commonName: string | null;
  /** Names besides the common name. */
  readonly moreNames: number;
  readonly group: ExpiringGroup;
  /** The last day shown. */
  readonly endsOn: string;
  /** The first instant in which it is no longer in force. */
  readonly endsAt: Temporal.Instant;
  /** Whole days from today; negative once it is over. */
  readonly daysLeft: number;
  /** Share of the lifetime that is left, 0 to 1. */
  readonly shareLeft: number;
  readonly product: string | null;
  readonly authority: string;
  readonly customer: string;
  readonly holder: string | null;
  readonly noticesOn: boolean;
  readonly lastNotice: {
    readonly message: string;
    readonly at: Temporal.Instant;
    /** Days before the end at which its stage opens; negative: after it. */
    readonly stage: number;
  } | null;
  /** Why nothing goes out or what is waited for, in words without a full stop; null when there is nothing to say. */
  readonly why: string | null;
}

export interface ExpiringPage {
  /** Of all orders that the text matches, whatever the group. */
  readonly counts: Readonly<Record<ExpiringGroup, number>>;
  /** Lapsed ones first, latest end first; then the others, earliest end first. */
  readonly rows: readonly ExpiringRow[];
  /** What `after` wants for the following page; null on the last one. */
  readonly next: string | null;
}

export const messageStates = [
  'waiting',
  'claimed',
  'attempted',
  'submitted',
  'delivered',
  'bounced',
  'failed',
  'uncertain',
  'withdrawn',
  /** Not in the ledger: what would go out. */
  'preview',
] as const;
export type MessageState = (typeof messageStates)[number];

export interface MessagesQuery {
  /** Part of an address, of a contact's or customer's name, or of an order's number; never empty. */
  readonly text: string | undefined;
  readonly state: MessageState | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

export interface MessageRow {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly state: MessageState;
  readonly address: string;
  readonly contactName: string | null;
  readonly customerName: string | null;
  readonly subject: string | null;
  readonly stage: number;
  readonly orders: number;
  readonly plannedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
}

export interface MessagesPage {
  readonly rows: readonly MessageRow[];
  readonly next: string | null;
}

export interface ShownMessage {
  readonly id: string;
  readonly state: MessageState;
  /** False when the message could not be made again byte for byte as it was submitted. */
  readonly asSubmitted: boolean;
  readonly to: { readonly name: string | null; readonly address: string };
  readonly subject: string;
  readonly stage: number;
  readonly purpose: 'safety' | 'reminder' | 'offer';
  readonly plannedAt: Temporal.Instant;
  readonly html: string;
  readonly text: string;
  /** Shown in `html` as `cid:`. */
  readonly pictures: readonly { readonly cid: string; readonly type: string; readonly bytes: Uint8Array }[];
  /** The whole message (RFC 5322). */
  readonly bytes: Uint8Array;
  readonly deliveries: readonly {
    readonly orderNumber: string | null;
    readonly clock: string;
    readonly stage: number;
    /** What took it out before the first attempt, in words. */
    readonly droppedBy: string | null;
  }[];
  readonly events: readonly { readonly at: Temporal.Instant; readonly words: string }[];
}

export interface PartnerLine {
  readonly name: string;
  /** IANA; instants are shown in it. */
  readonly timeZone: string;
  readonly sendingOn: boolean;
}

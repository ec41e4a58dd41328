import type { ClockAudience } from '../inventory/clock-audience.ts';
import type { Instruction } from './instruction.ts';
import type { ReasonCode } from './reason.ts';
import type { ChannelName, PersonPart } from './stage.ts';

/** Whether something already took the place of what is running out, and what was seen. */
export interface RenewedFact {
  readonly kind: 'no' | 'perhaps' | 'partly' | 'renewed';
  /** JSON; handed on unread to the ledger, the message and the list for a person. */
  readonly evidence?: unknown;
}

export type OrderStatus = 'issued' | 'pending' | 'revoked' | 'canceled' | 'rejected';

/** Somebody who may hear about a clock. The same person may stand here with several parts. */
export interface RecipientFacts {
  readonly contact: string;
  readonly part: PersonPart;
  /** The normalised address: equal keys are one mailbox, under however many customers. */
  readonly addressKey: string;
  readonly locale: string;
  readonly timeZone: string | null;
  /** ISO 3166-1 alpha-2, for holidays. */
  readonly country: string | null;
  /** false: never written to (an agency's holder, a contact without a valid address). */
  readonly writable: boolean;
}

/** The newest row of the ledger for one stage and channel of one cycle of a clock. */
export interface LedgerTouch {
  readonly stage: number;
  readonly channel: ChannelName;
  readonly anchor: string;
  readonly state: 'due' | 'held' | 'suppressed';
  /** Nothing more will be decided for this key. A due touch is always final. */
  readonly final: boolean;
  readonly at: number;
  /** With these two an unchanged decision is recognised and not written again. */
  readonly reason?: ReasonCode;
  readonly until?: number | null;
}

/** All that is known about one clock. Instants are epoch milliseconds. */
export interface ClockFacts {
  readonly clock: string;
  /** `coverage`, `certificate`, later others; the cadence names the ones it speaks for. */
  readonly kind: string;
  /** By which its calendar is chosen; without it, it has the general one of its kind. */
  readonly audience?: ClockAudience;
  readonly order: string;
  readonly orderNumber: string;
  readonly certificate: string | null;
  readonly customer: string;
  readonly brand: string;
  /** The first instant in which it is no longer in force. */
  readonly endsAt: number;
  /** ISO date that names the cycle; part of the ledger key. Rows of other anchors are ignored. */
  readonly anchor: string;
  readonly beganAt: number;
  readonly coverageEndsAt: number | null;
  readonly orderStatus: OrderStatus;
  readonly noticesOn: boolean;
  readonly renewed: RenewedFact;
  /** Certificate clocks: since when a newer certificate of the same order is in place. */
  readonly replacedAt: number | null;
  readonly renewalRequestedAt: number | null;
  readonly automationOn: boolean;
  readonly revokedUnplanned: boolean;
  /** The first instant in which renewing loses nothing under the policy in force; null: no such bound. */
  readonly inviteFrom: number | null;
  readonly recipients: readonly RecipientFacts[];
  readonly ledger: readonly LedgerTouch[];
  /** What colleagues have said of it or of its customer, oldest first. */
  readonly instructions?: readonly Instruction[];
}

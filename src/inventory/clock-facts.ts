import type { RowId } from '../kernel/ids.ts';
import type { ClockAudience } from './clock-audience.ts';

/** Whether something already took the place of what runs out, as `orders.renewed` keeps it. */
export interface RenewedAnswer {
  readonly kind: 'no' | 'perhaps' | 'partly' | 'renewed';
  readonly evidence: unknown;
}

/** The parts in which somebody may hear about an order. */
export type RecipientPart = 'decides' | 'main' | 'installs' | 'pays';

export interface ClockRecipient {
  readonly contact: RowId;
  readonly part: RecipientPart;
  readonly addressKey: string;
  /** The contact's, else the customer's, else the default. */
  readonly locale: string;
  readonly timeZone: string;
  readonly country: string | null;
  readonly writable: boolean;
}

/** What the inventory knows about one clock. Instants are epoch milliseconds. */
export interface ClockOfInventory {
  readonly clock: RowId;
  readonly kind: string;
  readonly order: RowId;
  readonly orderNumber: string;
  readonly authority: string;
  readonly productCode: string | null;
  readonly audience: ClockAudience;
  readonly certificate: RowId | null;
  readonly customer: RowId;
  /** null: the partner's default brand. */
  readonly brand: RowId | null;
  readonly beganAt: number;
  /** The first instant in which it is no longer in force. */
  readonly endsAt: number;
  /** ISO day that names the cycle. */
  readonly anchor: string;
  readonly nextAt: number | null;
  readonly coverageEndsAt: number | null;
  readonly orderStatus: 'issued' | 'pending' | 'revoked' | 'canceled' | 'rejected';
  /** Both the order's switch and the customer's. */
  readonly noticesOn: boolean;
  readonly renewed: RenewedAnswer;
  /** Certificate clocks: since when a newer certificate of the order is in place. */
  readonly replacedAt: number | null;
  readonly renewalRequestedAt: number | null;
  readonly automationOn: boolean;
  readonly revokedUnplanned: boolean;
  /** Who decides, then the customer's main contact, then who installs, then who pays; one person may stand here twice. */
  readonly recipients: readonly ClockRecipient[];
}

/** What holds for a contact and a customer that say nothing themselves. */
export interface RecipientDefaults {
  readonly locale: string;
  readonly timeZone: string;
}

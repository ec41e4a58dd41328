import type { RowId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';

/** What becomes of a coverage that ends. */
export type OrderOutcome = 'renewed' | 'promised' | 'silent' | 'lost';

export interface OrderFilter {
  /** Customers that the asking person is limited to; null: all. */
  readonly visible: readonly RowId[] | null;
  readonly status?: string | undefined;
  readonly product?: string | undefined;
  readonly authority?: string | undefined;
  /** null: orders that nobody looks after. */
  readonly owner?: string | null | undefined;
  readonly customer?: RowId | undefined;
  readonly noticesOn?: boolean | undefined;
  readonly renewed?: string | undefined;
  readonly requested?: boolean | undefined;
  /** The coverage's last day, both included. */
  readonly endsFrom?: string | undefined;
  readonly endsUntil?: string | undefined;
  /** What became of its coverage, seen from a day; issued orders only. */
  readonly outcome?: { readonly is: OrderOutcome; readonly today: string } | undefined;
  /** Only orders with a price in this currency. */
  readonly currency?: string | undefined;
  readonly text?: string | undefined;
}

export interface OrderSort {
  readonly by: 'ordered' | 'number' | 'ends';
  readonly descending: boolean;
}

/** An order as lists and the quick view know it. Days are ISO. */
export interface OrderLine {
  readonly id: RowId;
  readonly number: string;
  readonly authority: string;
  readonly status: 'pending' | 'issued' | 'revoked' | 'canceled' | 'rejected';
  readonly commonName: string | null;
  readonly names: readonly string[];
  readonly product: string | null;
  readonly customer: RowId;
  readonly customerName: string;
  readonly accountNumber: string | null;
  readonly customerNoticesOn: boolean;
  readonly owner: string | null;
  readonly ownOwner: string | null;
  readonly holder: string | null;
  readonly term: string | null;
  readonly orderedOn: string | null;
  readonly coversFrom: string | null;
  readonly coversUntil: string | null;
  readonly serverCount: number | null;
  readonly remark: string | null;
  readonly contact: RowId | null;
  readonly noticesOn: boolean;
  readonly automationOn: boolean;
  readonly mutedAt: Temporal.Instant | null;
  readonly mutedReason: string | null;
  readonly renewalOf: string | null;
  readonly renewedBy: string | null;
  readonly renewed: 'no' | 'perhaps' | 'partly' | 'renewed';
  readonly renewedEvidence: unknown;
  readonly renewalRequestedAt: Temporal.Instant | null;
  readonly price: Money | null;
}

/** What a person may change by hand. */
export interface OrderFields {
  readonly noticesOn: boolean;
  readonly owner: string | null;
  readonly contact: RowId | null;
  readonly remark: string | null;
}

/** The fields of an order that can be edited, as its version. */
export function editableOrderFields(order: OrderLine): OrderFields {
  return { noticesOn: order.noticesOn, owner: order.ownOwner, contact: order.contact, remark: order.remark };
}

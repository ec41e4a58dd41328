import type { RowId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';

/** What a message says about an order. Days are ISO calendar days, ends the last day shown. */
export interface OrderFacts {
  readonly order: RowId;
  readonly number: string;
  readonly authority: string;
  readonly status: string;
  readonly productCode: string | null;
  readonly productName: string | null;
  readonly commonName: string | null;
  readonly names: readonly string[];
  readonly customer: RowId;
  readonly customerName: string;
  readonly accountNumber: string | null;
  /** The company the certificate is for, when the customer is an agency. */
  readonly holder: string | null;
  readonly division: string | null;
  /** Who looks after it at the partner: the order's, else the customer's. */
  readonly owner: string | null;
  readonly contact: RowId | null;
  readonly contactName: string | null;
  readonly orderedOn: string | null;
  readonly coversFrom: string | null;
  readonly coversUntil: string | null;
  /** Of the certificate in place. */
  readonly certificateFrom: string | null;
  readonly certificateUntil: string | null;
  /** As sold, an ISO duration: `P1Y`, `P199D`. */
  readonly term: string | null;
  readonly price: Money | null;
  readonly serverCount: number | null;
  readonly noticesOn: boolean;
  readonly renewalRequestedAt: Temporal.Instant | null;
  readonly renewed: string;
  readonly renewedEvidence: unknown;
}

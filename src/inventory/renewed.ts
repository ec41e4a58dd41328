/** Whether an order has been renewed. `perhaps` holds early stages; the last safety stages still go out. */
export const renewedKinds = ['renewed', 'perhaps', 'partly', 'no'] as const;
export type RenewedKind = (typeof renewedKinds)[number];

/** What the answer rests on. */
export const renewedEvidenceCodes = [
  'linked', // another order says that it follows this one, or this one says by which it was followed
  'linked-elsewhere', // the link leads to an order that is not in the inventory
  'authority-flag', // the authority marks it as renewed and nobody knows by which order
  'linked-not-issued', // the linked order is still waiting for its certificate
  'newer-order', // an order of the same customer covers the names and began near this one's end
  'linked-leaves-names', // renewed by link, but not all of its names
  'newer-order-leaves-names', // a newer order covers at least half of the names
  'newer-order-leaves-servers', // a newer order covers the names on fewer servers
  'linked-void', // the linked order was revoked, canceled or rejected
  'linked-ends-too-soon', // the linked order ends before this one
  'not-in-force', // this order itself is pending, revoked, canceled or rejected
  'nothing-newer',
] as const;
export type RenewedEvidenceCode = (typeof renewedEvidenceCodes)[number];

/** An order that follows, as far as it is known. `id` is missing for one outside the inventory. */
export interface SuccessorSeen {
  readonly id?: string;
  readonly number: string;
  /** First and last day of its coverage, ISO. */
  readonly begins?: string;
  readonly ends?: string;
}

/** The answer with its evidence; plain values, so it can be kept with the order as JSON. */
export interface RenewedAnswer {
  readonly kind: RenewedKind;
  readonly code: RenewedEvidenceCode;
  readonly successors: readonly SuccessorSeen[];
  /** Names of this order that no successor covers, or, while servers are left, all that still need one there. */
  readonly uncovered: readonly string[];
  /** How many of this order's servers the successor does not reach; 0 when servers are no matter. */
  readonly serversLeft: number;
}

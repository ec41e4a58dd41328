/** What has to be known of an order to say which one follows which. Days are ISO; ends are last days shown. */
export interface SuccessionOrder {
  readonly id: string;
  readonly number: string;
  readonly authority: string;
  readonly status: string;
  /** Normalised; see host-name.ts. */
  readonly names: readonly string[];
  /** First and last day of coverage. */
  readonly from?: string | null | undefined;
  readonly until?: string | null | undefined;
  /** On how many servers it may stand; unknown counts as one. */
  readonly serverCount?: number | null | undefined;
  /** The authority says that it was renewed. */
  readonly renewedFlag?: boolean | null | undefined;
  /** Number of the order that this one follows. */
  readonly renewalOf?: string | null | undefined;
  /** Number of the order that follows this one. */
  readonly renewedBy?: string | null | undefined;
}

/** An order made ready for comparing. Its place in the array is its rank: by number, authority, id. */
export interface RankedOrder {
  readonly rank: number;
  readonly order: SuccessionOrder;
  readonly names: ReadonlySet<string>;
  /** Days since 1970-01-01; undefined when unknown. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly servers: number;
  /** It was issued and not taken back; it may have ended since. */
  readonly issued: boolean;
  readonly pending: boolean;
}

const issuedStatuses = new Set(['issued', 'expired', 'renewed', 'reissue-pending']);

/** Puts orders into the one sequence that every tie is broken by, whatever sequence they came in. */
export function rankOrders(orders: readonly SuccessionOrder[]): RankedOrder[] {
  return [...orders].sort(byIdentity).map((order, rank) => ({
    rank,
    order,
    names: new Set(order.names),
    from: dayNumber(order.from),
    until: dayNumber(order.until),
    servers: Math.max(1, order.serverCount ?? 1),
    issued: issuedStatuses.has(order.status),
    pending: order.status === 'pending',
  }));
}

function byIdentity(a: SuccessionOrder, b: SuccessionOrder): number {
  return compare(a.number, b.number) || compare(a.authority, b.authority) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A date-only ISO string is midnight UTC by ECMA-262 21.4.1.32, so the division is exact. */
function dayNumber(day: string | null | undefined): number | undefined {
  return day ? Date.parse(day) / 86_400_000 : undefined;
}

import { limitInForce } from '../validity/limits.ts';
import type { DemoCustomer, DemoHolder } from './demo-customers.ts';
import type { DemoProduct } from './demo-products.ts';

/** One line of the demo's file before it is written the way people write files. */
export interface DemoOrder {
  readonly number: string;
  readonly product: DemoProduct;
  readonly customer: DemoCustomer;
  readonly holder: DemoHolder | undefined;
  readonly status: 'issued' | 'pending' | 'revoked' | 'canceled' | 'rejected';
  /** Common name first. */
  readonly names: readonly string[];
  readonly years: number;
  readonly coverage: DemoDays;
  readonly certificate: DemoDays | undefined;
  readonly renewalOf: string | undefined;
  readonly renewedBy: string | undefined;
  readonly flaggedRenewed: boolean;
  readonly noticesOn: boolean;
  readonly autoRenew: boolean;
  readonly servers: number;
  readonly notes: string;
}

export interface DemoDays {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/**
 * The certificate in place on a day: as long as its day of issue allows, followed by another `leadDays` before it
 * ends, until the coverage does. `never`: nobody replaced the first one.
 */
export function certificateOn(
  coverage: DemoDays,
  product: DemoProduct,
  day: Temporal.PlainDate,
  leadDays: number | 'never',
): DemoDays {
  let from = coverage.from;
  for (;;) {
    const longest = from.add({ days: limitInForce(from, product.limitsOf).days });
    const until = isAfter(longest, coverage.until) ? coverage.until : longest;
    const isLast = !isAfter(coverage.until, until);
    if (leadDays === 'never' || isLast) return { from, until };
    const next = until.subtract({ days: leadDays });
    if (isAfter(next, day)) return { from, until };
    from = next;
  }
}

export function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}

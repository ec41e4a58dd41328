import type { RowId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';
import type { ClockOfInventory } from './clock-facts.ts';

/** Which clocks a person asks for. Days are ISO; every filter narrows. */
export interface ExpiringFilter {
  /** The day from which days left are counted. */
  readonly asOf: string;
  /** Days left, both included. */
  readonly from: number;
  readonly to: number;
  /** Customers that the asking person is limited to; null: all. */
  readonly visible: readonly RowId[] | null;
  readonly noticesOn?: boolean | undefined;
  readonly product?: string | undefined;
  readonly authority?: string | undefined;
  /** null: orders that nobody looks after. */
  readonly owner?: string | null | undefined;
  readonly customer?: RowId | undefined;
  readonly kind?: string | undefined;
  /** open: everything but renewed. */
  readonly renewed: 'open' | 'no' | 'perhaps' | 'partly' | 'renewed' | 'all';
  readonly requested?: boolean | undefined;
  /** Only these. */
  readonly clocks?: readonly RowId[] | undefined;
  /** Only clocks whose next moment comes before this instant. */
  readonly nextBefore?: string | undefined;
  /** The beginning of an order's number, a name or a domain; part of a product's or the customer's name. */
  readonly text?: string | undefined;
}

export interface ExpiringSort {
  readonly by: 'expiry' | 'customer' | 'product';
  readonly descending: boolean;
}

/** One row of the list, with the facts from which the cadence says what comes next. */
export interface ExpiringLine {
  readonly clock: ClockOfInventory;
  readonly commonName: string | null;
  readonly moreNames: number;
  readonly product: string | null;
  readonly term: string | null;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly daysLeft: number;
  readonly customerName: string;
  readonly accountNumber: string | null;
  readonly holder: string | null;
  readonly owner: string | null;
  /** The order's own switch; `clock.noticesOn` says whether notices really go. */
  readonly orderNoticesOn: boolean;
  readonly price: Money | null;
  /** Where the row stands in the order asked for: its sort columns, then its id. */
  readonly place: readonly (string | null)[];
}

/** Past so many matches a text is no narrow filter any more: the clocks are walked instead. */
export const fewMatches = 5_000;

/** Up to so many due clocks are read on their own; where there are more, most clocks that are walked past are due. */
export const fewDue = 20_000;

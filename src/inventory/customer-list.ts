import type { RowId } from '../kernel/ids.ts';
import type { Money } from '../kernel/money.ts';

export interface CustomerFilter {
  readonly visible: readonly RowId[] | null;
  readonly text?: string | undefined;
  /** null: customers that nobody looks after. */
  readonly owner?: string | null | undefined;
  /** Only those with orders in force where nobody can be written to. */
  readonly unreachable?: boolean | undefined;
}

export interface CustomerLine {
  readonly id: RowId;
  readonly name: string;
  readonly nameKey: string;
  readonly account: string | null;
  readonly kind: 'customer' | 'agency';
  readonly owner: string | null;
  readonly country: string | null;
  readonly noticesOn: boolean;
  readonly division: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly createdAt: Temporal.Instant;
  readonly mainContact: RowId | null;
  readonly technicalContact: RowId | null;
  /** Orders in force; those of them that end within 90 days without a renewal; the nearest such end. */
  readonly orders: number;
  readonly ending: number;
  readonly nextEnd: string | null;
  /** Contacts that can be written to. */
  readonly reachable: number;
}

export interface CustomerFields {
  readonly owner: string | null;
  readonly noticesOn: boolean;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly country: string | null;
  readonly mainContact: RowId | null;
  readonly technicalContact: RowId | null;
}

export function editableCustomerFields(customer: CustomerLine): CustomerFields {
  const { owner, noticesOn, locale, timeZone, country, mainContact, technicalContact } = customer;
  return { owner, noticesOn, locale, timeZone, country, mainContact, technicalContact };
}

/** One currency of a customer, or of everybody: never summed over currencies. */
export interface MoneyByOutcome {
  readonly currency: string;
  readonly inForce: Money;
  readonly renewed: Money;
  readonly promised: Money;
  readonly silent: Money;
  readonly lost: Money;
}

import type { RowId } from '../kernel/ids.ts';
import type { Caller } from './caller.ts';

/** The customers whose rows a caller may see and change; null: all of the partner's. An empty list: none. */
export function visibleCustomers(caller: Caller): readonly RowId[] | null {
  return caller.customers;
}

/** Whether the caller may see what belongs to this customer; what belongs to none is for the unlimited only. */
export function maySeeCustomer(caller: Caller, customer: RowId | null): boolean {
  const visible = visibleCustomers(caller);
  return visible === null || (customer !== null && visible.includes(customer));
}

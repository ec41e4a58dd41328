import type { RowId } from '../kernel/ids.ts';
import type { Role } from './caller.ts';

/** Somebody who works for a partner now. */
export interface Colleague {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The customers that they are limited to; null: all. */
  readonly customers: readonly RowId[] | null;
  readonly language: string | null;
  readonly timeZone: string | null;
}

/** Whether they may see what belongs to this customer. */
export function seesCustomer({ customers }: Pick<Colleague, 'customers'>, customer: RowId): boolean {
  return customers === null || customers.includes(customer);
}

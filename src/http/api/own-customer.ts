import type { CustomerLine } from '../../inventory/customer-list.ts';
import { loadCustomer } from '../../inventory/load-customers.ts';
import { Fault } from '../../kernel/fault.ts';
import type { PartnerTransaction } from '../../storage/database.ts';

/** A customer that the caller may see; whatever else answers as if it were not there. */
export async function ownCustomer(
  tx: PartnerTransaction,
  id: string,
  options: { readonly visible: readonly string[] | null; readonly today: string; readonly lock?: boolean },
): Promise<CustomerLine> {
  const customer = await loadCustomer(tx, id, options);
  if (!customer)
    throw new Fault('not-found', `there is no customer ${id}`, { code: 'no-customer', params: { id } });
  return customer;
}

export function customerSubject({ id, name }: CustomerLine): { kind: string; id: string; label: string } {
  return { kind: 'customer', id, label: name };
}

import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ContactLine } from './contact-list.ts';
import { selectContactLines, selectContactsOfCustomer } from './contact-list-store.ts';
import type { CustomerFilter, CustomerLine, MoneyByOutcome } from './customer-list.ts';
import { selectCustomer, selectCustomerLines, selectCustomerMoney } from './customer-list-store.ts';
import { foldName } from './folded-name.ts';

/** One page of the customers, by name. */
export async function loadCustomerLines(
  tx: PartnerTransaction,
  query: {
    readonly filter: CustomerFilter;
    readonly descending: boolean;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
    readonly today: string;
  },
): Promise<CustomerLine[]> {
  const { text } = query.filter;
  return selectCustomerLines(tx, { ...query, folded: text === undefined ? undefined : foldName(text) });
}

/** One customer; undefined for one that is none of the caller's. */
export async function loadCustomer(
  tx: PartnerTransaction,
  id: RowId,
  options: { readonly visible: readonly RowId[] | null; readonly today: string; readonly lock?: boolean },
): Promise<CustomerLine | undefined> {
  if (options.visible !== null && !options.visible.includes(id)) return undefined;
  return selectCustomer(tx, id, options.today, { lock: options.lock ?? false });
}

export async function contactsOfCustomer(tx: PartnerTransaction, customer: RowId): Promise<ContactLine[]> {
  return selectContactsOfCustomer(tx, customer);
}

export async function contactsById(tx: PartnerTransaction, ids: readonly RowId[]): Promise<ContactLine[]> {
  return ids.length === 0 ? [] : selectContactLines(tx, ids);
}

/** What a customer's orders are worth, by currency. */
export async function moneyOfCustomer(
  tx: PartnerTransaction,
  customer: RowId,
  today: string,
): Promise<MoneyByOutcome[]> {
  const rows = await selectCustomerMoney(tx, customer, today);
  return rows.map(({ currency, ...sums }) => {
    const money = (minor: string) => ({ minor: BigInt(minor), currency });
    return {
      currency,
      inForce: money(sums.inForce),
      renewed: money(sums.renewed),
      promised: money(sums.promised),
      silent: money(sums.silent),
      lost: money(sums.lost),
    };
  });
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomerRow } from '../../../../contract/customers.ts';
import { api } from '../../api/client.ts';
import type { Filter, FilterOption } from '../../shell/list/filters.ts';
import { customerQuery } from './customer-calls.ts';

interface CustomerFilterWords {
  readonly title: string;
  /** What the chip says of the customer's name: "de Óptica Zabala". */
  readonly says: (name: string) => string;
}

const offered = 30;

/** Narrows a list to one customer, found by name, account or address among all that there are. */
export function useCustomerFilter(chosen: string | undefined, { title, says }: CustomerFilterWords): Filter {
  const name = useCustomerName(chosen) ?? '…';
  return useMemo(
    () => ({ name: 'customer', title, says: () => says(name), options: [], search: findCustomers }),
    [title, says, name],
  );
}

async function findCustomers(typed: string, signal: AbortSignal): Promise<readonly FilterOption[]> {
  const asked = { text: typed || undefined, limit: offered };
  const { rows } = await api.get<{ rows: readonly CustomerRow[] }>('/customers', asked, signal);
  return rows.map(({ id, name, account }) => ({ value: id, label: account ? `${name} · ${account}` : name }));
}

function useCustomerName(id: string | undefined): string | undefined {
  return useQuery({ ...customerQuery(id ?? ''), enabled: id !== undefined, staleTime: 60_000 }).data?.name;
}

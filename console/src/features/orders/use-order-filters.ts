import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ExpiringFacets } from '../../../../contract/expiring.ts';
import { orderStatuses } from '../../../../contract/orders.ts';
import { api } from '../../api/client.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { wordOfDay } from '../../shell/time-text.ts';
import type { Words } from '../../words/message.ts';
import { useWords } from '../../words/use-words.ts';
import { useCustomerFilter } from '../customers/use-customer-filter.ts';

/** The products, authorities and owners there are to filter by. */
export function useFacets(): ExpiringFacets | undefined {
  return useQuery({
    queryKey: ['expiring-facets'],
    queryFn: ({ signal }) => api.get<ExpiringFacets>('/expiring/facets', undefined, signal),
    staleTime: 300_000,
  }).data;
}

/** The filters of the order list; their words read as one sentence. Days, outcome and currency come with links only. */
export function useOrderFilters(chosenCustomer: string | undefined): readonly Filter[] {
  const { t, locale } = useWords();
  const facets = useFacets();
  const customer = useCustomerFilter(chosenCustomer, {
    title: t('orders.customer'),
    says: useCallback((value: string) => t('orders.customer.is', { value }), [t]),
  });
  const one = (name: string, values: readonly string[]): Filter => ({
    name,
    title: t(`orders.filter.${name}`),
    options: values.map((value) => ({ value, label: t(`orders.${name}.${value}`) })),
    says: (value) => (values.includes(value) ? t(`orders.${name}.${value}`) : value),
  });
  const linked = (name: string, says: Filter['says']): Filter => ({ name, title: name, options: [], says });
  return [
    one('status', orderStatuses),
    one('renewed', ['no', 'perhaps', 'partly', 'renewed']),
    linked('outcome', (value) => t('orders.outcome', { value })),
    linked('currency', (value) => t('orders.currency', { value })),
    linked('endsFrom', (value) => t('orders.ends-from', { day: wordOfDay(value, locale) })),
    linked('endsUntil', (value) => t('orders.ends-until', { day: wordOfDay(value, locale) })),
    one('notices', ['on', 'off']),
    one('requested', ['yes', 'no']),
    productFilter(facets, t),
    authorityFilter(facets, t),
    ownerFilter(facets, t),
    customer,
  ];
}

type T = Words['t'];

function productFilter(facets: ExpiringFacets | undefined, t: T): Filter {
  const options = (facets?.products ?? []).map((value) => ({ value, label: value }));
  return { name: 'product', title: t('orders.product'), options, says: (value) => value };
}

function authorityFilter(facets: ExpiringFacets | undefined, t: T): Filter {
  const options = (facets?.authorities ?? []).map(({ code, name }) => ({ value: code, label: name }));
  const says = (code: string) => options.find(({ value }) => value === code)?.label ?? code;
  return { name: 'authority', title: t('orders.filter.authority'), options, says };
}

function ownerFilter(facets: ExpiringFacets | undefined, t: T): Filter {
  const none = { value: 'none', label: t('orders.owner.none') };
  const owners = (facets?.owners ?? []).map((value) => ({ value, label: value }));
  const says = (value: string) => (value === 'none' ? none.label : t('orders.owner.is', { value }));
  return { name: 'owner', title: t('orders.owner'), options: [none, ...owners], says };
}

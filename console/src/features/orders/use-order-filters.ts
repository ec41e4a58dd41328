import { useQuery } from '@tanstack/react-query';
import type { ExpiringFacets } from '../../../../contract/expiring.ts';
import { orderStatuses } from '../../../../contract/orders.ts';
import { api } from '../../api/client.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { useWords } from '../../words/use-words.ts';

/** The products, authorities and owners there are to filter by. */
export function useFacets(): ExpiringFacets | undefined {
  return useQuery({
    queryKey: ['expiring-facets'],
    queryFn: ({ signal }) => api.get<ExpiringFacets>('/expiring/facets', undefined, signal),
    staleTime: 300_000,
  }).data;
}

/** The filters of the order list; their words read as one sentence. `customer` comes with a link only. */
export function useOrderFilters(customerName: string | undefined): readonly Filter[] {
  const { t } = useWords();
  const facets = useFacets();
  const plain = (values: readonly string[] = []) => values.map((value) => ({ value, label: value }));
  const one = (name: string, values: readonly string[]): Filter => ({
    name,
    title: t(`orders.filter.${name}`),
    options: values.map((value) => ({ value, label: t(`orders.${name}.${value}`) })),
    says: (value) => t(`orders.${name}.${value}`),
  });
  const nameOf = (code: string) => facets?.authorities.find((known) => known.code === code)?.name ?? code;
  const owner = (value: string) =>
    value === 'none' ? t('orders.owner.none') : t('orders.owner.is', { value });
  const customer: Filter = {
    name: 'customer',
    title: t('orders.customer'),
    options: [],
    says: () => t('orders.customer.is', { value: customerName ?? '…' }),
  };
  return [
    one('status', orderStatuses),
    one('renewed', ['no', 'perhaps', 'partly', 'renewed']),
    one('notices', ['on', 'off']),
    one('request', ['yes', 'no']),
    {
      name: 'product',
      title: t('orders.product'),
      options: plain(facets?.products),
      says: (value) => value,
    },
    {
      name: 'authority',
      title: t('orders.filter.authority'),
      options: (facets?.authorities ?? []).map(({ code, name }) => ({ value: code, label: name })),
      says: nameOf,
    },
    {
      name: 'owner',
      title: t('orders.owner'),
      options: [{ value: 'none', label: t('orders.owner.none') }, ...plain(facets?.owners)],
      says: owner,
    },
    ...(customerName === undefined ? [] : [customer]),
  ];
}

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ExpiringFacets } from '../../../../contract/expiring.ts';
import { api } from '../../api/client.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { useWords } from '../../words/use-words.ts';
import { useCustomerFilter } from '../customers/use-customer-filter.ts';

const dayChoices = [3, 7, 14, 30, 60, 90, 180];
const noOne = 'none';

export function useExpiringFacets(): ExpiringFacets | undefined {
  return useQuery({
    queryKey: ['expiring', 'facets'],
    queryFn: ({ signal }) => api.get<ExpiringFacets>('/expiring/facets', undefined, signal),
    staleTime: 60_000,
  }).data;
}

/** The filters in the order in which their chips read as a sentence. */
export function useExpiringFilters(chosenCustomer: string | undefined): readonly Filter[] {
  const { t } = useWords();
  const facets = useExpiringFacets();
  const customer = useCustomerFilter(chosenCustomer, {
    title: t('expiring.filter.customer'),
    says: useCallback((value: string) => t('expiring.says.customer', { value }), [t]),
  });
  return useMemo(() => {
    const filter = (
      name: string,
      options: Filter['options'],
      ownWords?: (value: string) => string,
    ): Filter => ({
      name,
      title: t(`expiring.filter.${name}`),
      options,
      says:
        ownWords ??
        ((value) =>
          t(`expiring.says.${name}`, { value: options.find((one) => one.value === value)?.label ?? value })),
    });
    const own = (name: string, values: readonly string[]) =>
      filter(
        name,
        values.map((value) => ({ value, label: t(`expiring.${name}.${value}`) })),
        (value) => (values.includes(value) ? t(`expiring.${name}.${value}`) : value),
      );
    const linked = (name: string, says: Filter['says']): Filter => ({ name, title: name, options: [], says });
    const same = (value: string) => ({ value, label: value });
    const owners = (facets?.owners ?? []).map(same);
    return [
      filter('product', (facets?.products ?? []).map(same)),
      filter(
        'authority',
        (facets?.authorities ?? []).map(({ code, name }) => ({ value: code, label: name })),
      ),
      filter('owner', [{ value: noOne, label: t('expiring.owner.none') }, ...owners], (value) =>
        value === noOne ? t('expiring.says.owner-none') : t('expiring.says.owner', { value }),
      ),
      customer,
      own('kind', ['coverage', 'certificate']),
      own('notices', ['on', 'off']),
      filter(
        'days',
        dayChoices.map((days) => ({ value: String(days), label: t('expiring.days', { days }) })),
        (value) => t('expiring.says.days', { days: Number(value) || 0 }),
      ),
      own('renewed', ['no', 'perhaps', 'partly', 'renewed', 'all']),
      own('requested', ['yes', 'no']),
      linked('from', (value) => t('expiring.says.from', { days: Number(value) || 0 })),
      linked('to', (value) => t('expiring.says.to', { days: Number(value) || 0 })),
      linked('next', () => t('expiring.next.today')),
    ];
  }, [t, facets, customer]);
}

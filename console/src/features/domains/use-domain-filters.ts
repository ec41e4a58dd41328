import { useQuery } from '@tanstack/react-query';
import type { CustomerView } from '../../../../contract/customers.ts';
import { api } from '../../api/client.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { useWords } from '../../words/use-words.ts';

const dayChoices = ['7', '30', '60', '90', '180', '365'];

/** How far ahead an end counts; a customer comes with a link only. */
export function useDomainFilters(customer: string | undefined): readonly Filter[] {
  const { t } = useWords();
  const { data } = useQuery({
    queryKey: ['customer', customer],
    queryFn: ({ signal }) => api.get<CustomerView>(`/customers/${customer}`, undefined, signal),
    enabled: customer !== undefined,
  });
  const days = (value: string) => t('domains.days', { days: Number(value) || 0 });
  return [
    {
      name: 'days',
      title: t('domains.filter.days'),
      options: dayChoices.map((value) => ({ value, label: days(value) })),
      says: days,
    },
    ...(customer === undefined
      ? []
      : [
          {
            name: 'customer',
            title: t('domains.customer'),
            options: [],
            says: () => t('domains.customer.is', { name: data?.name ?? '…' }),
          },
        ]),
  ];
}

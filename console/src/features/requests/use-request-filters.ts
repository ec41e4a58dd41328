import { declineReasons } from '../../../../contract/requests.ts';
import { useSession } from '../../api/use-session.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { useWords } from '../../words/use-words.ts';
import { useExpiringFacets } from '../expiring/use-expiring-filters.ts';

/** The filters of the list, in the order in which their chips read as a sentence. */
export function useRequestFilters(customer: string | undefined): readonly Filter[] {
  const { t } = useWords();
  const own = useSession()?.person.name;
  const owners = useExpiringFacets()?.owners ?? [];
  const names = [...new Set([...(own ? [own] : []), ...owners])];
  const one = (name: string, values: readonly string[]): Filter => ({
    name,
    title: t(`requests.filter.${name}`),
    options: values.map((value) => ({ value, label: t(`requests.${name}.${value}`) })),
    says: (value) => (values.includes(value) ? t(`requests.${name}.${value}`) : value),
  });
  const owner: Filter = {
    name: 'owner',
    title: t('requests.owner'),
    options: [
      { value: 'none', label: t('requests.owner.none') },
      ...names.map((value) => ({ value, label: value })),
    ],
    says: (value) => (value === 'none' ? t('requests.owner.none') : t('requests.owner.is', { name: value })),
  };
  const only: Filter = {
    name: 'customer',
    title: t('requests.customer'),
    options: [],
    says: () => t('requests.customer.one'),
  };
  return [
    owner,
    one('due', ['overdue', 'today', 'week', 'none']),
    one('from', ['customer', 'colleague']),
    one('reason', declineReasons),
    ...(customer === undefined ? [] : [only]),
  ];
}

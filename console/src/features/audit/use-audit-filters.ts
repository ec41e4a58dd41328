import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AuditEntry, AuditPeople } from '../../../../contract/access.ts';
import { api } from '../../api/client.ts';
import type { Filter } from '../../shell/list/filters.ts';
import { useAddressWords } from '../../shell/use-address.ts';
import type { Words } from '../../words/message.ts';
import { useWords } from '../../words/use-words.ts';
import { subjectText } from './entry-sentence.ts';

const features = [
  'account',
  'people',
  'keys',
  'orders',
  'customers',
  'notices',
  'messages',
  'renewed',
  'requests',
  'notes',
  'imports',
  'settings',
  'exports',
];

/** By person, by what it was about, and, from an entry's quick view, all about one subject. */
export function useAuditFilters(rows: readonly AuditEntry[]): readonly Filter[] {
  const words = useWords();
  const { subject } = useAddressWords();
  const { data } = useQuery({
    queryKey: ['audit-people'],
    queryFn: ({ signal }) => api.get<AuditPeople>('/access/audit/people', undefined, signal),
  });
  const people = data?.rows;
  const first = rows[0];
  return useMemo(() => {
    const filters = [personFilter(words, people ?? []), featureFilter(words)];
    if (!subject) return filters;
    const shown = first?.subject.id === subject ? subjectText(words, first.subject) : subject;
    const says = words.t('audit.only', { subject: shown });
    const only = { name: 'subject', title: says, says: () => says };
    return [...filters, { ...only, options: [{ value: subject, label: says }] }];
  }, [words, people, subject, first]);
}

function personFilter({ t }: Words, people: AuditPeople['rows']): Filter {
  return {
    name: 'person',
    title: t('audit.person'),
    says: (value) => t('audit.by', { who: people.find(({ id }) => id === value)?.name ?? '…' }),
    options: people.map(({ id, name }) => ({ value: id, label: name })),
  };
}

function featureFilter(words: Words): Filter {
  return {
    name: 'action',
    title: words.t('audit.about'),
    says: (value) => words.t('audit.about-is', { what: featureName(words, value) }),
    options: features.map((value) => ({ value, label: featureName(words, value) })),
  };
}

function featureName({ t, has }: Words, feature: string): string {
  return has(`audit.feature.${feature}`) ? t(`audit.feature.${feature}`) : feature;
}

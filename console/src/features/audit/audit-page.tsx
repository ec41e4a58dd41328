import { useMemo } from 'react';
import type { AuditPage as Page } from '../../../../contract/access.ts';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { useAddressWords } from '../../shell/use-address.ts';
import { Moment } from '../../shell/when.tsx';
import type { Words } from '../../words/message.ts';
import { useWords } from '../../words/use-words.ts';
import { changedFields } from './changed-fields.ts';

type Entry = Page['rows'][number];

const features = [
  'account',
  'people',
  'keys',
  'orders',
  'customers',
  'notices',
  'imports',
  'requests',
  'exports',
  'notes',
];

/** Who changed what, when; before and after. Nobody can edit it. */
export function AuditPage() {
  const words = useWords();
  const { t } = words;
  const { text, action } = useAddressWords();
  const loaded = useList<Entry>('/access/audit', { text, action });
  const columns = useMemo(() => auditColumns(words), [words]);
  return (
    <>
      <PageHead title={t('nav.audit')} line={t('audit.line')} />
      <FilterBar
        textLabel={t('audit.find')}
        filters={[
          {
            name: 'action',
            title: t('audit.about'),
            says: (value) => t('audit.about-is', { what: featureName(words, value) }),
            options: features.map((value) => ({ value, label: featureName(words, value) })),
          },
        ]}
      />
      <List
        label={t('nav.audit')}
        columns={columns}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.action}
      />
    </>
  );
}

const idOf = (row: Entry): string => row.id;

function featureName({ t, has }: Words, feature: string): string {
  return has(`audit.feature.${feature}`) ? t(`audit.feature.${feature}`) : feature;
}

function auditColumns(words: Words): Column<Entry>[] {
  const { t } = words;
  return [
    { key: 'at', title: t('audit.at'), width: '170px', card: 'aside', cell: (row) => <Moment at={row.at} /> },
    {
      key: 'person',
      title: t('audit.person'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => row.person?.name ?? t(`audit.via.${row.via}`),
    },
    {
      key: 'action',
      title: t('audit.action'),
      width: 'minmax(150px, 1fr)',
      card: 'title',
      cell: (row) => row.action,
    },
    {
      key: 'subject',
      title: t('audit.subject'),
      width: 'minmax(140px, 1.4fr)',
      cell: (row) => row.subject.label ?? `${row.subject.kind} ${row.subject.id}`,
    },
    {
      key: 'change',
      title: t('audit.change'),
      width: 'minmax(180px, 2.4fr)',
      leaves: 3,
      cell: (row) => {
        const change = changedFields(row.before, row.after);
        return <span title={change}>{change}</span>;
      },
    },
  ];
}

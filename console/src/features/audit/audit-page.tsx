import { useMemo } from 'react';
import type { AuditEntry } from '../../../../contract/access.ts';
import { usePreferences } from '../../api/use-session.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { useAddressWords, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { useWords } from '../../words/use-words.ts';
import { auditColumns } from './audit-columns.tsx';
import { DayRange } from './day-range.tsx';
import { entrySentence } from './entry-sentence.ts';
import { useAuditFilters } from './use-audit-filters.ts';

const filterNames = ['text', 'person', 'action', 'kind', 'subject', 'from', 'until'] as const;

/** Who changed what, when; before and after. Nobody can edit it. */
export function AuditPage() {
  const words = useWords();
  const { t } = words;
  const { timeZone } = usePreferences();
  const inAddress = useAddressWords();
  const { opened, open } = useQuickView();
  const filter = Object.fromEntries(filterNames.map((name) => [name, inAddress[name]]));
  const loaded = useList<AuditEntry>('/access/audit', { ...filter, zone: timeZone });
  const filters = useAuditFilters(loaded.rows);
  const columns = useMemo(() => auditColumns(words, timeZone), [words, timeZone]);
  const { listed, onList } = useListed('audit', columns, filterNames);
  return (
    <>
      <PageHead title={t('nav.audit')} line={t('audit.line')} />
      <FilterBar textLabel={t('audit.find')} filters={filters} listed={listed}>
        <DayRange />
      </FilterBar>
      <List
        label={t('nav.audit')}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => entrySentence(words, row)}
        open={(row) => open('audit-entry', row.id)}
        openedId={opened?.startsWith('audit-entry:') ? opened.slice('audit-entry:'.length) : null}
      />
    </>
  );
}

const idOf = (row: AuditEntry): string => row.id;

import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { RequestRow } from '../../../../contract/requests.ts';
import { apiPath } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List, type RowKey } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords, useChangeAddress, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { useWords } from '../../words/use-words.ts';
import { RequestStates, useRequestCounts } from './request-states.tsx';
import { RequestsBulk } from './requests-bulk.tsx';
import { useRequestChanges } from './use-request-changes.ts';
import { useRequestColumns } from './use-request-columns.tsx';
import { useRequestFilters } from './use-request-filters.ts';

/** Who wants to renew, who takes care of it and when, and how it ended. */
export function RequestsPage() {
  const { t } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const { opened, open } = useQuickView();
  const { sort = 'due', state = 'open', text, owner, due, from, reason, customer } = words;
  const filter = useMemo(
    () => ({ state, text, owner, due, from, reason, customer }),
    [state, text, owner, due, from, reason, customer],
  );
  const loaded = useList<RequestRow>('/requests', { ...filter, sort });
  const counts = useRequestCounts(filter);
  const { listed, onList } = useListed('requests', useRequestColumns(), ['state', 'customer']);
  const may = useMay('requests:change');
  const changeRequests = useRequestChanges();
  const keys: RowKey<RequestRow>[] = [
    { chord: 't', says: 'requests.key.take', run: (row) => void changeRequests([row.id], { kind: 'take' }) },
  ];
  const isFiltered = [text, owner, due, from, reason, customer].some(Boolean);
  return (
    <>
      <PageHead title={t('requests.title')} line={t('requests.line')} help="renewal-wish">
        {useMay('exports:make') && (
          <Button
            component="a"
            href={apiPath('/requests/export', { ...filter, sort })}
            download
            leftSection={<Icon name="download" size={16} />}
          >
            {t('requests.export')}
          </Button>
        )}
      </PageHead>
      <RequestStates counts={counts} />
      <FilterBar textLabel={t('requests.find')} filters={useRequestFilters(customer)} listed={listed} />
      <List<RequestRow>
        label={t('requests.title')}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.order.number}
        open={(row) => void open('request', row.id)}
        openedId={opened?.startsWith('request:') ? opened.slice('request:'.length) : null}
        sort={sort}
        onSort={(next) => void change({ sort: next === 'due' ? undefined : next })}
        {...(may
          ? {
              rowKeys: keys,
              bulk: (chosen, clear) => <RequestsBulk chosen={chosen} change={changeRequests} clear={clear} />,
            }
          : {})}
        empty={
          isFiltered ? undefined : (
            <EmptyState title={t(`requests.none.${state}`)} text={t('requests.none.then')}>
              <PageLink to="/expiring">{t('requests.none.see')}</PageLink>
            </EmptyState>
          )
        }
      />
    </>
  );
}

const idOf = (row: RequestRow) => row.id;

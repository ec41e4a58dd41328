import { Button } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { DomainRow } from '../../../../contract/domains.ts';
import { apiPath } from '../../api/client.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List } from '../../shell/list/list.tsx';
import { type Loaded, useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { useWords } from '../../words/use-words.ts';
import { DomainViews } from './domain-views.tsx';
import { useDomainColumns } from './use-domain-columns.tsx';
import { useDomainFilters } from './use-domain-filters.ts';

/** What was registered, what speaks for its names and until when: where it ends with nothing after, where it is paid twice. */
export function DomainsPage() {
  const { t } = useWords();
  const { opened, open } = useQuickView();
  const { show = 'all', days, customer, text } = useAddressWords();
  const filter = useMemo(() => ({ show, days, customer, text }), [show, days, customer, text]);
  const loaded = useUntilFound(useList<DomainRow>('/domains', filter));
  const { listed, onList } = useListed('domains', useDomainColumns(), ['show', 'customer']);
  const isFiltered = [customer, text].some(Boolean);
  return (
    <>
      <PageHead title={t('domains.title')} line={t(`domains.line.${show}`)}>
        {useMay('exports:make') && (
          <Button
            component="a"
            href={apiPath('/domains/export', filter)}
            download
            leftSection={<Icon name="download" size={16} />}
          >
            {t('domains.export')}
          </Button>
        )}
      </PageHead>
      <DomainViews />
      <FilterBar textLabel={t('domains.find')} filters={useDomainFilters(customer)} listed={listed} />
      <List<DomainRow>
        {...onList}
        label={t('domains.title')}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.shown}
        open={(row) => void open('domain', row.domain)}
        openedId={opened?.startsWith('domain:') ? opened.slice('domain:'.length) : null}
        empty={isFiltered ? undefined : <Nothing show={show} />}
      />
    </>
  );
}

const idOf = (row: DomainRow) => row.domain;

/** Where matches are rare a page may be empty and go on: it is asked on until something is found, or the end. */
function useUntilFound(loaded: Loaded<DomainRow>): Loaded<DomainRow> {
  const { rows, hasMore, isLoadingMore, problem, loadMore } = loaded;
  const goesOn = rows.length === 0 && hasMore && problem === null;
  useEffect(() => {
    if (goesOn && !isLoadingMore) loadMore();
  }, [goesOn, isLoadingMore, loadMore]);
  return goesOn ? { ...loaded, isFirstLoad: true } : loaded;
}

function Nothing({ show }: { show: string }) {
  const { t } = useWords();
  const mayImport = useMay('imports:apply');
  if (show !== 'all') {
    return (
      <EmptyState title={t(`domains.none.${show}`)} text={t(`domains.none.${show}.then`)}>
        <PageLink to="/domains">{t('domains.see-all')}</PageLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('domains.none.all')} text={t('domains.none.all.then')}>
      {mayImport && <PageLink to="/imports/new">{t('domains.import')}</PageLink>}
    </EmptyState>
  );
}

import { useCallback, useMemo } from 'react';
import type { ExpiringRow } from '../../../../contract/expiring.ts';
import { useMay } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List } from '../../shell/list/list.tsx';
import { NothingMatches } from '../../shell/list/nothing-matches.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { useAddressWords, useChangeAddress, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { useWords } from '../../words/use-words.ts';
import style from './expiring.module.css';
import { ExpiringBulk } from './expiring-bulk.tsx';
import { useExpiringColumns } from './expiring-columns.tsx';
import { expiringFilterOf } from './expiring-query.ts';
import { ExportMenu } from './export-menu.tsx';
import { countText, Nearness, useExpiringCounts } from './nearness.tsx';
import { useExpiringFilters } from './use-expiring-filters.ts';
import { useOrderChanges } from './use-order-changes.ts';

/** What ends soon or has just ended; what was said about it, what comes next, and what to do now. */
export function ExpiringPage() {
  const { t, locale } = useWords();
  const words = useAddressWords();
  const change = useChangeAddress();
  const { opened, open } = useQuickView();
  const sort = words.sort ?? 'expiry';
  const filter = useMemo(() => expiringFilterOf(words), [words]);
  const loaded = useList<ExpiringRow>('/expiring', { ...filter, sort });
  const counts = useExpiringCounts(filter);
  const changes = useOrderChanges();
  const { listed, onList } = useListed('expiring', useExpiringColumns(changes), ['group']);
  const filters = useExpiringFilters(words.customer);
  const mayRequest = useMay('requests:change');
  const maySwitch = useMay('notices:switch');
  const mayExport = useMay('exports:make');
  const mayChoose = maySwitch || mayExport;
  const groupOf = useCallback(
    (row: ExpiringRow) => {
      if (row.group === null) return t(row.daysLeft < 0 ? 'expiring.group.before' : 'expiring.group.later');
      const counted = counts?.groups[row.group];
      const title = t(`expiring.group.${row.group}`);
      return counted ? `${title} · ${countText(counted, locale)}` : title;
    },
    [t, counts, locale],
  );
  const openedOrder = opened?.startsWith('order:') ? opened.slice('order:'.length) : null;
  return (
    <div className={style.page}>
      <PageHead title={t('expiring.title')} line={t('expiring.line')}>
        <ExportMenu filter={filter} sort={sort} />
      </PageHead>
      <Nearness counts={counts} />
      <FilterBar textLabel={t('expiring.find')} filters={filters} listed={listed} />
      <List
        label={t('expiring.title')}
        rowLines={2}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={nameOf}
        open={(row) => open('order', row.order)}
        openedId={loaded.rows.find(({ order }) => order === openedOrder)?.clock ?? null}
        sort={sort}
        onSort={(next) => change({ sort: next === 'expiry' ? undefined : next })}
        {...(sort.endsWith('expiry') ? { groupOf } : {})}
        rowKeys={[
          ...(mayRequest
            ? [{ chord: 'r', says: 'keys.renew', run: (row: ExpiringRow) => renew(row, changes.request) }]
            : []),
          ...(maySwitch
            ? [
                {
                  chord: 'n',
                  says: 'keys.notices',
                  run: (row: ExpiringRow) => void changes.switchNotices([row.order], !row.noticesOn),
                },
              ]
            : []),
        ]}
        {...(mayChoose
          ? {
              bulk: (chosen: readonly ExpiringRow[], clear: () => void) => (
                <ExpiringBulk {...{ chosen, changes, clear, filter, sort }} />
              ),
            }
          : {})}
        empty={<NothingExpires isFiltered={Object.keys(filter).length > 0} />}
      />
    </div>
  );
}

const idOf = (row: ExpiringRow) => row.clock;
const nameOf = (row: ExpiringRow) => row.number;

/** A second press of the key does not ask twice. */
function renew(row: ExpiringRow, request: ReturnType<typeof useOrderChanges>['request']): void {
  if (row.requestedAt === null && row.renewed !== 'renewed') void request(row.order, 'renew');
}

function NothingExpires({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useWords();
  const mayImport = useMay('imports:apply');
  if (isFiltered) return <NothingMatches />;
  return (
    <EmptyState title={t('expiring.none')} text={t('expiring.none-then')}>
      {mayImport && <PageLink to="/imports/new">{t('expiring.none-import')}</PageLink>}
    </EmptyState>
  );
}

import { useNavigate } from '@tanstack/react-router';
import type { CustomerRow } from '../../../../contract/customers.ts';
import { useMay, usePreferences } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import type { Filter } from '../../shell/list/filters.ts';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink } from '../../shell/page-link.tsx';
import { Ring } from '../../shell/ring.tsx';
import { dayOf, daysBetween } from '../../shell/time-text.ts';
import { useAddressWords, useChangeAddress } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { Ends } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { useFacets } from '../orders/use-order-filters.ts';
import style from './customers.module.css';

/** Who buys, who looks after them, what ends next, and whether anybody there can be written to. */
export function CustomersPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const change = useChangeAddress();
  const mayImport = useMay('imports:apply');
  const { sort = 'name', text, owner, contact } = useAddressWords();
  const loaded = useList<CustomerRow>('/customers', { sort, text, owner, contact });
  const { listed, onList } = useListed('customers', useColumns());
  const isFiltered = Boolean(text || owner || contact);
  return (
    <>
      <PageHead title={t('customers.title')} line={t('customers.line')} />
      <FilterBar textLabel={t('customers.find')} filters={useFilters()} listed={listed} />
      <List
        label={t('customers.title')}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.name}
        open={(row) => void navigate({ to: `/customers/${row.id}` as never })}
        sort={sort}
        onSort={(next) => void change({ sort: next })}
        empty={
          isFiltered ? undefined : (
            <EmptyState title={t('customers.none')} text={t('customers.none.then')}>
              {mayImport && <PageLink to="/imports/new">{t('customers.none.import')}</PageLink>}
            </EmptyState>
          )
        }
      />
    </>
  );
}

function useFilters(): readonly Filter[] {
  const { t } = useWords();
  const owners = useFacets()?.owners ?? [];
  const says = (value: string) =>
    value === 'none' ? t('customers.owner.none') : t('customers.owner.is', { value });
  return [
    {
      name: 'owner',
      title: t('customers.owner'),
      options: [
        { value: 'none', label: t('customers.owner.none') },
        ...owners.map((value) => ({ value, label: value })),
      ],
      says,
    },
    {
      name: 'contact',
      title: t('customers.reachable'),
      options: [{ value: 'none', label: t('customers.unreachable') }],
      says: () => t('customers.unreachable'),
    },
  ];
}

function useColumns(): Column<CustomerRow>[] {
  const { t, locale } = useWords();
  return [
    {
      key: 'name',
      title: t('customers.name'),
      width: 'minmax(200px, 2.6fr)',
      sort: 'name',
      card: 'title',
      cell: (row) => (
        <>
          <PageLink to={`/customers/${row.id}`} title={row.name}>
            {row.name}
          </PageLink>
          {row.kind === 'agency' && <span className="quiet"> {t('customers.agency')}</span>}
        </>
      ),
    },
    {
      key: 'account',
      title: t('customers.account'),
      width: 'minmax(80px, 130px)',
      leaves: 2,
      cell: (row) => row.account,
    },
    { key: 'owner', title: t('customers.owner'), width: 'minmax(100px, 1fr)', cell: (row) => row.owner },
    {
      key: 'next',
      title: t('customers.next-end'),
      width: '206px',
      cell: (row) => row.nextEnd && <NextEnd on={row.nextEnd} />,
    },
    {
      key: 'ending',
      title: t('customers.ending'),
      width: '84px',
      align: 'end',
      leaves: 3,
      cell: (row) =>
        row.ending > 0 && (
          <PageLink to="/expiring" words={{ customer: row.id }}>
            {row.ending.toLocaleString(locale)}
            <span className={style.phoneOnly}> {t('customers.ending.short')}</span>
          </PageLink>
        ),
    },
    {
      key: 'orders',
      title: t('customers.orders'),
      width: '72px',
      align: 'end',
      card: 'aside',
      cell: (row) => (
        <PageLink to="/orders" words={{ customer: row.id }} title={t('customers.orders.in-force')}>
          {row.orders.toLocaleString(locale)}
          <span className={style.phoneOnly}> {t('customers.orders.short', { count: row.orders })}</span>
        </PageLink>
      ),
    },
    {
      key: 'reachable',
      title: t('customers.contacts'),
      width: 'minmax(110px, 150px)',
      cell: (row) => <Reachable row={row} />,
    },
  ];
}

function NextEnd({ on }: { on: string }) {
  const { timeZone } = usePreferences();
  const daysLeft = daysBetween(dayOf(new Date(), timeZone), on);
  return (
    <span className={style.ring}>
      <Ring daysLeft={daysLeft} share={daysLeft / 365} /> <Ends on={on} daysLeft={daysLeft} />
    </span>
  );
}

function Reachable({ row }: { row: CustomerRow }) {
  const { t } = useWords();
  return (
    <>
      {row.reachable === 0 ? (
        <span className={style.trouble}>{t('customers.unreachable.short')}</span>
      ) : (
        <span className="quiet">{t('customers.reachable.count', { count: row.reachable })}</span>
      )}
      {!row.noticesOn && (
        <span className={style.off} title={t('customers.notices.off')}>
          {' '}
          <Icon name="bell-off" size={14} />
          <span className="unseen">{t('customers.notices.off')}</span>
        </span>
      )}
    </>
  );
}

const idOf = (row: CustomerRow) => row.id;

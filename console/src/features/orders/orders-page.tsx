import type { OrderRow } from '../../../../contract/orders.ts';
import { useMay, useSession } from '../../api/use-session.ts';
import { EmptyState } from '../../shell/empty-state.tsx';
import { Icon } from '../../shell/icon.tsx';
import type { Column } from '../../shell/list/column.ts';
import { FilterBar } from '../../shell/list/filter-bar.tsx';
import { List } from '../../shell/list/list.tsx';
import { useList } from '../../shell/list/use-list.ts';
import { moneyText } from '../../shell/money-text.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { useAddressWords, useChangeAddress, useQuickView } from '../../shell/use-address.ts';
import { useListed } from '../../shell/views/use-listed.ts';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { OrderEnd } from './order-end.tsx';
import { OrderState } from './order-state.tsx';
import style from './orders.module.css';
import { useOrderFilters } from './use-order-filters.ts';

/** Everything that was ever sold, newest first. */
export function OrdersPage() {
  const { t } = useWords();
  const { opened, open } = useQuickView();
  const words = useAddressWords();
  const change = useChangeAddress();
  const mayImport = useMay('imports:apply');
  const { sort = '-ordered', text } = words;
  const filters = useOrderFilters(words.customer);
  const asked = Object.fromEntries(filters.map(({ name }) => [name, words[name]]));
  const { listed, onList } = useListed('orders', useOrderColumns());
  const loaded = useList<OrderRow>('/orders', { ...asked, sort, text });
  const isFiltered = [...filters.map(({ name }) => words[name]), text].some((word) => word);
  return (
    <>
      <PageHead title={t('orders.title')} line={t('orders.line')} />
      <FilterBar textLabel={t('orders.find')} filters={filters} listed={listed} />
      <List
        label={t('orders.title')}
        {...onList}
        loaded={loaded}
        idOf={idOf}
        nameOf={(row) => row.number}
        open={(row) => void open('order', row.id)}
        openedId={opened?.replace('order:', '') ?? null}
        sort={sort}
        onSort={(next) => void change({ sort: next })}
        empty={
          isFiltered ? undefined : (
            <EmptyState title={t('orders.none')} text={t('orders.none.then')}>
              {mayImport && <PageLink to="/imports/new">{t('orders.none.import')}</PageLink>}
            </EmptyState>
          )
        }
      />
    </>
  );
}

function useOrderColumns(): Column<OrderRow>[] {
  const { t, locale } = useWords();
  const seesPrices = useSession()?.seesPrices ?? false;
  const price: Column<OrderRow> = {
    key: 'price',
    title: t('orders.price'),
    width: '124px',
    align: 'end',
    leaves: 3,
    cell: (row) => row.price && moneyText(row.price, locale),
  };
  return [
    {
      key: 'number',
      title: t('orders.number'),
      width: '160px',
      sort: 'number',
      card: 'title',
      cell: (row) => (
        <QuickLink kind="order" id={row.id}>
          {row.number}
        </QuickLink>
      ),
    },
    {
      key: 'name',
      title: t('orders.name'),
      width: 'minmax(150px, 1.5fr)',
      cell: (row) => <CommonName row={row} />,
    },
    {
      key: 'ends',
      title: t('orders.ends'),
      width: '200px',
      sort: 'ends',
      cell: (row) => (
        <span className={style.ring}>
          <OrderEnd order={row} />
        </span>
      ),
    },
    {
      key: 'product',
      title: t('orders.product'),
      width: 'minmax(110px, 1fr)',
      leaves: 2,
      cell: (row) => <span title={row.product ?? undefined}>{row.product}</span>,
    },
    {
      key: 'customer',
      title: t('orders.customer'),
      width: 'minmax(120px, 1.2fr)',
      cell: (row) => (
        <PageLink to={`/customers/${row.customer.id}`} title={row.customer.name}>
          {row.customer.name}
        </PageLink>
      ),
    },
    {
      key: 'owner',
      title: t('orders.owner'),
      width: 'minmax(80px, 120px)',
      leaves: 1,
      cell: (row) => row.owner,
    },
    {
      key: 'ordered',
      title: t('orders.ordered'),
      width: '108px',
      sort: 'ordered',
      leaves: 1,
      card: 'none',
      cell: (row) => row.orderedOn && <Day on={row.orderedOn} />,
    },
    {
      key: 'state',
      title: t('orders.state'),
      width: '124px',
      card: 'aside',
      cell: (row) => <State row={row} />,
    },
    ...(seesPrices ? [price] : []),
  ];
}

function CommonName({ row }: { row: OrderRow }) {
  const { t } = useWords();
  return (
    <span title={row.commonName ?? undefined}>
      {row.commonName}
      {row.moreNames > 0 && (
        <span className="quiet"> {t('orders.more-names', { count: row.moreNames })}</span>
      )}
    </span>
  );
}

function State({ row }: { row: OrderRow }) {
  const { t } = useWords();
  return (
    <>
      <OrderState order={row} />
      {!row.noticesOn && (
        <span className={style.off} title={t('orders.notices.off')}>
          {' '}
          <Icon name="bell-off" size={14} />
          <span className="unseen">{t('orders.notices.off')}</span>
        </span>
      )}
    </>
  );
}

const idOf = (row: OrderRow) => row.id;

import type { RequestRow } from '../../../../contract/requests.ts';
import { useSession } from '../../api/use-session.ts';
import type { Column } from '../../shell/list/column.ts';
import { moneyText } from '../../shell/money-text.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Day, Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { OrderEnd } from '../orders/order-end.tsx';
import { RequestStateWords } from './request-state.tsx';
import style from './requests.module.css';

export function useRequestColumns(): Column<RequestRow>[] {
  const { t, locale } = useWords();
  const seesPrices = useSession()?.seesPrices ?? false;
  const price: Column<RequestRow> = {
    key: 'price',
    title: t('requests.price'),
    width: '84px',
    align: 'end',
    leaves: 1,
    cell: (row) => row.price && moneyText(row.price, locale),
  };
  return [
    {
      key: 'order',
      title: t('requests.order'),
      width: 'minmax(160px, 1.4fr)',
      card: 'title',
      cell: (row) => (
        <span title={row.order.commonName ?? undefined}>
          <QuickLink kind="request" id={row.id}>
            {row.order.number}
          </QuickLink>{' '}
          <span className={style.name}>{row.order.commonName}</span>
        </span>
      ),
    },
    {
      key: 'customer',
      title: t('requests.customer'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => (
        <PageLink to={`/customers/${row.customer.id}`} title={row.customer.name}>
          {row.customer.name}
        </PageLink>
      ),
    },
    {
      key: 'state',
      title: t('requests.said'),
      width: 'minmax(150px, 1fr)',
      sort: 'asked',
      cell: (row) => (
        <span>
          <RequestStateWords request={row} />{' '}
          <span className="quiet">
            · <Moment at={row.askedAt} short />
          </span>
        </span>
      ),
    },
    {
      key: 'next',
      title: t('requests.next'),
      width: '112px',
      sort: 'due',
      cell: (row) => <Next row={row} />,
    },
    {
      key: 'owner',
      title: t('requests.owner'),
      width: 'minmax(90px, 120px)',
      card: 'aside',
      cell: (row) => row.owner ?? <span className="quiet">{t('requests.owner.none')}</span>,
    },
    {
      key: 'ends',
      title: t('requests.ends'),
      width: '206px',
      sort: 'ends',
      leaves: 3,
      cell: (row) => (
        <span className={style.ring}>
          <OrderEnd order={{ status: 'issued', ...row.order }} />
        </span>
      ),
    },
    {
      key: 'note',
      title: t('requests.note'),
      width: 'minmax(80px, 1fr)',
      leaves: 1,
      cell: (row) => row.note && <span title={row.note}>{row.note}</span>,
    },
    ...(seesPrices ? [price] : []),
  ];
}

function Next({ row }: { row: RequestRow }) {
  const { t } = useWords();
  if (row.nextOn === null) {
    return row.state === 'open' ? <span className="quiet">{t('requests.next.none')}</span> : null;
  }
  return (
    <span className={style.next} data-overdue={row.overdue || undefined}>
      <Day on={row.nextOn} />
      {row.overdue && <span className="unseen"> {t('requests.due.overdue')}</span>}
    </span>
  );
}

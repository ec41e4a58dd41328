import { useQuery } from '@tanstack/react-query';
import type { DomainDetail } from '../../../../contract/domains.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { useAddressWords } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { DomainNames } from './domain-names.tsx';
import { DomainOrders } from './domain-orders.tsx';
import { DomainTimeline } from './domain-timeline.tsx';
import style from './domains.module.css';

/** One domain beside the list: its orders in time, what speaks for each name, and the orders with their certificates. */
export function DomainQuickView({ id }: QuickViewProps) {
  const { days } = useAddressWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['domain', id, days],
    queryFn: ({ signal }) => api.get<DomainDetail>(`/domains/${encodeURIComponent(id)}`, { days }, signal),
  });
  if (!data && error) {
    return (
      <ProblemNote problem={error} again={isProblem(error, 'not-found') ? undefined : () => void refetch()} />
    );
  }
  return data ? <Domain domain={data} /> : <PageSkeleton rows={8} />;
}

function Domain({ domain }: { domain: DomainDetail }) {
  const { t } = useWords();
  return (
    <article aria-label={domain.shown}>
      <header className={style.head}>
        <h2>{domain.shown}</h2>
        <p className="quiet">
          {t('domains.sum', { names: domain.names, orders: domain.orders })}
          {domain.isCut && ` ${t('domains.cut')}`}
        </p>
        <ul className={style.customers}>
          {domain.customers.map(({ id, name }) => (
            <li key={id}>
              <PageLink to={`/customers/${id}`}>{name}</PageLink>
            </li>
          ))}
          {domain.moreCustomers > 0 && (
            <li className="quiet">{t('domains.more-customers', { count: domain.moreCustomers })}</li>
          )}
        </ul>
      </header>
      <DomainTimeline orders={domain.orderRows} today={domain.today} />
      <DomainNames names={domain.nameRows} more={domain.moreNames} />
      <DomainOrders orders={domain.orderRows} more={domain.moreOrders} />
    </article>
  );
}

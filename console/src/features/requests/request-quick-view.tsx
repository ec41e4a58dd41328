import { useQuery } from '@tanstack/react-query';
import type { RequestView } from '../../../../contract/requests.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { OrderEnd } from '../orders/order-end.tsx';
import { RequestActions } from './request-actions.tsx';
import { RequestHistory } from './request-history.tsx';
import { RequestStateWords } from './request-state.tsx';
import style from './requests.module.css';

/** One request beside the list: of what and whose, what was said, who looks at it when, how it went. */
export function RequestQuickView({ id }: QuickViewProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['request', id],
    queryFn: ({ signal }) => api.get<RequestView>(`/requests/${encodeURIComponent(id)}`, undefined, signal),
  });
  if (!data && error) {
    return (
      <ProblemNote problem={error} again={isProblem(error, 'not-found') ? undefined : () => void refetch()} />
    );
  }
  return data ? <Request key={id} request={data} /> : <PageSkeleton rows={8} />;
}

function Request({ request }: { request: RequestView }) {
  const { t, rich } = useWords();
  const { order, customer, newOrder } = request;
  const by = request.askedBy ?? t('requests.the-customer');
  return (
    <article aria-label={t('requests.one', { number: order.number })}>
      <header className={style.head}>
        <p className="quiet">{t('requests.one', { number: order.number })}</p>
        <h2>{order.commonName ?? order.number}</h2>
        <p className={style.ring}>
          <OrderEnd order={{ status: 'issued', ...order }} />
        </p>
        <p>
          <QuickLink kind="order" id={order.id}>
            {t('requests.see-order', { number: order.number })}
          </QuickLink>
          {' · '}
          <PageLink to={`/customers/${customer.id}`}>{customer.name}</PageLink>
        </p>
      </header>
      <section className={style.card} aria-label={t('requests.now')}>
        <p>
          <strong>
            <RequestStateWords request={request} />
          </strong>
        </p>
        <p className="quiet">
          {rich('requests.asked-by', { by, at: <Moment key="at" at={request.askedAt} /> })}
        </p>
        {newOrder?.id != null && (
          <p>
            <QuickLink kind="order" id={newOrder.id}>
              {t('requests.see-order', { number: newOrder.number })}
            </QuickLink>
          </p>
        )}
        {newOrder !== null && newOrder.id === null && (
          <p className="quiet">{t('requests.new-order.waits', { number: newOrder.number })}</p>
        )}
        <RequestActions request={request} />
      </section>
      <RequestHistory events={request.events} />
    </article>
  );
}

import type { CustomerView } from '../../../../contract/customers.ts';
import { moneyText } from '../../shell/money-text.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { useWords } from '../../words/use-words.ts';
import { OrderEnd } from '../orders/order-end.tsx';
import { OrderState } from '../orders/order-state.tsx';
import style from './customers.module.css';
import { Part } from './part.tsx';

export function CustomerOrders({ customer }: { customer: CustomerView }) {
  const { t, locale } = useWords();
  const { latestOrders } = customer;
  const all = (
    <PageLink to="/orders" words={{ customer: customer.id }}>
      {t('customers.orders.all')}
    </PageLink>
  );
  return (
    <Part title={t('customers.orders.latest')} action={all}>
      {latestOrders.length === 0 && <p className="quiet">{t('customers.orders.none')}</p>}
      <ul className={`${style.rows} ${style.orders}`}>
        {latestOrders.map((order) => (
          <li key={order.id} className={style.order}>
            <QuickLink kind="order" id={order.id}>
              {order.number}
            </QuickLink>
            <span className={style.clip} title={order.commonName ?? undefined}>
              {order.commonName}
              {order.moreNames > 0 && (
                <span className="quiet"> {t('orders.more-names', { count: order.moreNames })}</span>
              )}
            </span>
            <span className={style.ring}>
              <OrderEnd order={order} />
            </span>
            <span className={style.clip}>
              <OrderState order={order} />
            </span>
            <span className="number">{order.price && moneyText(order.price, locale)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

import type { DomainOrder } from '../../../../contract/domains.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './domains.module.css';

/** The orders with a name under the domain, and their certificates in use. */
export function DomainOrders({ orders, more }: { orders: readonly DomainOrder[]; more: number }) {
  const { t } = useWords();
  return (
    <section className={style.section} aria-labelledby="domain-orders">
      <h3 id="domain-orders">{t('domains.orders')}</h3>
      <ul className={style.lines}>
        {orders.map((order) => (
          <li key={order.id}>
            <p className={style.name}>
              <span>
                <QuickLink kind="order" id={order.id}>
                  {order.number}
                </QuickLink>{' '}
                {order.product}
              </span>
              <span className="quiet">
                {order.coversFrom && <Day on={order.coversFrom} />} –{' '}
                {order.coversUntil && <Day on={order.coversUntil} />}
              </span>
            </p>
            <p className={style.small}>
              <PageLink to={`/customers/${order.customer.id}`}>{order.customer.name}</PageLink>
              <span className="quiet">{order.authorityName}</span>
              {order.status !== 'issued' && (
                <span className="quiet">{t(`expiring.status.${order.status}`)}</span>
              )}
              {order.renewed !== 'no' && (
                <span className="quiet">{t(`expiring.renewed.${order.renewed}`)}</span>
              )}
            </p>
            <p className={style.small}>
              <span className="quiet">
                {order.names.join(', ')}
                {order.moreNames > 0 && ` ${t('domains.more-names', { count: order.moreNames })}`}
              </span>
            </p>
            {order.certificates.map((certificate) => (
              <p key={`${certificate.serial} ${certificate.validUntil}`} className={style.small}>
                <Certificate {...certificate} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{t('domains.more-orders', { count: more })}</p>}
    </section>
  );
}

function Certificate({ serial, validUntil }: DomainOrder['certificates'][number]) {
  const { t, rich } = useWords();
  const number = serial ?? t('domains.certificate.no-serial');
  return (
    <span className="quiet">
      {validUntil === null
        ? t('domains.certificate', { number })
        : rich('domains.certificate.until', { number, day: <Day key="day" on={validUntil} /> })}
    </span>
  );
}

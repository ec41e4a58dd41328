import type { ReactNode } from 'react';
import type { OrderView } from '../../../../contract/orders.ts';
import { moneyText } from '../../shell/money-text.ts';
import { PageLink, QuickLink } from '../../shell/page-link.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './order-view.module.css';
import { Section } from './section.tsx';
import { termText } from './term-text.ts';

/** What was sold to whom. A fact that is not known is not named. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { t, locale } = useWords();
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['customer', <CustomerFact key="customer" order={order} />],
    ['holder', order.holder],
    ['product', [order.product, order.authorityName].filter(Boolean).join(' · ')],
    ['validity', order.term && termText(order.term, 0, t)],
    ['coverage', order.coversFrom && order.coversUntil && <Coverage order={order} />],
    ['status', t(`expiring.status.${order.status}`)],
    ['renewed', <Renewed key="renewed" order={order} />],
    ['price', order.price && moneyText(order.price, locale)],
    ['servers', order.serverCount],
    ['remark', order.remark],
  ];
  return (
    <Section title={t('expiring.view.facts')}>
      <dl className={style.facts}>
        {facts
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(`expiring.fact.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}

function CustomerFact({ order: { customer } }: { order: OrderView }) {
  return (
    <>
      <PageLink to={`/customers/${customer.id}`}>{customer.name}</PageLink>
      {customer.account && <span className="quiet"> · {customer.account}</span>}
    </>
  );
}

function Coverage({ order: { coversFrom, coversUntil } }: { order: OrderView }) {
  return (
    <>
      <Day on={coversFrom!} /> – <Day on={coversUntil!} />
    </>
  );
}

function Renewed({ order }: { order: OrderView }) {
  const { t } = useWords();
  return (
    <>
      {order.renewedWords ?? t(`expiring.renewed.${order.renewed}`)}
      {order.successors.map(({ id, number }) => (
        <span key={number}>
          {' '}
          {id === null ? (
            number
          ) : (
            <QuickLink kind="order" id={id}>
              {number}
            </QuickLink>
          )}
        </span>
      ))}
    </>
  );
}

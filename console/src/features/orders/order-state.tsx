import type { OrderRow } from '../../../../contract/orders.ts';
import { useWords } from '../../words/use-words.ts';
import style from './orders.module.css';

/** What is to be known first: requested, renewed, perhaps renewed, or that it is no longer in force. */
export function OrderState({ order }: { order: OrderRow }) {
  const { t } = useWords();
  if (order.status !== 'issued') {
    return <span className={style.state}>{t(`orders.status.${order.status}`)}</span>;
  }
  if (order.requestedAt !== null) {
    return (
      <span className={style.state} data-tone="in-force">
        {t('orders.requested')}
      </span>
    );
  }
  if (order.renewed === 'no') return <span className="quiet">{t('orders.status.issued')}</span>;
  return (
    <span className={style.state} data-tone={order.renewed === 'renewed' ? 'in-force' : 'soon'}>
      {t(`orders.renewed.${order.renewed}`)}
    </span>
  );
}

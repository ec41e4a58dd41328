import type { CustomerView } from '../../../../contract/customers.ts';
import { PageLink } from '../../shell/page-link.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import style from './customers.module.css';
import { Part } from './part.tsx';

/** What was said to them, newest first. */
export function CustomerMessages({ customer }: { customer: CustomerView }) {
  const { t } = useWords();
  const all = (
    <PageLink to="/messages" words={{ customer: customer.id }}>
      {t('customers.messages.all')}
    </PageLink>
  );
  return (
    <Part title={t('customers.messages')} action={customer.messages.length > 0 ? all : undefined}>
      {customer.messages.length === 0 && <p className="quiet">{t('customers.messages.none')}</p>}
      <ul className={style.rows}>
        {customer.messages.map((message) => (
          <li key={message.id} className={style.message}>
            <span className={style.clip}>
              <PageLink to={`/messages/${message.id}`}>
                {message.subject ?? t('customers.messages.no-subject')}
              </PageLink>
            </span>
            <span className={`${style.clip} quiet`}>{message.address}</span>
            <span className={style.state} data-state={message.state}>
              {t(`customers.message.${message.state}`)}
            </span>
            <span className="quiet">
              <Moment at={message.finishedAt ?? message.plannedAt} short />
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

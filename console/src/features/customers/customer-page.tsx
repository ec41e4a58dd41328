import { useQuery } from '@tanstack/react-query';
import type { CustomerView } from '../../../../contract/customers.ts';
import { isProblem } from '../../api/problem.ts';
import { PageHead } from '../../shell/page-head.tsx';
import { PageSkeleton } from '../../shell/page-skeleton.tsx';
import { NothingHere } from '../../shell/problem/nothing-here.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import { useAddressPart } from '../../shell/use-address.ts';
import { useWords } from '../../words/use-words.ts';
import { customerQuery } from './customer-calls.ts';
import { CustomerContacts } from './customer-contacts.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerMessages } from './customer-messages.tsx';
import { CustomerMoneyPart } from './customer-money.tsx';
import { CustomerNotes } from './customer-notes.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import style from './customers.module.css';

/** Everything about one customer on one page. */
export function CustomerPage() {
  const id = useAddressPart('id');
  const { data, error, refetch } = useQuery(customerQuery(id));
  if (error && isProblem(error, 'not-found')) return <NothingHere />;
  if (error && !data) return <ProblemNote problem={error} again={() => void refetch()} />;
  return data ? <Customer customer={data} /> : <PageSkeleton rows={8} />;
}

function Customer({ customer }: { customer: CustomerView }) {
  const { t } = useWords();
  const line = [
    customer.kind === 'agency' ? t('customers.kind.agency') : null,
    customer.account && t('customers.account.is', { value: customer.account }),
    customer.division,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <PageHead title={customer.name} line={line || undefined} />
      <div className={style.page}>
        <div className={style.main}>
          <CustomerOrders customer={customer} />
          <CustomerContacts customer={customer} />
          <CustomerMessages customer={customer} />
        </div>
        <div className={style.beside}>
          <CustomerFacts customer={customer} />
          <CustomerMoneyPart money={customer.money} />
          <CustomerNotes customer={customer} />
        </div>
      </div>
    </>
  );
}

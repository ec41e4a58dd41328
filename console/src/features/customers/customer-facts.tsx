import { Switch } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { CustomerChange, CustomerView } from '../../../../contract/customers.ts';
import { isProblem } from '../../api/problem.ts';
import { useMay } from '../../api/use-session.ts';
import { StaleNote } from '../../shell/problem/problem-note.tsx';
import { Day } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { NoAccount } from '../expiring/no-account.tsx';
import { NoticesMark } from '../expiring/notices-mark.tsx';
import { OwnerMenu } from '../expiring/owner-menu.tsx';
import { changeCustomer, useChange } from './customer-calls.ts';
import style from './customers.module.css';
import { Part } from './part.tsx';

/** Who looks after them, whether notices go, in which language and zone they are written to. */
export function CustomerFacts({ customer }: { customer: CustomerView }) {
  const { t } = useWords();
  const queries = useQueryClient();
  const mayChange = useMay('customers:change');
  const mayAssign = useMay('customers:assign') && mayChange;
  const maySwitch = useMay('notices:switch') && mayChange;
  const change = useChange((given: CustomerChange) => changeCustomer(customer, given), {
    says: () => t('customers.changed', { name: customer.name }),
  });
  const facts: [string, string | null][] = [
    [t('customers.country'), customer.country],
    [t('customers.locale'), customer.locale],
    [t('customers.time-zone'), customer.timeZone],
  ];
  return (
    <Part title={t('customers.facts')}>
      {isProblem(change.error, 'stale') && (
        <Stale
          wanted={change.variables}
          reload={() => {
            change.reset();
            void queries.invalidateQueries({ queryKey: ['customer', customer.id] });
          }}
        />
      )}
      {maySwitch ? (
        <Switch
          className={style.switch ?? ''}
          label={t(customer.noticesOn ? 'customers.notices.on' : 'customers.notices.off')}
          checked={change.isPending ? (change.variables.noticesOn ?? customer.noticesOn) : customer.noticesOn}
          onChange={(event) => change.mutate({ noticesOn: event.currentTarget.checked })}
        />
      ) : (
        <NoticesMark isOn={customer.noticesOn} hasWords />
      )}
      <dl className={style.facts}>
        <div>
          <dt>{t('customers.owner')}</dt>
          <dd>
            {mayAssign ? (
              <OwnerMenu
                label={customer.owner ?? t('customers.owner.none')}
                says={t('customers.owner.change')}
                assign={(owner) => owner !== customer.owner && change.mutate({ owner })}
              />
            ) : (
              (customer.owner ?? <span className="quiet">{t('customers.owner.none')}</span>)
            )}{' '}
            <NoAccount owner={customer.owner} />
          </dd>
        </div>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        <div>
          <dt>{t('customers.since')}</dt>
          <dd>
            <Day on={customer.createdAt.slice(0, 10)} />
          </dd>
        </div>
      </dl>
    </Part>
  );
}

/** Somebody else was first: what was wanted is said, so that it can be wanted again. */
function Stale({ wanted, reload }: { wanted: CustomerChange | undefined; reload: () => void }) {
  const { t } = useWords();
  return (
    <>
      <StaleNote reload={reload} />
      {wanted?.owner !== undefined && (
        <p className="quiet">{t('customers.stale.owner', { value: wanted.owner ?? 'none' })}</p>
      )}
    </>
  );
}

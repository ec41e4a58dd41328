import { Button, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { NewRequest, OrderView } from '../../../../contract/orders.ts';
import { useMay } from '../../api/use-session.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { Moment } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { NoAccount } from './no-account.tsx';
import { NoticesMark } from './notices-mark.tsx';
import style from './order-view.module.css';
import { OwnerMenu } from './owner-menu.tsx';
import { type OrderChanges, useOrderChanges } from './use-order-changes.ts';

type Answer = NewRequest['answer'];
const answers: readonly Answer[] = ['renew', 'renewed-elsewhere', 'declined'];

/** What can be done about one order: notices, owner, and what the customer has said about renewing. */
export function OrderActions({ order }: { order: OrderView }) {
  const { t } = useWords();
  const changes = useOrderChanges();
  const maySwitch = useMay('notices:switch');
  const mayAssign = useMay('customers:assign');
  return (
    <div className={style.actions}>
      <div className={style.switches}>
        {maySwitch ? (
          <Switch
            checked={order.noticesOn}
            label={t('expiring.switch-long')}
            onChange={({ currentTarget }) => void changes.switchNotices([order.id], currentTarget.checked)}
          />
        ) : (
          <NoticesMark isOn={order.noticesOn} hasWords />
        )}
        <span>
          <span className="quiet">{t('expiring.owner')}</span>{' '}
          {mayAssign ? (
            <OwnerMenu
              label={order.owner ?? t('expiring.owner.none')}
              says={t('expiring.assign-owner')}
              assign={(owner) => void changes.assignOwner([order.id], owner)}
            />
          ) : (
            (order.owner ?? t('expiring.owner.none'))
          )}{' '}
          <NoAccount owner={order.owner} />
        </span>
      </div>
      {!order.customerNoticesOn && <p className={style.aside}>{t('expiring.view.customer-off')}</p>}
      {order.mutedAt && !order.request && <Muted at={order.mutedAt} />}
      {order.request ? (
        <Requested order={order} changes={changes} />
      ) : (
        <Ask order={order} changes={changes} />
      )}
    </div>
  );
}

function Muted({ at }: { at: string }) {
  const { rich } = useWords();
  return (
    <p className={style.aside}>{rich('expiring.view.muted', { at: <Moment key="at" at={at} short /> })}</p>
  );
}

interface RequestProps {
  readonly order: OrderView;
  readonly changes: OrderChanges;
}

function Requested({ order, changes }: RequestProps) {
  const { t, rich } = useWords();
  const mayRequest = useMay('requests:change');
  const { id, answer, at, by, note, state, silent, newNumber } = order.request!;
  const said = state === 'renewed' ? state : state === 'open' && !silent ? 'reopened' : answer;
  return (
    <div className={style.requested}>
      <p>
        <strong>{t(`expiring.request.${said}`, { number: newNumber ?? 'none' })}</strong>{' '}
        <span className="quiet">
          {rich('expiring.request.who', {
            by: by ?? t('expiring.request.customer'),
            at: <Moment key="at" at={at} short />,
          })}
        </span>
      </p>
      {note && <p className={style.said}>{note}</p>}
      <div className={style.buttons}>
        {mayRequest && (
          <Button size="xs" data-size="xs" onClick={() => void changes.withdrawRequest(order.id)}>
            {t('expiring.request.withdraw')}
          </Button>
        )}
        <QuickLink kind="request" id={id}>
          {t('expiring.request.see')}
        </QuickLink>
      </div>
    </div>
  );
}

/** What the customer has said; a note may go with it. The touches stop at once. */
function Ask({ order, changes }: RequestProps) {
  const { t } = useWords();
  const mayRequest = useMay('requests:change');
  const [asking, setAsking] = useState<Answer | null>(null);
  const [note, setNote] = useState('');
  if (!mayRequest || order.renewed === 'renewed') return null;
  if (asking === null) {
    return (
      <div className={style.buttons}>
        {answers.map((answer) => (
          <Button
            key={answer}
            variant={answer === 'renew' ? 'filled' : 'default'}
            onClick={() => setAsking(answer)}
          >
            {t(`expiring.ask.${answer}`)}
          </Button>
        ))}
      </div>
    );
  }
  return (
    <form
      className={style.requested}
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(null);
        void changes.request(order.id, asking, note);
      }}
    >
      <p>
        <strong>{t(`expiring.ask.${asking}`)}</strong>{' '}
        <span className="quiet">{t(`expiring.ask.${asking}.then`)}</span>
      </p>
      <Textarea
        autoFocus
        label={t('expiring.ask.note')}
        rows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button type="submit" variant="filled">
          {t('expiring.ask.confirm')}
        </Button>
        <Button variant="subtle" onClick={() => setAsking(null)}>
          {t('expiring.ask.back')}
        </Button>
      </div>
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { OrderView } from '../../../../contract/orders.ts';
import { api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { usePreferences } from '../../api/use-session.ts';
import { HelpLink } from '../../shell/help/help-link.tsx';
import { Bar } from '../../shell/page-skeleton.tsx';
import { ProblemNote } from '../../shell/problem/problem-note.tsx';
import type { QuickViewProps } from '../../shell/quick-views.tsx';
import { RingWord } from '../../shell/ring.tsx';
import { Ends } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';
import { ClockStrip } from './clock-strip.tsx';
import { knownOrder } from './known-order.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderContacts } from './order-contacts.tsx';
import { OrderFacts } from './order-facts.tsx';
import { OrderMessages } from './order-messages.tsx';
import { OrderNames } from './order-names.tsx';
import { OrderNotes } from './order-notes.tsx';
import style from './order-view.module.css';
import { orderKey } from './patch-rows.ts';
import { Section } from './section.tsx';

/** Everything about one order beside the list: what ends, what was said, who hears it, what to do now. */
export function OrderQuickView({ id }: QuickViewProps) {
  const { data, error, refetch } = useQuery({
    queryKey: orderKey(id),
    queryFn: ({ signal }) => api.get<OrderView>(`/orders/${encodeURIComponent(id)}`, undefined, signal),
  });
  if (!data && error) {
    return (
      <ProblemNote problem={error} again={isProblem(error, 'not-found') ? undefined : () => void refetch()} />
    );
  }
  return data ? <Order order={data} /> : <Coming id={id} />;
}

/** What the list has said already, and the rest in the shape in which it comes. */
function Coming({ id }: { id: string }) {
  const { t } = useWords();
  const { timeZone } = usePreferences();
  const known = knownOrder(id, timeZone);
  return (
    <div className={style.order} aria-busy="true">
      <header className={style.head}>
        <p className="quiet">
          {known ? t('expiring.view.of', { number: known.number }) : <Bar width="14ch" />}
        </p>
        <p className={style.title}>
          {known ? (known.commonName ?? known.number) : <Bar width="26ch" height={18} />}
        </p>
        {known?.end && (
          <p className={style.ends}>
            <RingWord daysLeft={known.end.daysLeft} share={known.end.shareLeft}>
              <Ends on={known.end.on} daysLeft={known.end.daysLeft} />
            </RingWord>
          </p>
        )}
      </header>
      <div className={style.actions}>
        <Bar width="60%" height={20} />
        <p className={style.buttons}>
          <Bar width="96px" height={32} />
          <Bar width="150px" height={32} />
          <Bar width="96px" height={32} />
        </p>
      </div>
      <Bar width="100%" height={88} />
      <Section title={t('expiring.view.facts')}>
        {known && <p>{known.customer}</p>}
        {[70, 52, 64, 46, 58].map((width) => (
          <p key={width}>
            <Bar width={`${width}%`} />
          </p>
        ))}
      </Section>
    </div>
  );
}

function Order({ order }: { order: OrderView }) {
  const { t } = useWords();
  const nearest = order.clocks.toSorted((a, b) => (a.endsAt < b.endsAt ? -1 : 1))[0];
  return (
    <article className={style.order} aria-label={t('expiring.view.of', { number: order.number })}>
      <header className={style.head}>
        <p className="quiet">{t('expiring.view.of', { number: order.number })}</p>
        <h2>{order.commonName ?? order.number}</h2>
        {nearest && (
          <p className={style.ends}>
            <RingWord daysLeft={nearest.daysLeft} share={nearest.shareLeft}>
              <Ends on={nearest.endsOn} daysLeft={nearest.daysLeft} endsAt={nearest.endsAt} />
            </RingWord>
            <span className="quiet">{t('expiring.clock', { kind: nearest.kind })}</span>
          </p>
        )}
      </header>
      <OrderActions order={order} />
      {order.clocks.length > 0 && <ClockStrip clocks={order.clocks} />}
      <p className={style.help}>
        <HelpLink about="no-message" />
      </p>
      <OrderFacts order={order} />
      <OrderNames order={order} />
      <OrderContacts contacts={order.contacts} />
      <OrderMessages messages={order.messages} />
      <OrderNotes order={order} />
    </article>
  );
}

import type { DomainOrder } from '../../../../contract/domains.ts';
import { QuickLink } from '../../shell/page-link.tsx';
import { temperatureOf } from '../../shell/temperature.ts';
import { daysBetween, dayText } from '../../shell/time-text.ts';
import { useWords } from '../../words/use-words.ts';
import style from './domains.module.css';
import { placeOf, type Stretch, stretchOf } from './timeline-places.ts';

const shown = 12;

/** The orders of a domain as bars over the same time, so that gaps and overlaps are seen. */
export function DomainTimeline({ orders, today }: { orders: readonly DomainOrder[]; today: string }) {
  const { t, locale } = useWords();
  const stretch = stretchOf(orders, today);
  const drawn = orders
    .filter(({ coversFrom, coversUntil, status }) => {
      const isDated = coversFrom !== null && coversUntil !== null && coversUntil >= stretch.from;
      return isDated && (status === 'issued' || status === 'pending');
    })
    .slice(0, shown)
    .toSorted((a, b) => (a.coversFrom! < b.coversFrom! ? -1 : 1));
  if (drawn.length === 0) return null;
  const now = placeOf(today, stretch);
  return (
    <section className={style.section} aria-labelledby="domain-timeline">
      <h3 id="domain-timeline">{t('domains.timeline')}</h3>
      <ol className={style.timeline}>
        <span className={style.today} style={{ left: `${now}%` }} aria-hidden="true" />
        {drawn.map((order) => (
          <Bar key={order.id} order={order} stretch={stretch} today={today} />
        ))}
      </ol>
      <p className={style.axis} aria-hidden="true">
        {now > 22 && <span>{dayText(stretch.from, locale)}</span>}
        <span className={style.todayWord} style={{ left: `${Math.min(92, Math.max(8, now))}%` }}>
          {t('time.today')}
        </span>
        {now < 84 && <span className={style.last}>{dayText(stretch.until, locale)}</span>}
      </p>
    </section>
  );
}

function Bar({ order, stretch, today }: { order: DomainOrder; stretch: Stretch; today: string }) {
  const { t, locale } = useWords();
  const [from, to] = [placeOf(order.coversFrom!, stretch), placeOf(order.coversUntil!, stretch)];
  const says = t('domains.bar', {
    number: order.number,
    from: dayText(order.coversFrom!, locale),
    until: dayText(order.coversUntil!, locale),
  });
  return (
    <li
      data-tone={temperatureOf(daysBetween(today, order.coversUntil!))}
      data-pending={order.status === 'pending' || undefined}
    >
      <span className={style.bar} style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }} />
      <QuickLink kind="order" id={order.id} title={says} style={{ marginLeft: `${Math.min(from, 70)}%` }}>
        {order.number}
        <span className="unseen"> {says}</span>
      </QuickLink>
    </li>
  );
}

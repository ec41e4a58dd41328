import type { OrderRow } from '../../../../contract/orders.ts';
import { usePreferences } from '../../api/use-session.ts';
import { Ring } from '../../shell/ring.tsx';
import { dayOf, daysBetween } from '../../shell/time-text.ts';
import { Ends } from '../../shell/when.tsx';
import { useWords } from '../../words/use-words.ts';

type Coverage = Pick<OrderRow, 'status' | 'coversFrom' | 'coversUntil'>;

/** The ring and the end of an order's coverage; an order that is not in force has none that counts. */
export function OrderEnd({ order }: { order: Coverage }) {
  const { t } = useWords();
  const { timeZone } = usePreferences();
  const { status, coversFrom, coversUntil } = order;
  if (coversUntil === null) return <span className="quiet">{t('orders.no-end')}</span>;
  const daysLeft = daysBetween(dayOf(new Date(), timeZone), coversUntil);
  if (status !== 'issued' && status !== 'pending') return <Ends on={coversUntil} daysLeft={daysLeft} />;
  const whole = coversFrom === null ? 365 : Math.max(1, daysBetween(coversFrom, coversUntil));
  return (
    <>
      <Ring daysLeft={daysLeft} share={daysLeft / whole} /> <Ends on={coversUntil} daysLeft={daysLeft} />
    </>
  );
}

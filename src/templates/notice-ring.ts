import type { Ring } from '../pictures/ring.ts';
import type { NoticeLead } from './notice-lead.ts';
import type { ListedOrder } from './order-row.ts';

const dayLength = 86_400_000;

/** Share of its lifetime that an order or certificate has left, 0 to 1. */
function shareLeft({ order, over, days }: ListedOrder): number {
  const lifetime = (Date.parse(order.endsOn) - Date.parse(order.issuedOn)) / dayLength;
  return over || lifetime <= 0 ? 0 : Math.min(days / lifetime, 1);
}

/** The countdown: what the first order has left; with both clocks in the notice, coverage outside and certificate inside. */
export function noticeRing(lead: NoticeLead): Ring {
  const number = lead.first.over ? 0 : lead.first.days;
  const other = lead.all.find((entry) => entry.clock !== lead.first.clock);
  const own = shareLeft(lead.first);
  if (!other) return { tone: lead.tone, outer: own, number };
  const others = shareLeft(other);
  return lead.first.clock === 'coverage'
    ? { tone: lead.tone, outer: own, inner: others, number }
    : { tone: lead.tone, outer: others, inner: own, number };
}

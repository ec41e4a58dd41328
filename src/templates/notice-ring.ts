import type { Ring } from '../pictures/ring.ts';
import type { NoticeLead } from './notice-lead.ts';
import type { ListedOrder } from './order-row.ts';

const dayLength = 86_400_000;

/** Share of its lifetime that an order or certificate has left, 0 to 1. */
function shareLeft({ order }: ListedOrder): number {
  const lifetime = (Date.parse(order.endsOn) - Date.parse(order.issuedOn)) / dayLength;
  return lifetime <= 0 ? 0 : Math.min(Math.max(order.daysLeft / lifetime, 0), 1);
}

/** The countdown: what the first order has left; with both clocks in the notice, coverage outside and certificate inside. */
export function noticeRing(lead: NoticeLead): Ring {
  const number = Math.max(lead.first.order.daysLeft, 0);
  const other = lead.all.find((entry) => entry.clock !== lead.first.clock);
  const own = shareLeft(lead.first);
  if (!other) return { tone: lead.tone, outer: own, number };
  const others = shareLeft(other);
  return lead.first.clock === 'coverage'
    ? { tone: lead.tone, outer: own, inner: others, number }
    : { tone: lead.tone, outer: others, inner: own, number };
}

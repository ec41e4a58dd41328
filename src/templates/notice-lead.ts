import { Fault } from '../kernel/fault.ts';
import { moreUrgent, type Tone } from '../pictures/temperature.ts';
import { lastMoment } from './local-end.ts';
import type { NoticeFacts, OrderFacts } from './notice-facts.ts';
import type { ListedOrder } from './order-row.ts';
import type { TemplateSource } from './template-source.ts';

/** What a notice is mainly about: the orders its headline counts, and the one that comes first. */
export interface NoticeLead {
  readonly tone: Tone;
  /** All orders of the notice, the most urgent first. */
  readonly all: readonly ListedOrder[];
  /** Those of the template's own clock; all of them when there is none. */
  readonly own: readonly ListedOrder[];
  readonly first: ListedOrder;
  readonly over: number;
}

function byEnd(a: ListedOrder, b: ListedOrder): number {
  if (a.order.endsOn !== b.order.endsOn) return a.order.endsOn < b.order.endsOn ? -1 : 1;
  return a.order.number < b.order.number ? -1 : a.order.number > b.order.number ? 1 : 0;
}

/**
 * Whether it is over is decided by the last second, how many days by the calendar of the reader: at half past midnight
 * in Madrid an order that ends with the UTC day still runs, and "-1 days" are none.
 */
function listed(
  order: OrderFacts,
  { clock, tone, now }: { clock: ListedOrder['clock']; tone: Tone; now: number },
): ListedOrder {
  const over = now > lastMoment(order) + 999;
  return { order, clock, tone, over, days: Math.max(over ? -order.daysLeft : order.daysLeft, 0) };
}

/** Which orders lead. A template about what has ended is refused for orders that all still run, and the other way round. */
export function noticeLead(facts: NoticeFacts, source: TemplateSource): NoticeLead {
  const now = Date.parse(facts.asOf);
  const all = facts.blocks
    .flatMap(({ clock, tone, orders }) => orders.map((order) => listed(order, { clock, tone, now })))
    .sort(byEnd);
  const sameClock = all.filter((entry) => entry.clock === source.clock);
  const own = sameClock.length > 0 ? sameClock : all;
  const first =
    source.about === 'either' ? own[0] : own.find((entry) => entry.over === (source.about === 'over'));
  if (!first) {
    const expected = source.about === 'over' ? 'has ended' : 'still runs';
    throw new Fault(
      'invalid',
      `template "${source.name}" speaks of an order that ${expected}; order ${own[0]!.order.number} does not`,
    );
  }
  const tone = facts.blocks.reduce<Tone>((worst, block) => moreUrgent(worst, block.tone), 'in-force');
  return { tone, all, own, first, over: own.filter((entry) => entry.over).length };
}

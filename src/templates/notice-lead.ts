import { Fault } from '../kernel/fault.ts';
import { moreUrgent, type Tone } from '../pictures/temperature.ts';
import type { NoticeFacts } from './notice-facts.ts';
import { isOver, type ListedOrder } from './order-row.ts';
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

/** Which orders lead. A template about what has ended is refused for orders that all still run, and the other way round. */
export function noticeLead(facts: NoticeFacts, source: TemplateSource): NoticeLead {
  const all = facts.blocks
    .flatMap(({ clock, tone, orders }) => orders.map((order) => ({ order, clock, tone })))
    .sort(byEnd);
  const sameClock = all.filter((entry) => entry.clock === source.clock);
  const own = sameClock.length > 0 ? sameClock : all;
  const first =
    source.about === 'either'
      ? own[0]
      : own.find((entry) => isOver(entry.order) === (source.about === 'over'));
  if (!first) {
    const expected = source.about === 'over' ? 'has ended' : 'still runs';
    throw new Fault(
      'invalid',
      `template "${source.name}" speaks of an order that ${expected}; order ${own[0]!.order.number} does not`,
    );
  }
  const tone = facts.blocks.reduce<Tone>((worst, block) => moreUrgent(worst, block.tone), 'in-force');
  return { tone, all, own, first, over: own.filter((entry) => isOver(entry.order)).length };
}

import type { RankedOrder } from './succession-order.ts';

/** What the links between orders say of one order's successors. */
export interface Followers {
  readonly known: Set<RankedOrder>;
  /** Numbers of followers that are not in the inventory. */
  readonly elsewhere: Set<string>;
}

/**
 * Follows `renewalOf` and `renewedBy` in both directions. A number is looked for at the same authority first, then
 * wherever it is the only one. A link to itself or backwards in time says nothing.
 */
export function followLinks(orders: readonly RankedOrder[]): Map<RankedOrder, Followers> {
  const find = indexByNumber(orders);
  const links = new Map<RankedOrder, Followers>();
  const followersOf = (order: RankedOrder): Followers => {
    const existing = links.get(order);
    if (existing) return existing;
    const made: Followers = { known: new Set(), elsewhere: new Set() };
    links.set(order, made);
    return made;
  };
  for (const order of orders) {
    const { renewalOf, renewedBy } = order.order;
    const older = renewalOf ? find(order, renewalOf) : undefined;
    if (older && canFollow(older, order)) followersOf(older).known.add(order);
    if (!isNumber(renewedBy)) continue;
    const newer = find(order, renewedBy);
    if (!newer) followersOf(order).elsewhere.add(renewedBy);
    else if (canFollow(order, newer)) followersOf(order).known.add(newer);
  }
  return links;
}

/** Some exports write 0 for "none" (`renewed_order_id`, see the authority's order info). */
function isNumber(text: string | null | undefined): text is string {
  return text !== undefined && text !== null && text !== '' && text !== '0';
}

function canFollow(older: RankedOrder, newer: RankedOrder): boolean {
  if (older === newer) return false;
  if (older.from === undefined || newer.from === undefined) return true;
  if (newer.from !== older.from) return newer.from > older.from;
  return older.until === undefined || newer.until === undefined || newer.until > older.until;
}

function indexByNumber(orders: readonly RankedOrder[]) {
  const byNumber = new Map<string, RankedOrder[]>();
  for (const order of orders) {
    const same = byNumber.get(order.order.number);
    if (same) same.push(order);
    else byNumber.set(order.order.number, [order]);
  }
  return (from: RankedOrder, number: string): RankedOrder | undefined => {
    const found = byNumber.get(number) ?? [];
    return (
      found.find((order) => order.order.authority === from.order.authority) ??
      (found.length === 1 ? found[0] : undefined)
    );
  };
}

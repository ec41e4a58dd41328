import type { RowId } from '../kernel/ids.ts';

/**
 * Customers that one address joins, directly or over others: what is decided for one of them can depend on the rest.
 * `links` names, for each address that stands at several customers, those customers. Each group is in the order of
 * numbers; whoever shares nothing is in none.
 */
export function customerGroups(links: readonly (readonly RowId[])[]): Map<RowId, readonly RowId[]> {
  const leader = new Map<RowId, RowId>();
  for (const customers of links) {
    const [first, ...others] = customers;
    if (first === undefined) continue;
    for (const other of others) join(leader, first, other);
  }
  const members = Map.groupBy([...leader.keys()].sort(byNumber), (customer) => leaderOf(leader, customer));
  const groups = new Map<RowId, readonly RowId[]>();
  for (const group of members.values()) for (const customer of group) groups.set(customer, group);
  return groups;
}

function join(leader: Map<RowId, RowId>, a: RowId, b: RowId): void {
  const [one, other] = [leaderOf(leader, a), leaderOf(leader, b)];
  if (one !== other) leader.set(other, one);
}

function leaderOf(leader: Map<RowId, RowId>, customer: RowId): RowId {
  const path: RowId[] = [];
  let at = customer;
  for (let above = leader.get(at); above !== undefined && above !== at; above = leader.get(at)) {
    path.push(at);
    at = above;
  }
  leader.set(at, at);
  // Flattened, so that a chain of a hundred thousand customers is walked once.
  for (const passed of path) leader.set(passed, at);
  return at;
}

function byNumber(a: RowId, b: RowId): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

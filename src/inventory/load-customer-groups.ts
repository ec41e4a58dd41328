import type { RowId } from '../kernel/ids.ts';
import type { PartnerScope, PartnerTransaction } from '../storage/database.ts';
import {
  type CustomerSize,
  selectCustomerSizes,
  selectNeighbours,
  selectSharedAddresses,
} from './customer-group-store.ts';
import { customerGroups } from './customer-groups.ts';

/** Customers that must be looked at together; see `customerGroups`. */
export type CustomerGroup = readonly RowId[];

/** Groups that are worked on in one go. */
export interface GroupBatch {
  readonly groups: readonly CustomerGroup[];
  /** The last customer of the walk: going on behind it misses nobody and meets nobody twice. */
  readonly upTo: RowId;
}

const pageSize = 1_000;

/**
 * All customers behind `after` in the order of their numbers, those that share addresses together, in batches of
 * about so many orders; a group is never divided. A group comes where its first customer stands.
 */
export async function* walkCustomerGroups(
  scope: PartnerScope,
  walk: { readonly after: RowId; readonly orders: number },
): AsyncGenerator<GroupBatch> {
  const shared = customerGroups(await scope.transaction(selectSharedAddresses));
  let batch: { groups: CustomerGroup[]; orders: number } = { groups: [], orders: 0 };
  let after = walk.after;
  for (;;) {
    const page: CustomerSize[] = await scope.transaction((tx) =>
      selectCustomerSizes(tx, { after, limit: pageSize }),
    );
    for (const { customer, orders } of page) {
      after = customer;
      const group = shared.get(customer) ?? [customer];
      batch.orders += orders;
      if (group[0] === customer) batch.groups.push(group);
      if (batch.orders < walk.orders || batch.groups.length === 0) continue;
      yield { groups: batch.groups, upTo: customer };
      batch = { groups: [], orders: 0 };
    }
    if (page.length < pageSize) break;
  }
  if (batch.groups.length > 0) yield { groups: batch.groups, upTo: after };
}

/** These customers and everybody whom an address joins to them, by groups. */
export async function groupsOfCustomers(
  tx: PartnerTransaction,
  customers: readonly RowId[],
): Promise<CustomerGroup[]> {
  const groups: CustomerGroup[] = [];
  const placed = new Set<RowId>();
  for (const customer of customers) {
    if (placed.has(customer)) continue;
    const group = await closure(tx, customer);
    for (const member of group) placed.add(member);
    groups.push(group);
  }
  return groups;
}

async function closure(tx: PartnerTransaction, customer: RowId): Promise<CustomerGroup> {
  const known = new Set([customer]);
  for (let fresh = [customer]; fresh.length > 0; ) {
    const found = await selectNeighbours(tx, fresh);
    fresh = found.filter((one) => !known.has(one));
    for (const one of fresh) known.add(one);
  }
  return [...known].sort((a, b) => Number(BigInt(a) - BigInt(b)));
}

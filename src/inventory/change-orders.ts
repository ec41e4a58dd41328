import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { selectContactOwners } from './contact-list-store.ts';
import { wakeClocksOfOrders } from './customer-word-store.ts';
import { editableOrderFields, type OrderFields, type OrderLine } from './order-list.ts';
import { updateOrderFields } from './order-list-store.ts';

/** What a change did to one order: the fields that really changed, as they were and as they are. */
export interface OrderChanged {
  readonly order: RowId;
  readonly number: string;
  readonly before: Partial<OrderFields>;
  readonly after: Partial<OrderFields>;
}

/**
 * Sets fields of orders by a person's word and lets their clocks be decided anew. Orders that hold the values already
 * are left alone. Throws `invalid` for a contact of another customer.
 */
export async function changeOrders(
  tx: PartnerTransaction,
  orders: readonly OrderLine[],
  change: Partial<OrderFields>,
  now: Temporal.Instant,
): Promise<OrderChanged[]> {
  if (change.contact) await refuseForeignContact(tx, change.contact, orders);
  const changed = orders.flatMap((order) => differenceOf(order, change));
  for (const { order, after } of changed) await updateOrderFields(tx, order, after, now.toString());
  const ids = changed.map(({ order }) => order);
  if (ids.length > 0) await wakeClocksOfOrders(tx, ids, now.toString());
  return changed;
}

function differenceOf(order: OrderLine, change: Partial<OrderFields>): OrderChanged[] {
  const held = editableOrderFields(order);
  const names = (Object.keys(change) as (keyof OrderFields)[]).filter(
    (name) => change[name] !== undefined && change[name] !== held[name],
  );
  if (names.length === 0) return [];
  const pick = (from: Partial<OrderFields>) =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<OrderFields>;
  return [{ order: order.id, number: order.number, before: pick(held), after: pick(change) }];
}

async function refuseForeignContact(
  tx: PartnerTransaction,
  contact: RowId,
  orders: readonly OrderLine[],
): Promise<void> {
  const owner = (await selectContactOwners(tx, [contact])).get(contact);
  if (orders.every((order) => order.customer === owner)) return;
  throw new Fault('invalid', 'this contact belongs to another customer than the order', {
    code: 'contact-elsewhere',
  });
}

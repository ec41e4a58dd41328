import { loadOrdersById } from '../../inventory/load-orders.ts';
import type { OrderLine } from '../../inventory/order-list.ts';
import { Fault } from '../../kernel/fault.ts';
import type { PartnerTransaction } from '../../storage/database.ts';

/** An order that the caller may see; whatever else answers as if it were not there. */
export async function ownOrder(
  tx: PartnerTransaction,
  id: string,
  visible: readonly string[] | null,
  lock = false,
): Promise<OrderLine> {
  const order = (await loadOrdersById(tx, [id], { visible, lock })).get(id);
  if (!order) throw new Fault('not-found', `there is no order ${id}`, { code: 'no-order', params: { id } });
  return order;
}

/** As the audit log names it. */
export function orderSubject(order: OrderLine): { kind: string; id: string; label: string } {
  return { kind: 'order', id: order.id, label: order.number };
}

import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { OrderFilter, OrderLine, OrderSort } from './order-list.ts';
import {
  type OrderLineRow,
  selectOrderIds,
  selectOrderLines,
  selectOrderLinesById,
} from './order-list-store.ts';
import { ordersMatching } from './orders-matching.ts';

/** One page of the orders, withdrawn ones left out. */
export async function loadOrderLines(
  tx: PartnerTransaction,
  query: {
    readonly filter: OrderFilter;
    readonly sort: OrderSort;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<OrderLine[]> {
  const { text } = query.filter;
  const matches = text === undefined ? undefined : await ordersMatching(tx, text);
  if (matches !== undefined && matches.length === 0) return [];
  return (await selectOrderLines(tx, { ...query, matches })).map(lineOfRow);
}

/** Orders by id. Those that are gone, or belong to a customer that the caller may not see, are missing. */
export async function loadOrdersById(
  tx: PartnerTransaction,
  orders: readonly RowId[],
  options: { readonly visible: readonly RowId[] | null; readonly lock?: boolean },
): Promise<Map<RowId, OrderLine>> {
  if (orders.length === 0) return new Map();
  const rows = await selectOrderLinesById(tx, orders, { lock: options.lock ?? false });
  const seen = rows.filter((row) => options.visible === null || options.visible.includes(row.customer));
  return new Map(seen.map((row) => [row.id, lineOfRow(row)]));
}

/** The place of an order in a sorted list: the sort's value, then its id. */
export function placeOfOrder(order: OrderLine, by: OrderSort['by']): readonly (string | null)[] {
  const values = { ordered: order.orderedOn, ends: order.coversUntil, number: order.number };
  return [values[by] ?? '-infinity', order.id];
}

/** Ids of orders of one customer by their numbers. */
export async function orderIdsByNumber(
  tx: PartnerTransaction,
  customer: RowId,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, RowId>> {
  const rows = await selectOrderIds(tx, numbers);
  return new Map(rows.filter((row) => row.customer === customer).map((row) => [row.number, row.id]));
}

/** Ids of orders by their numbers, of customers that the caller may see; a number that two orders bear is missing. */
export async function orderIdsOfNumbers(
  tx: PartnerTransaction,
  numbers: readonly string[],
  visible: readonly RowId[] | null,
): Promise<ReadonlyMap<string, RowId>> {
  if (numbers.length === 0) return new Map();
  const rows = await selectOrderIds(tx, numbers);
  const seen = Map.groupBy(
    rows.filter((row) => visible === null || visible.includes(row.customer)),
    ({ number }) => number,
  );
  return new Map(
    [...seen].flatMap(([number, [one, ...more]]) => (more.length > 0 ? [] : [[number, one!.id]])),
  );
}

function lineOfRow({ priceMinor, currency, ...row }: OrderLineRow): OrderLine {
  const price = priceMinor === null || currency === null ? null : { minor: BigInt(priceMinor), currency };
  return { ...row, price };
}

import type { InfiniteData } from '@tanstack/react-query';
import type { ExpiringPage, ExpiringRow } from '../../../../contract/expiring.ts';
import type { OrderView } from '../../../../contract/orders.ts';
import { queryClient } from '../../api/query-client.ts';

/** What can be shown of a change before the server has answered. */
export type OrderPatch = Partial<Pick<ExpiringRow, 'noticesOn' | 'owner' | 'requestedAt'>>;

const lists = { queryKey: ['list', '/expiring'] } as const;

/** Shows a change at once in every list and quick view of these orders; returns how to show what was there before. */
export function patchOrders(orders: readonly string[], patch: OrderPatch): () => void {
  void queryClient.cancelQueries(lists);
  const before = queryClient.getQueriesData<InfiniteData<ExpiringPage>>(lists);
  const wanted = new Set(orders);
  queryClient.setQueriesData<InfiniteData<ExpiringPage>>(lists, (seen) =>
    seen ? { ...seen, pages: seen.pages.map((page) => patchedPage(page, wanted, patch)) } : seen,
  );
  const views = orders.map(
    (id) => [orderKey(id), queryClient.getQueryData<OrderView>(orderKey(id))] as const,
  );
  for (const [key, view] of views) if (view) queryClient.setQueryData<OrderView>(key, { ...view, ...patch });
  return () => {
    for (const [key, seen] of before) queryClient.setQueryData(key, seen);
    for (const [key, view] of views) if (view) queryClient.setQueryData(key, view);
  };
}

function patchedPage(page: ExpiringPage, wanted: ReadonlySet<string>, patch: OrderPatch): ExpiringPage {
  return { ...page, rows: page.rows.map((row) => (wanted.has(row.order) ? { ...row, ...patch } : row)) };
}

export function orderKey(id: string): readonly [string, string] {
  return ['order', id];
}

/** What the server says now, of everything that shows these orders. */
export async function readOrdersAgain(): Promise<void> {
  await Promise.all(
    [['list'], ['expiring'], ['order']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  );
}

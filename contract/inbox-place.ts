import type { InboxItem } from './inbox.ts';

/** Where a thing in the inbox leads to: an address of the console. */
export function inboxPlace({ kind, ref, order, customer }: Placed): string {
  switch (kind) {
    case 'mentioned':
    case 'lapsing':
      return order ? `/orders/${order.id}` : `/customers/${customer?.id ?? ''}`;
    case 'request':
    case 'request-day':
      return `/requests?open=request:${ref}`;
    case 'failed-notice':
      return `/messages/${ref}`;
    case 'perhaps':
      return `/perhaps-renewed?text=${encodeURIComponent(order?.number ?? '')}`;
    case 'held-run':
      return '/messages';
    case 'approve-day':
      return '/plan';
    case 'import-failed':
      return `/imports/${ref}`;
  }
}

type Placed = Pick<InboxItem, 'kind' | 'ref'> & {
  readonly order: { readonly id: string; readonly number: string } | null;
  readonly customer: { readonly id: string } | null;
};

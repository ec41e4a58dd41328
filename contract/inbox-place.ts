import type { InboxItem } from './inbox.ts';

/** Where a thing in the inbox leads to: an address of the console, or what it opens beside the inbox. */
export function inboxPlace({ kind, ref, order, customer }: Placed): string {
  switch (kind) {
    case 'mentioned':
    case 'lapsing':
      return order ? `/inbox?open=order:${order.id}` : `/customers/${customer?.id ?? ''}`;
    case 'request':
    case 'request-day':
      return `/inbox?open=request:${ref}`;
    case 'failed-notice':
      return `/inbox?open=message:${ref}`;
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

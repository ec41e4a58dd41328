import type { InboxItem } from '../../../../contract/inbox.ts';
import { inboxPlace } from '../../../../contract/inbox-place.ts';
import { pages } from '../../shell/pages.tsx';

/** What a thing leads to: a quick view beside the list, or a page. */
export type InboxTarget =
  | { readonly kind: 'quick'; readonly view: string; readonly id: string }
  | { readonly kind: 'page'; readonly to: string; readonly words: Readonly<Record<string, string>> };

export function inboxTarget(item: InboxItem): InboxTarget {
  const { kind, ref, order } = item;
  if (order && (kind === 'mentioned' || kind === 'lapsing'))
    return { kind: 'quick', view: 'order', id: order.id };
  if (kind === 'request' || kind === 'request-day') return { kind: 'quick', view: 'request', id: ref };
  if (kind === 'failed-notice') return { kind: 'quick', view: 'message', id: ref };
  const place = new URL(inboxPlace(item), 'https://console');
  const isThere = place.pathname !== '/plan' || pages.some(({ path }) => path === '/plan');
  return {
    kind: 'page',
    to: isThere ? place.pathname : '/',
    words: Object.fromEntries(place.searchParams),
  };
}

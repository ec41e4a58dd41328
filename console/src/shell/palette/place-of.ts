import type { SearchHit } from '../../../../contract/search.ts';

/** Where a hit leads: an order opens its quick view over the orders, so that nothing else is lost. */
export function placeOf({ kind, id }: Pick<SearchHit, 'kind' | 'id'>) {
  if (kind === 'customer' || kind === 'contact') return { to: `/customers/${id}` };
  if (kind === 'message') return { to: `/messages/${id}` };
  return { to: '.', search: (words: object) => ({ ...words, open: `order:${id}` }) };
}

import type { Query } from '../../api/client.ts';
import type { SearchWords } from '../../shell/search-text.ts';

/** Words of the address that narrow this list. */
export const filterNames = [
  'group',
  'days',
  'from',
  'to',
  'notices',
  'product',
  'authority',
  'owner',
  'customer',
  'kind',
  'renewed',
  'requested',
  'next',
  'text',
] as const;

/** The words of the address as the server's filter; `days=30` is the next thirty days, today included. */
export function expiringFilterOf(words: SearchWords): Query {
  const { days, ...rest } = words;
  const filter: Record<string, string | undefined> = {};
  for (const name of filterNames) if (rest[name]) filter[name] = rest[name];
  if (days && /^\d{1,3}$/.test(days)) Object.assign(filter, { from: '0', to: days });
  return filter;
}

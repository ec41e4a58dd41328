import { domainToASCII } from 'node:url';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { foldName } from './folded-name.ts';
import { type SearchRow, selectHits } from './search-store.ts';

export type SearchHit = SearchRow;

/** Customers, orders by number or serial number, names and contacts that hold a text, best first within each kind. */
export async function searchInventory(
  tx: PartnerTransaction,
  text: string,
  options: { readonly visible: readonly RowId[] | null; readonly limit: number },
): Promise<SearchHit[]> {
  const lower = text.toLowerCase();
  // A part of a name need not be a name itself; what cannot be written in A-labels is looked for as it is.
  const host = /[^\u0000-\u007f]/.test(lower) ? domainToASCII(lower) || lower : lower;
  return selectHits(tx, { plain: text, folded: foldName(text), host, ...options });
}

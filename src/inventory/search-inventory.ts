import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { foldName } from './folded-name.ts';
import { type SearchRow, selectHits } from './search-store.ts';
import { typedHost } from './typed-host.ts';

export type SearchHit = SearchRow;

/**
 * Orders by the beginning of their number or a whole serial number, names and domains by their beginning, companies
 * and people by any part; best first within each kind.
 */
export async function searchInventory(
  tx: PartnerTransaction,
  text: string,
  options: { readonly visible: readonly RowId[] | null; readonly limit: number },
): Promise<SearchHit[]> {
  return selectHits(tx, { plain: text, folded: foldName(text), host: typedHost(text), ...options });
}

import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { fewMatches } from './expiring-list.ts';
import { foldName } from './folded-name.ts';
import { selectTextMatches } from './text-match-store.ts';
import { typedHost } from './typed-host.ts';

/** The orders that a typed text may mean; `many` where they are too many to be a narrow filter. */
export async function ordersMatching(
  tx: PartnerTransaction,
  text: string,
): Promise<readonly RowId[] | 'many'> {
  return selectTextMatches(tx, { plain: text, folded: foldName(text), host: typedHost(text) }, fewMatches);
}

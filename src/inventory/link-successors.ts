import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { answerSuccessions } from './answer-successions.ts';
import { forgetSuccessionTables, storeLinks, touchCustomersOf } from './succession-link-store.ts';

/** The order that an order was followed by, by a person's word; null takes the link away. */
export interface LinkChange {
  readonly order: RowId;
  readonly number: string | null;
}

/**
 * Links orders to those that follow them and asks again which of their customers' orders have been renewed. A number
 * that is not in the inventory is kept: the import that brings it finds the link waiting.
 */
export async function linkSuccessors(
  tx: PartnerTransaction,
  links: readonly LinkChange[],
  now: Temporal.Instant,
): Promise<void> {
  const at = now.toString();
  await storeLinks(tx, links, at);
  await forgetSuccessionTables(tx);
  await touchCustomersOf(
    tx,
    links.map(({ order }) => order),
  );
  await answerSuccessions(tx, at);
  await forgetSuccessionTables(tx);
}

import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { keepMentionItems } from './mention-store.ts';

/** Lets those whom a note names hear of it at once, in the transaction that writes it, changes it or takes it away. */
export function keepMentions(tx: PartnerTransaction, note: RowId, now: Temporal.Instant): Promise<void> {
  return keepMentionItems(tx, note, now.toString());
}

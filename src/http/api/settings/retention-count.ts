import type { Retention, RetentionCount } from '../../../../contract/settings.ts';
import { oldAuditEntries } from '../../../access/forget-audit.ts';
import { oldImportChanges, oldRemovedNotes } from '../../../inventory/forget-old.ts';
import { oldMessageContents } from '../../../notices/forget-message-content.ts';
import { retentionCutoffs } from '../../../partners/retention-cutoffs.ts';
import type { PartnerTransaction } from '../../../storage/database.ts';

/** What the next daily run would remove under these terms. */
export async function retentionCount(
  tx: PartnerTransaction,
  retention: Retention,
  now: Temporal.Instant,
): Promise<RetentionCount> {
  const { messages, imports, notes, audit } = retentionCutoffs(retention, now);
  return {
    messages: messages ? await oldMessageContents(tx, messages) : 0,
    imports: imports ? await oldImportChanges(tx, imports) : 0,
    notes: notes ? await oldRemovedNotes(tx, notes) : 0,
    audit: audit ? await oldAuditEntries(tx, audit) : 0,
  };
}

import type { RetentionCount } from '../../contract/settings.ts';
import { audit } from '../access/audit.ts';
import { forgetAudit } from '../access/forget-audit.ts';
import { forgetImportChanges, forgetRemovedNotes } from '../inventory/forget-old.ts';
import type { Now } from '../kernel/now.ts';
import { forgetMessageContent } from '../notices/forget-message-content.ts';
import type { Partner } from '../partners/partner.ts';
import { type RetentionCutoffs, retentionCutoffs } from '../partners/retention-cutoffs.ts';
import { beginRetentionRun, endRetentionRun } from '../partners/retention-runs.ts';
import type { Database, PartnerScope, PartnerTransaction } from '../storage/database.ts';

const rowsAtOnce = 2_000;

/**
 * Removes what a partner has decided to keep no longer, once a day of its zone, whichever process comes first; what was
 * removed, or undefined where that day is done. In small transactions: cut short, the rest follows within an hour or
 * the next day. The audit log keeps an entry of it.
 */
export async function runRetention(
  deps: { readonly db: Database; readonly now: Now },
  partner: Partner,
): Promise<RetentionCount | undefined> {
  const now = deps.now();
  const day = now.toZonedDateTimeISO(partner.settings.defaultTimeZone).toPlainDate().toString();
  const scope = deps.db.forPartner(partner.id);
  if (!(await scope.transaction((tx) => beginRetentionRun(tx, day, now)))) return undefined;
  const removed = await removeOld(scope, retentionCutoffs(partner.settings.retention, now), now);
  await scope.transaction(async (tx) => {
    await endRetentionRun(tx, day, { at: deps.now(), removed });
    if (Object.values(removed).every((n) => n === 0)) return;
    const subject = { kind: 'retention', id: day };
    await audit(tx, { person: null, via: 'command', action: 'retention:run', subject, after: removed });
  });
  return removed;
}

async function removeOld(
  scope: PartnerScope,
  { messages, imports, notes, audit: log }: RetentionCutoffs,
  now: Temporal.Instant,
): Promise<RetentionCount> {
  return {
    messages: messages
      ? await allOf(scope, (tx) => forgetMessageContent(tx, { before: messages, now, limit: rowsAtOnce }))
      : 0,
    imports: imports
      ? await allOf(scope, async (tx) => ((await forgetImportChanges(tx, imports, now)) ? 1 : 0))
      : 0,
    notes: notes ? await scope.transaction((tx) => forgetRemovedNotes(tx, notes)) : 0,
    audit: log ? await allOf(scope, (tx) => forgetAudit(tx, log, rowsAtOnce)) : 0,
  };
}

/** Again and again, each time in a transaction of its own, until nothing is left. */
async function allOf(
  scope: PartnerScope,
  some: (tx: PartnerTransaction) => Promise<number>,
): Promise<number> {
  let total = 0;
  for (;;) {
    const n = await scope.transaction(some);
    if (n === 0) return total;
    total += n;
  }
}

import type { Context } from 'hono';
import { auditAll } from '../../access/audit.ts';
import type { Caller } from '../../access/caller.ts';
import { keepUndo, type UndoOffer } from '../../inventory/keep-undo.ts';
import type { UndoStep } from '../../inventory/undo-step.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import type { ApiEnv } from './api-context.ts';

/** One changed thing, for the audit log. */
export interface Recorded {
  readonly subject: { readonly kind: string; readonly id: string; readonly label?: string | null };
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Writes changes to the audit log in their own transaction, as the caller's. */
export async function recordChanges(
  tx: PartnerTransaction,
  caller: Caller,
  action: string,
  changes: readonly Recorded[],
): Promise<void> {
  const { person, via } = caller;
  await auditAll(
    tx,
    changes.map((change) => ({ person, via, action, ...change })),
  );
}

/** The same, and offers the caller to take it back for a while. */
export async function recordUndoable(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  action: string,
  {
    changes,
    steps,
    now,
  }: { changes: readonly Recorded[]; steps: readonly UndoStep[]; now: Temporal.Instant },
): Promise<UndoOffer> {
  await recordChanges(tx, c.var.caller, action, changes);
  return keepUndo(tx, { person: c.var.caller.person, action, steps }, now);
}

import type { Context } from 'hono';
import type { UndoOffer } from '../../inventory/keep-undo.ts';
import type { PartnerTransaction } from '../../storage/database.ts';
import { fieldsOfView, isSameView, type View } from '../../views/saved-view.ts';
import type { ApiEnv } from './api-context.ts';
import { recordUndoable } from './recorded.ts';

/** Writes a view's change to the audit log, and offers to take it back; a shared view's stands there as such. */
export async function recordView(
  tx: PartnerTransaction,
  c: Context<ApiEnv>,
  { before, after }: { readonly before: View; readonly after: View },
  now: Temporal.Instant,
): Promise<UndoOffer> {
  const isChanged = before.removed !== after.removed || !isSameView(before, after);
  const { id } = after;
  const written = { page: after.page, ...fieldsOfView(after) };
  const change = {
    subject: { kind: 'view', id, label: after.name },
    ...(before.removed ? {} : { before: { page: before.page, ...fieldsOfView(before) } }),
    ...(after.removed ? {} : { after: written }),
  };
  const kept = {
    changes: isChanged ? [change] : [],
    steps: isChanged
      ? [{ kind: 'view' as const, id, before: stepFields(before), after: stepFields(after) }]
      : [],
    now,
  };
  const isShared = before.shared || after.shared;
  return isShared ? recordUndoable(tx, c, 'views:share', kept) : recordUndoable(tx, c, 'views:write', kept);
}

function stepFields(view: View) {
  return { ...fieldsOfView(view), removed: view.removed };
}

import { randomBytes } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { type UndoStep, undoMinutes } from './undo-step.ts';
import { insertUndo, type KeptUndo, takeUndoRow } from './undo-store.ts';

export interface UndoOffer {
  readonly undo: string | null;
  readonly undoUntil: string | null;
}

/** Offers the person to take a change back for a while; nothing is offered where nothing changed. */
export async function keepUndo(
  tx: PartnerTransaction,
  change: { readonly person: string; readonly action: string; readonly steps: readonly UndoStep[] },
  now: Temporal.Instant,
): Promise<UndoOffer> {
  if (change.steps.length === 0) return { undo: null, undoUntil: null };
  const token = randomBytes(18).toString('base64url');
  const until = now.add({ minutes: undoMinutes }).toString();
  await insertUndo(tx, { ...change, token, at: now.toString(), until });
  return { undo: token, undoUntil: until };
}

/** Throws `not-found` for a token that was used, is too old, or is another person's. */
export async function takeUndo(
  tx: PartnerTransaction,
  word: { readonly token: string; readonly person: string },
  now: Temporal.Instant,
): Promise<KeptUndo> {
  const kept = await takeUndoRow(tx, { ...word, at: now.toString() });
  if (kept) return kept;
  throw new Fault(
    'not-found',
    'this can no longer be undone: it was undone before, or 15 minutes have passed',
    { code: 'undo-over' },
  );
}

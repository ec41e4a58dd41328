import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import type { UndoStep } from './undo-step.ts';

/** Keeps how to take a change back; forgets on the way what can be taken back no more. */
export async function insertUndo(
  tx: PartnerTransaction,
  undo: {
    readonly token: string;
    readonly person: string;
    readonly action: string;
    readonly at: string;
    readonly until: string;
    readonly steps: readonly UndoStep[];
  },
): Promise<void> {
  await sql`delete from undo where partner = ${tx.partner} and until < ${undo.at}::timestamptz`.execute(
    tx.db,
  );
  await sql`insert into undo (partner, token, person, action, at, until, steps)
    values (${tx.partner}, ${undo.token}, ${undo.person}, ${undo.action}, ${undo.at}::timestamptz,
      ${undo.until}::timestamptz, ${JSON.stringify(undo.steps)}::jsonb)`.execute(tx.db);
}

export interface KeptUndo {
  readonly action: string;
  readonly steps: readonly UndoStep[];
}

/** Takes the word: once, by the person that made the change, in time. */
export async function takeUndoRow(
  tx: PartnerTransaction,
  { token, person, at }: { readonly token: string; readonly person: string; readonly at: string },
): Promise<KeptUndo | undefined> {
  const { rows } = await sql<KeptUndo>`
    update undo set used_at = ${at}::timestamptz
    where partner = ${tx.partner} and token = ${token} and person = ${person} and used_at is null
      and until >= ${at}::timestamptz
    returning action, steps`.execute(tx.db);
  return rows[0];
}

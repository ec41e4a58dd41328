import { type AuditEntry, type AuditedTransaction, audit } from '../access/audit.ts';
import type { PartnerFields, RecordPartnerChange } from '../partners/switch-sending.ts';
import type { PartnerScope } from '../storage/database.ts';
import { commandActor } from './operator.ts';

/** What a command did, but for who ran it. */
export type CommandEntry = Pick<AuditEntry, 'action' | 'subject' | 'before' | 'after'>;

/** Writes what a command did to the audit log, in the transaction that does it. */
export function recordCommand(tx: AuditedTransaction, entry: CommandEntry): Promise<void> {
  return audit(tx, { ...commandActor(), ...entry });
}

/**
 * The same scope, which writes to the audit log, within the transaction, what `entryOf` makes of its outcome: both
 * happen or neither does. Nothing is written where it answers undefined.
 */
export function recordedScope(
  scope: PartnerScope,
  entryOf: (outcome: unknown) => CommandEntry | undefined,
): PartnerScope {
  return {
    partner: scope.partner,
    transaction: (work) =>
      scope.transaction(async (tx) => {
        const outcome = await work(tx);
        const entry = entryOf(outcome);
        if (entry) await recordCommand(tx, entry);
        return outcome;
      }),
  };
}

/** Writes down personal data that a command has written out. */
export async function recordCommandExport(
  scope: PartnerScope,
  made: {
    readonly what: string;
    readonly format: string;
    readonly rows: number;
    readonly message?: string;
  },
): Promise<void> {
  const { what, ...after } = made;
  const entry = { action: 'exports:make', subject: { kind: 'export', id: what }, after };
  await scope.transaction((tx) => recordCommand(tx, entry));
}

/** Writes down what a command has changed of the partner itself; nothing where all stands as it stood. */
export function recordingAs(action: string): RecordPartnerChange {
  return async (tx, { slug, before, after }) => {
    const changed = Object.keys(after).filter((name) => !isSame(before[name], after[name]));
    if (changed.length === 0) return;
    const of = (fields: PartnerFields) =>
      Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
    const subject = { kind: 'partner', id: String(tx.partner), label: slug };
    await recordCommand(tx, { action, subject, before: of(before), after: of(after) });
  };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

import type { PartnerTransaction } from '../storage/database.ts';
import { insertAuditEntry } from './audit-store.ts';
import type { Caller } from './caller.ts';

/** Any transaction within a partner. */
export type AuditedTransaction = Pick<PartnerTransaction, 'partner' | 'db'>;

/** Who did it. A `Caller` is one. */
export interface Actor {
  /** A person's id, or an operator's name (`operatorActor`). Null: nobody signed in, such as a customer's link. */
  readonly person: string | null;
  readonly via: 'session' | 'api-key' | 'link' | 'command';
}

export interface AuditEntry {
  /** The id of the person who did it. */
  readonly person: string | null;
  /** How they came in; without it, through the console. */
  readonly via?: Actor['via'];
  /** `feature:verb`, the permission's own words where there is one. */
  readonly action: string;
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    /** What people call it: the order's number, the customer's name. */
    readonly label?: string | null;
  };
  /** The fields that changed, as they were and as they are. Never a password, token or key. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Writes to the audit log, in the transaction that makes the change: both happen or neither does. */
export async function audit(tx: AuditedTransaction, entry: AuditEntry): Promise<void> {
  await auditAll(tx, [entry]);
}

/** The same for a change of many subjects. */
export async function auditAll(tx: AuditedTransaction, entries: readonly AuditEntry[]): Promise<void> {
  await insertAuditEntry(tx, entries);
}

export interface ExportMade {
  /** What was taken out: `expiring`, `customers`. */
  readonly what: string;
  readonly format: string;
  readonly rows: number;
  /** How it was chosen. */
  readonly filter?: unknown;
}

/** Writes down that personal data left Vigente: who took what, how much, chosen how. */
export async function recordExport(
  tx: AuditedTransaction,
  caller: Caller,
  { what, format, rows, filter }: ExportMade,
): Promise<void> {
  await audit(tx, {
    person: caller.person,
    via: caller.via,
    action: 'exports:make',
    subject: { kind: 'export', id: what },
    after: { format, rows, ...(filter === undefined ? {} : { filter }) },
  });
}

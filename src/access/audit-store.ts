import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

interface EntryToWrite {
  readonly person: string | null;
  readonly via?: string;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly label?: string | null };
  readonly before?: unknown;
  readonly after?: unknown;
}

/** One statement, however many there are. */
export async function insertAuditEntry(
  tx: Pick<PartnerTransaction, 'partner' | 'db'>,
  entries: readonly EntryToWrite[],
): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ person, via, action, subject, before, after }) => ({
    person,
    via: via ?? 'session',
    action,
    kind: subject.kind,
    id: subject.id,
    label: subject.label ?? null,
    before: before ?? null,
    after: after ?? null,
  }));
  await sql`
    insert into audit (partner, person, via, action, subject_kind, subject_id, label, before, after)
    select ${tx.partner}, e.person, e.via, e.action, e.kind, e.id, e.label,
      nullif(e.before, 'null'), nullif(e.after, 'null')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(
      person text, via text, action text, kind text, id text, label text, before jsonb, after jsonb)
  `.execute(tx.db);
}

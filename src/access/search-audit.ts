import type { Access } from './access.ts';
import { type AuditPage, type AuditRow, auditRows } from './audit-search-store.ts';
import type { Caller } from './caller.ts';
import { namesOf } from './person-store.ts';

export interface ShownAuditRow extends AuditRow {
  readonly personName: string | null;
}

export async function searchAudit(access: Access, caller: Caller, page: AuditPage): Promise<ShownAuditRow[]> {
  const rows = await access.db.forPartner(caller.partner).transaction((tx) => auditRows(tx, page));
  const names = await namesOf(
    access.db,
    rows.flatMap((row) => row.person ?? []),
  );
  return rows.map((row) => ({
    ...row,
    personName: row.person === null ? null : (names.get(row.person) ?? null),
  }));
}

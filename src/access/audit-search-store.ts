import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface AuditRow {
  readonly id: RowId;
  readonly at: Temporal.Instant;
  readonly person: string | null;
  readonly via: string;
  readonly action: string;
  readonly kind: string;
  readonly subject: string;
  readonly label: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditFilter {
  readonly person?: string | undefined;
  /** `people:invite`, or a whole feature: `people`. */
  readonly action?: string | undefined;
  readonly kind?: string | undefined;
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export interface AuditPage {
  readonly filter: AuditFilter;
  readonly limit: number;
  /** The id of the last row of the page before. */
  readonly after: RowId | undefined;
}

/** Newest first. Ids grow with time, so they are the order; entries of transactions that overlap may swap. */
export async function auditRows(
  tx: PartnerTransaction,
  { filter, limit, after }: AuditPage,
): Promise<AuditRow[]> {
  const { person, action, kind, subject, text, from, until } = filter;
  const wanted = text === undefined ? undefined : prefixQuery(text);
  if (wanted === '') return [];
  let query = tx.db
    .selectFrom('audit')
    .select(['id', 'at', 'person', 'via', 'action', 'subject_kind as kind', 'subject_id as subject', 'label'])
    .select(['before', 'after'])
    .where('partner', '=', tx.partner);
  if (after !== undefined) query = query.where('id', '<', after);
  if (person !== undefined) query = query.where('person', '=', person);
  if (action !== undefined) {
    query = action.includes(':')
      ? query.where('action', '=', action)
      : query.where('action', 'like', `${action.replace(/[\\%_]/g, '\\$&')}:%`);
  }
  if (kind !== undefined) query = query.where('subject_kind', '=', kind);
  if (subject !== undefined) query = query.where('subject_id', '=', subject);
  if (from !== undefined) query = query.where(sql<boolean>`at >= ${from}`);
  if (until !== undefined) query = query.where(sql<boolean>`at < ${until}`);
  if (wanted !== undefined) query = query.where(sql<boolean>`words @@ to_tsquery('simple', ${wanted})`);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** `acme sl` → `'acme':* & 'sl':*`; '' where nothing can be searched for. */
function prefixQuery(text: string): string {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/['\\\0]/g, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 10)
    .map((word) => `'${word}':*`)
    .join(' & ');
}

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
  readonly id?: RowId | undefined;
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
    .select(['id', 'at', 'person', 'via', 'action', 'subject_kind as kind', 'subject_id as subject'])
    .select(labelOrLatest.as('label'))
    .select(['before', 'after'])
    .where('partner', '=', tx.partner);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
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

/** What the entry calls its subject, else what the latest entry that names it does. */
const labelOrLatest = sql<string | null>`coalesce(audit.label, (
  select named.label from audit named
  where named.partner = audit.partner and named.subject_kind = audit.subject_kind
    and named.subject_id = audit.subject_id and named.label is not null
  order by named.id desc limit 1))`;

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

import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface NoticeCounts {
  readonly waiting: number;
  readonly submittedToday: number;
  readonly failed: number;
  readonly uncertain: number;
  readonly bounced: number;
}

/** Counts that lead to lists of the same messages: by state, and by the day they were planned for. */
export async function selectNoticeCounts(
  tx: PartnerTransaction,
  query: { readonly visible: readonly RowId[] | null; readonly today: string; readonly weekAgo: string },
): Promise<NoticeCounts> {
  const { visible, today, weekAgo } = query;
  const seen =
    visible === null
      ? sql``
      : sql`and exists (select from contact p where p.partner = ${tx.partner} and p.id = n.contact
          and p.customer = any (${visible}::bigint[]))`;
  const { rows } = await sql<NoticeCounts>`
    select
      (select count(*)::integer from notice n where n.partner = ${tx.partner}
        and n.state in ('waiting', 'claimed', 'attempted') and n.state = 'waiting' ${seen}) as waiting,
      recent.*
    from (select
        (count(*) filter (where n.state = 'submitted' and n.planned_at >= ${today}::timestamptz))::integer
          as "submittedToday",
        (count(*) filter (where n.state = 'failed'))::integer as failed,
        (count(*) filter (where n.state = 'uncertain'))::integer as uncertain,
        (count(*) filter (where n.state = 'bounced'))::integer as bounced
      from notice n where n.partner = ${tx.partner} and n.planned_at >= ${weekAgo}::timestamptz ${seen}) recent`.execute(
    tx.db,
  );
  return rows[0]!;
}

export interface RunRow {
  readonly lastPass: Temporal.Instant | null;
  readonly beat: Temporal.Instant | null;
  /** By the database's own clock, as other workers judge it. */
  readonly alive: boolean;
}

export async function selectRuns(tx: PartnerTransaction): Promise<RunRow> {
  const { rows } = await sql<RunRow>`
    select (select max(as_of) from pass where partner = ${tx.partner}) as "lastPass", w.beat,
      coalesce(w.beat > clock_timestamp() - interval '30 seconds', false) as alive
    from (select max(beat_at) as beat from worker) w`.execute(tx.db);
  return rows[0]!;
}

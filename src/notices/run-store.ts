import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export type RunState = 'planning' | 'held' | 'released' | 'stopped' | 'discarded';

export interface RunRow {
  readonly id: RowId;
  readonly asOf: Temporal.Instant;
  readonly state: RunState;
  /** How many notices it planned. */
  readonly notices: number;
  readonly report: unknown;
  /** What a person said last about it. */
  readonly wordAt: Temporal.Instant | null;
  readonly wordBy: string | null;
  readonly wordNote: string | null;
}

export interface RunQuery {
  readonly limit: number;
  readonly onlyOpen?: boolean;
  readonly id?: RowId;
  /** Only those older than this one. */
  readonly before?: RowId;
}

/** Runs, newest first; with `onlyOpen` those that wait for a person or still have something to send. */
export async function selectRuns(tx: PartnerTransaction, query: RunQuery): Promise<RunRow[]> {
  const { limit, onlyOpen = false, id, before } = query;
  const { rows } = await sql<RunRow>`
    select p.id, p.as_of as "asOf", p.state, p.notices, p.report, p.word_at as "wordAt", p.word_by as "wordBy",
      p.word_note as "wordNote"
    from pass p
    where p.partner = ${tx.partner} ${id === undefined ? sql`` : sql`and p.id = ${id}::bigint`}
      ${before === undefined ? sql`` : sql`and p.id < ${before}::bigint`}
      ${
        onlyOpen
          ? sql`and (p.state in ('held', 'stopped') or p.id in (select n.pass from notice n
              where n.partner = ${tx.partner} and n.state in ('waiting', 'claimed', 'attempted')))`
          : sql``
      }
    order by p.id desc limit ${limit}`.execute(tx.db);
  return rows;
}

export interface RunCountRow {
  readonly run: RowId;
  readonly state: string;
  readonly n: number;
}

/**
 * How many notices of these runs stand where, but for those that went well: what is open and what is rare is counted
 * over small indexes, so that asking each second costs little however many have gone.
 */
export async function selectRunCounts(
  tx: PartnerTransaction,
  runs: readonly Pick<RunRow, 'id' | 'asOf'>[],
): Promise<RunCountRow[]> {
  if (runs.length === 0) return [];
  const ids = runs.map(({ id }) => id);
  const moments = runs.map(({ asOf }) => asOf.epochMilliseconds);
  // A killed run's notices join the next one with the moment at which they were planned.
  const from = new Date(Math.min(...moments) - 86_400_000).toISOString();
  const until = new Date(Math.max(...moments) + 1_000).toISOString();
  const { rows } = await sql<RunCountRow>`
    select pass as run, state, count(*)::integer as n from notice
    where partner = ${tx.partner} and state in ('waiting', 'claimed', 'attempted') and pass = any(${ids}::bigint[])
    group by pass, state
    union all
    select pass, state, count(*)::integer from notice
    where partner = ${tx.partner} and state in ('failed', 'uncertain', 'bounced', 'withdrawn')
      and planned_at >= ${from}::timestamptz and planned_at < ${until}::timestamptz and pass = any(${ids}::bigint[])
    group by pass, state`.execute(tx.db);
  return rows;
}

/** Moves a run from one of these states to another; undefined where it is in none of them. */
export async function updateRunState(
  tx: PartnerTransaction,
  change: {
    readonly run: RowId;
    readonly from: readonly RunState[];
    readonly to: RunState;
    readonly at: string;
    readonly by: string | null;
    readonly note: string | null;
  },
): Promise<RunRow | undefined> {
  await sql`
    update pass set state = ${change.to}, word_at = ${change.at}::timestamptz, word_by = ${change.by},
      word_note = ${change.note}
    where partner = ${tx.partner} and id = ${change.run}::bigint and state = any(${change.from}::text[])`.execute(
    tx.db,
  );
  const row = (await selectRuns(tx, { limit: 1, id: change.run }))[0];
  return row?.state === change.to ? row : undefined;
}

export interface RunShareRow {
  readonly stage: number;
  readonly purpose: string;
  readonly template: string;
  readonly locale: string;
  readonly n: number;
}

/** What the open notices of a run are, most first. */
export async function selectRunShares(tx: PartnerTransaction, run: RowId): Promise<RunShareRow[]> {
  const { rows } = await sql<RunShareRow>`
    select stage, purpose, template, text_locale as locale, count(*)::integer as n from notice
    where partner = ${tx.partner} and pass = ${run}::bigint and state in ('waiting', 'claimed', 'attempted')
    group by stage, purpose, template, text_locale order by n desc, stage limit 60`.execute(tx.db);
  return rows;
}

export interface WaitingRow {
  /** Open notices of released runs whose moment has come. */
  readonly now: number;
  /** All that are open in released runs. */
  readonly all: number;
}

export async function selectWaiting(tx: PartnerTransaction, now: string): Promise<WaitingRow> {
  const { rows } = await sql<WaitingRow>`
    select (count(*) filter (where n.not_before <= ${now}::timestamptz))::integer as now, count(*)::integer as all
    from notice n join pass p on p.partner = ${tx.partner} and p.id = n.pass and p.state = 'released'
    where n.partner = ${tx.partner} and n.state in ('waiting', 'claimed', 'attempted')`.execute(tx.db);
  return rows[0]!;
}

export interface WorkerCountRow {
  /** Processes that send, by the database's own clock. */
  readonly alive: number;
  readonly lastBeat: Temporal.Instant | null;
}

export async function selectWorkerCount(tx: PartnerTransaction): Promise<WorkerCountRow> {
  const { rows } = await sql<WorkerCountRow>`
    select (count(*) filter (where beat_at > clock_timestamp() - interval '30 seconds'))::integer as alive,
      max(beat_at) as "lastBeat" from worker`.execute(tx.db);
  return rows[0]!;
}

/** Takes what has not left out of a run; answers the clocks that it spoke of and how many notices it was. */
export async function withdrawRun(
  tx: PartnerTransaction,
  what: { readonly run: RowId; readonly final: boolean; readonly at: string; readonly detail: unknown },
): Promise<{ readonly notices: number; readonly clocks: RowId[] }> {
  const { run, final, at, detail } = what;
  const { rows: gone } = await sql<{ id: RowId }>`
    with gone as (
      update notice set state = 'withdrawn', finished_at = ${at}::timestamptz, worker = null, fence = fence + 1
      where partner = ${tx.partner} and pass = ${run}::bigint and state in ('waiting', 'claimed')
        and not exists (select from notice_event e where e.partner = ${tx.partner} and e.notice = notice.id
          and e.kind = 'uncertain')
      returning id),
    noted as (
      insert into notice_event (partner, notice, at, kind, detail)
      select ${tx.partner}, id, ${at}::timestamptz, 'discarded', ${JSON.stringify(detail)}::jsonb from gone)
    select id from gone`.execute(tx.db);
  const ids = gone.map(({ id }) => id);
  await sql`update delivery set dropped_at = ${at}::timestamptz, dropped_by = 'discarded'
    where partner = ${tx.partner} and notice = any(${ids}::bigint[]) and dropped_at is null`.execute(tx.db);
  const { rows } = await sql<{ clock: RowId }>`
    with spoken as (
      select distinct clock, anchor, stage, channel from delivery
      where partner = ${tx.partner} and notice = any(${ids}::bigint[]) and dropped_by = 'discarded'),
    silent as (
      update touch t set state = 'suppressed', final = ${final}, reason = 'discarded', params = '{}',
        until = null, decided_at = ${at}::timestamptz
      from spoken s
      where t.partner = ${tx.partner} and t.clock = s.clock and t.anchor = s.anchor and t.stage = s.stage
        and t.channel = s.channel and t.state = 'due'
        and not exists (select from delivery d where d.partner = t.partner and d.clock = t.clock
          and d.anchor = t.anchor and d.stage = t.stage and d.channel = t.channel and d.dropped_at is null)
      returning t.clock, t.anchor, t.stage, t.channel, t.state, t.reason, t.params),
    told as (
      insert into touch_event (partner, clock, anchor, stage, channel, at, state, reason, params)
      select ${tx.partner}, clock, anchor, stage, channel, ${at}::timestamptz, state, reason, params from silent)
    select distinct clock from silent`.execute(tx.db);
  return { notices: ids.length, clocks: rows.map(({ clock }) => clock) };
}

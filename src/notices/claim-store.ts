import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { Database, PartnerTransaction } from '../storage/database.ts';
import type { NoticeHead } from './notice-head.ts';
import { noticeHeadColumns } from './notice-head-store.ts';

/** A worker that has not been seen for this long is taken for dead. Half of what a notice may be stuck at most. */
const deadAfter = '30 seconds';

export interface DeliveryRow {
  readonly clock: RowId;
  readonly order: RowId;
  readonly kind: string;
  readonly anchor: string;
  readonly stage: number;
}

/** What was fixed with the first attempt: with it the message can be made again, byte for byte. */
export interface FrozenMessage {
  readonly messageId: string;
  readonly date: Temporal.Instant;
  readonly templateVersion: string;
  readonly facts: unknown;
  readonly digest: string;
}

/** A notice that this worker holds; whoever has a higher fence holds it instead. */
export interface ClaimedNotice extends NoticeHead {
  readonly fence: string;
  /** Another worker died when the bytes may have left. */
  readonly maybeSent: boolean;
  /** Some attempt at it, of whichever worker, ended without an answer: it perhaps arrived. */
  readonly perhapsLeft: boolean;
  /** A person asked for it: neither its stage's window nor the choice of recipients is asked again. */
  readonly byHand: boolean;
  readonly tries: number;
  readonly attempts: number;
  readonly plannedAt: number;
  readonly lateAt: number;
  readonly frozen: FrozenMessage | null;
  readonly deliveries: readonly DeliveryRow[];
}

type ClaimRow = Omit<ClaimedNotice, 'frozen'> & {
  messageId: string | null;
  messageDate: Temporal.Instant | null;
  templateVersion: string | null;
  facts: unknown;
  digest: string | null;
};

/**
 * Takes up to `limit` notices that may go at `now`: waiting ones, and those of a worker that died. Each gets a higher
 * fence, so that its former holder, should it wake up, finds itself shut out before DATA.
 */
export async function claimNotices(
  tx: PartnerTransaction,
  claim: { readonly worker: RowId; readonly now: string; readonly limit: number },
): Promise<ClaimedNotice[]> {
  const { rows } = await sql<ClaimRow>`
    with free as materialized (
      select n.id, n.state from notice n
      where n.partner = ${tx.partner} and n.state in ('waiting', 'claimed', 'attempted')
        and n.not_before <= ${claim.now}::timestamptz
        and (n.state = 'waiting' or not exists (
          select from worker w where w.id = n.worker and w.beat_at > clock_timestamp() - ${deadAfter}::interval))
        and exists (select from pass p where p.partner = n.partner and p.id = n.pass and p.state = 'released')
        -- asked with every batch, so that switching sending off stops a long run in the middle
        and exists (select from partner where id = n.partner and sending_on)
      order by n.not_before, n.id limit ${claim.limit}
      for update of n skip locked),
    taken as (
      update notice n set worker = ${claim.worker}, fence = n.fence + 1,
        state = case when n.state = 'waiting' then 'claimed' else n.state end
      from free where n.partner = ${tx.partner} and n.id = free.id
      returning n.*, free.state = 'attempted' as maybe_sent)
    select ${noticeHeadColumns('t')}, t.fence, t.maybe_sent as "maybeSent",
      t.maybe_sent or (t.message_id is not null and exists (select from notice_event e
        where e.partner = t.partner and e.notice = t.id and e.kind = 'uncertain')) as "perhapsLeft",
      t.by_hand as "byHand", t.tries, t.attempts,
      (extract(epoch from t.planned_at) * 1000)::float8 as "plannedAt",
      (extract(epoch from t.late_at) * 1000)::float8 as "lateAt",
      t.message_id as "messageId", t.message_date as "messageDate", t.template_version as "templateVersion",
      t.facts, t.digest,
      (select coalesce(jsonb_agg(jsonb_build_object('clock', d.clock::text, 'order', d.order_id::text, 'kind', d.kind,
          'anchor', d.anchor, 'stage', d.stage)), '[]')
        from delivery d where d.partner = t.partner and d.notice = t.id and d.dropped_at is null) as deliveries
    from taken t order by t.not_before, t.id`.execute(tx.db);
  return rows.map(claimedNotice);
}

function claimedNotice(row: ClaimRow): ClaimedNotice {
  const { messageId, messageDate, templateVersion, facts, digest, ...notice } = row;
  const frozen =
    messageId !== null && messageDate !== null && templateVersion !== null && digest !== null
      ? { messageId, date: messageDate, templateVersion, facts, digest }
      : null;
  return { ...notice, frozen };
}

/**
 * Gives back what this worker holds once it has nothing under way, so that nothing waits for it to be taken for dead:
 * what was never tried waits as before; what was tried and has no outcome (the database failed in between, the lease
 * ran out) belongs to nobody and is taken over like a dead worker's.
 */
export async function giveBack(tx: PartnerTransaction, worker: RowId): Promise<void> {
  await sql`update notice set state = case state when 'claimed' then 'waiting' else state end, worker = null
    where partner = ${tx.partner} and state in ('claimed', 'attempted') and worker = ${worker}`.execute(
    tx.db,
  );
}

/**
 * Gives back some of what this worker holds and has not begun to hand over: their run was stopped, or sending was
 * switched off. What another has taken over meanwhile stays as it is.
 */
export async function giveBackUntried(
  tx: PartnerTransaction,
  worker: RowId,
  notices: readonly RowId[],
): Promise<void> {
  await sql`update notice set state = 'waiting', worker = null
    where partner = ${tx.partner} and id = any(${notices}::bigint[]) and state = 'claimed' and worker = ${worker}`.execute(
    tx.db,
  );
}

export async function registerWorker(db: Database): Promise<RowId> {
  const { rows } = await sql<{ id: string }>`insert into worker default values returning id`.execute(
    db.system,
  );
  return rows[0]!.id;
}

export async function beat(db: Database, worker: RowId): Promise<void> {
  // Its row may be gone: others tidy away workers that were silent for a day, as in a machine that was asleep.
  await sql`insert into worker (id) overriding system value values (${worker})
    on conflict (id) do update set beat_at = clock_timestamp()`.execute(db.system);
}

export async function removeWorker(db: Database, worker: RowId): Promise<void> {
  await sql`delete from worker where id = ${worker} or beat_at < clock_timestamp() - interval '1 day'`.execute(
    db.system,
  );
}

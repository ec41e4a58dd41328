import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** That a message is about to be handed over, with all that is needed to make the same bytes again. */
export interface Intent {
  readonly notice: RowId;
  readonly fence: string;
  /** Which attempt at it this is, from 1. */
  readonly attempt: number;
  readonly messageId: string;
  readonly subject: string;
  readonly date: string;
  readonly templateVersion: string;
  readonly facts: unknown;
  readonly digest: string;
}

/**
 * Writes intents and answers for which notices this worker still holds the fence; only those may be handed over, and
 * none while sending is off or while their run is stopped. The first attempt fixes message and date for ever; asking
 * again for the same attempt changes nothing.
 */
export async function recordIntents(
  tx: PartnerTransaction,
  worker: RowId,
  intents: readonly Intent[],
  at: string,
): Promise<Set<RowId>> {
  const { rows } = await sql<{ id: string }>`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(intents)}::jsonb) as r(notice bigint, fence bigint,
        attempt smallint, "messageId" text, subject text, date timestamptz, "templateVersion" text, facts jsonb, digest text)),
    held as (
      update notice n set state = 'attempted', attempts = i.attempt,
        message_id = coalesce(n.message_id, i."messageId"), subject = coalesce(n.subject, i.subject),
        message_date = coalesce(n.message_date, i.date),
        template_version = coalesce(n.template_version, i."templateVersion"),
        facts = coalesce(n.facts, i.facts), digest = coalesce(n.digest, i.digest)
      from input i join notice was on was.partner = ${tx.partner} and was.id = i.notice
      where n.partner = ${tx.partner} and n.id = i.notice and n.fence = i.fence and n.worker = ${worker}
        and n.state in ('claimed', 'attempted')
        and exists (select from partner where id = ${tx.partner} and sending_on)
        and exists (select from pass p where p.partner = ${tx.partner} and p.id = n.pass and p.state = 'released')
      returning n.id, was.attempts < i.attempt as is_new),
    noted as (
      insert into notice_event (partner, notice, at, kind)
      select ${tx.partner}, id, ${at}::timestamptz, 'attempted' from held where is_new)
    select id from held`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** Where a notice stands after it was tried, or after it was found that it must not go. */
export interface Outcome {
  readonly notice: RowId;
  readonly fence: string;
  readonly state: 'waiting' | 'submitted' | 'failed' | 'uncertain' | 'withdrawn';
  /** What happened, for the ledger's events. */
  readonly event: string;
  readonly detail: unknown;
  /** When to try again, for `waiting`. */
  readonly notBefore: string | null;
  /** The address does not exist by the server's own word. */
  readonly bounced: boolean;
  /** Certainly not a byte of the message left: the attempt is taken back and the message may be made anew. */
  readonly neverLeft: boolean;
}

/** Writes outcomes where the fence still is this worker's. Set-based: a few statements however many there are. */
export async function recordOutcomes(
  tx: PartnerTransaction,
  worker: RowId,
  outcomes: readonly Outcome[],
  at: string,
): Promise<void> {
  await sql`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as r(notice bigint, fence bigint, state text,
        event text, detail jsonb, "notBefore" timestamptz, bounced boolean, "neverLeft" boolean)),
    written as (
      update notice n set state = i.state, tries = n.tries + case when i.event = 'stopped' then 0 else 1 end,
        not_before = coalesce(i."notBefore", n.not_before), worker = null,
        attempts = n.attempts - case when i."neverLeft" and n.state = 'attempted' then 1 else 0 end,
        facts = case when i."neverLeft" and n.attempts <= 1 then null else n.facts end,
        digest = case when i."neverLeft" and n.attempts <= 1 then null else n.digest end,
        message_id = case when i."neverLeft" and n.attempts <= 1 then null else n.message_id end,
        message_date = case when i."neverLeft" and n.attempts <= 1 then null else n.message_date end,
        template_version = case when i."neverLeft" and n.attempts <= 1 then null else n.template_version end,
        subject = case when i."neverLeft" and n.attempts <= 1 then null else n.subject end,
        finished_at = case when i.state = 'waiting' then null else ${at}::timestamptz end
      from input i
      where n.partner = ${tx.partner} and n.id = i.notice and n.fence = i.fence and n.worker = ${worker}
      returning n.id, n.address_key, i.event, i.detail, i.bounced),
    noted as (
      insert into notice_event (partner, notice, at, kind, detail)
      select ${tx.partner}, id, ${at}::timestamptz, event, detail from written)
    insert into address_state (partner, address_key, bouncing_since, reason)
    select distinct on (address_key) ${tx.partner}::integer, address_key, ${at}::timestamptz, detail ->> 'response'
    from written where bounced
    on conflict (partner, address_key) do update set bouncing_since = coalesce(address_state.bouncing_since,
      excluded.bouncing_since), reason = excluded.reason`.execute(tx.db);
}

/** One delivery that dropped out of its notice before it was sent. */
export interface Drop {
  readonly notice: RowId;
  readonly clock: RowId;
  readonly anchor: string;
  readonly stage: number;
  readonly reason: string;
  readonly params: unknown;
}

/**
 * Takes deliveries out of their notices. A touch whose last delivery dropped out was not told to anybody: it stands as
 * suppressed, the ledger says by what, and it may be decided again when that is taken back.
 */
export async function recordDrops(tx: PartnerTransaction, drops: readonly Drop[], at: string): Promise<void> {
  if (drops.length === 0) return;
  await sql`
    with input as (
      select * from jsonb_to_recordset(${JSON.stringify(drops)}::jsonb) as r(notice bigint, clock bigint, anchor date,
        stage smallint, reason text, params jsonb))
    update delivery d set dropped_at = ${at}::timestamptz, dropped_by = i.reason
    from input i
    where d.partner = ${tx.partner} and d.notice = i.notice and d.clock = i.clock and d.anchor = i.anchor
      and d.stage = i.stage and d.dropped_at is null`.execute(tx.db);
  await sql`
    with input as (
      select distinct on (clock, anchor, stage) * from jsonb_to_recordset(${JSON.stringify(drops)}::jsonb) as
        r(notice bigint, clock bigint, anchor date, stage smallint, reason text, params jsonb)),
    silent as (
      update touch t set state = 'suppressed', final = false, reason = i.reason, params = i.params, decided_at = ${at}::timestamptz
      from input i join notice n on n.partner = ${tx.partner} and n.id = i.notice
      where t.partner = ${tx.partner} and t.clock = i.clock and t.anchor = i.anchor and t.stage = i.stage
        and t.channel = n.channel and t.state = 'due'
        and not exists (select from delivery d where d.partner = t.partner and d.clock = t.clock
          and d.anchor = t.anchor and d.stage = t.stage and d.channel = t.channel and d.dropped_at is null)
      returning t.clock, t.anchor, t.stage, t.channel, t.state, t.reason, t.params)
    insert into touch_event (partner, clock, anchor, stage, channel, at, state, reason, params)
    select ${tx.partner}, clock, anchor, stage, channel, ${at}::timestamptz, state, reason, params from silent`.execute(
    tx.db,
  );
}

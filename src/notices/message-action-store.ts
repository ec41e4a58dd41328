import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { DeliveryRow } from './claim-store.ts';
import type { NoticeState } from './message-store.ts';
import type { NoticeHead } from './notice-head.ts';

export interface ActedNoticeRow extends NoticeHead {
  readonly state: NoticeState;
  readonly customer: RowId | null;
  readonly byHand: boolean;
  readonly resendOf: RowId | null;
  readonly seenAt: Temporal.Instant | null;
  readonly hasBytes: boolean;
  readonly deliveries: readonly DeliveryRow[];
}

/** Notices that a person wants to do something about; nobody else changes them until the transaction ends. */
export async function lockNotices(tx: PartnerTransaction, ids: readonly RowId[]): Promise<ActedNoticeRow[]> {
  const { rows } = await sql<ActedNoticeRow>`
    with held as (
      select * from notice where partner = ${tx.partner} and id = any(${ids}::bigint[]) order by id for update)
    select n.id, n.state, n.channel, n.contact, p.customer, n.address_key as "addressKey", n.brand,
      n.text_locale as "textLocale", n.locale, n.time_zone as "timeZone", n.purpose, n.tone, n.template, n.stage,
      n.without_offers as "withoutOffers", n.by_hand as "byHand", n.resend_of as "resendOf", n.seen_at as "seenAt",
      n.digest is not null as "hasBytes",
      (select coalesce(jsonb_agg(jsonb_build_object('clock', d.clock::text, 'order', d.order_id::text, 'kind', d.kind,
          'anchor', d.anchor, 'stage', d.stage) order by d.stage, d.clock), '[]')
        from delivery d where d.partner = ${tx.partner} and d.notice = n.id and d.dropped_at is null) as deliveries
    from held n left join contact p on p.partner = ${tx.partner} and p.id = n.contact order by n.id`.execute(
    tx.db,
  );
  return rows;
}

/** The newest resend of a message to an address since a moment, that still may arrive or has. */
export async function selectRecentResend(
  tx: PartnerTransaction,
  query: { readonly of: RowId; readonly addressKey: string; readonly since: string },
): Promise<{ readonly id: RowId; readonly plannedAt: Temporal.Instant } | undefined> {
  const { rows } = await sql<{ id: RowId; plannedAt: Temporal.Instant }>`
    select id, planned_at as "plannedAt" from notice
    where partner = ${tx.partner} and resend_of = ${query.of}::bigint and address_key = ${query.addressKey}
      and planned_at >= ${query.since}::timestamptz and state not in ('failed', 'withdrawn', 'bounced')
    order by id desc limit 1`.execute(tx.db);
  return rows[0];
}

export interface NewResend {
  readonly of: RowId;
  readonly at: string;
  readonly lateAt: string;
  readonly contact: RowId;
  readonly addressKey: string;
  readonly brand: RowId | null;
  readonly channel: string;
  readonly textLocale: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly purpose: string;
  readonly tone: string;
  readonly template: string;
  readonly stage: number;
  readonly withoutOffers: boolean;
  readonly askedBy: string;
  readonly why: string;
  readonly deliveries: readonly DeliveryRow[];
}

/** A notice of its own run, to go at once, with what its first message carried. */
export async function insertResend(tx: PartnerTransaction, resend: NewResend): Promise<RowId> {
  const { rows } = await sql<{ id: RowId }>`
    with run as (
      insert into pass (partner, as_of, state, notices, report)
      values (${tx.partner}, ${resend.at}::timestamptz, 'released', 1, '{"byHand": true}') returning id)
    insert into notice (partner, channel, contact, address_key, brand, text_locale, locale, time_zone, purpose, tone,
      template, stage, planned_at, late_at, not_before, pass, without_offers, by_hand, asked_by, asked_why, resend_of)
    select ${tx.partner}, ${resend.channel}, ${resend.contact}::bigint, ${resend.addressKey}, ${resend.brand}::bigint,
      ${resend.textLocale}, ${resend.locale}, ${resend.timeZone}, ${resend.purpose}, ${resend.tone},
      ${resend.template}, ${resend.stage}::smallint, ${resend.at}::timestamptz, ${resend.lateAt}::timestamptz,
      ${resend.at}::timestamptz, run.id, ${resend.withoutOffers}, true, ${resend.askedBy}, ${resend.why},
      ${resend.of}::bigint
    from run returning id`.execute(tx.db);
  const id = rows[0]!.id;
  await sql`
    insert into delivery (partner, notice, clock, anchor, stage, channel, order_id, kind, address_key, resent)
    select ${tx.partner}, ${id}::bigint, r.clock, r.anchor, r.stage, ${resend.channel}, r."order", r.kind,
      ${resend.addressKey}, true
    from jsonb_to_recordset(${JSON.stringify(resend.deliveries)}::jsonb) as r(clock bigint, anchor date,
      stage smallint, "order" bigint, kind text)`.execute(tx.db);
  return id;
}

/** `afresh`: certainly nothing of it has left, so it is made anew; otherwise the same bytes go again. */
export async function updateForAnotherTry(
  tx: PartnerTransaction,
  change: {
    readonly id: RowId;
    readonly at: string;
    readonly lateAt: string;
    readonly by: string;
    readonly afresh: boolean;
  },
): Promise<void> {
  const { id, at, lateAt, by, afresh } = change;
  await sql`
    update notice set state = 'waiting', by_hand = true, asked_by = ${by}, not_before = ${at}::timestamptz,
      late_at = greatest(late_at, ${lateAt}::timestamptz), finished_at = null, seen_at = null, seen_by = null,
      tries = 0,
      attempts = case when ${afresh} then 0 else attempts end,
      message_id = case when ${afresh} then null else message_id end,
      message_date = case when ${afresh} then null else message_date end,
      subject = case when ${afresh} then null else subject end,
      template_version = case when ${afresh} then null else template_version end,
      facts = case when ${afresh} then null else facts end,
      digest = case when ${afresh} then null else digest end
    where partner = ${tx.partner} and id = ${id}::bigint`.execute(tx.db);
  // Its run may have been stopped or thrown away since; a person's word on one message stands above that.
  await sql`
    with run as (
      insert into pass (partner, as_of, state, notices, report)
      select ${tx.partner}, ${at}::timestamptz, 'released', 1, '{"byHand": true}'
      from notice n join pass p on p.partner = n.partner and p.id = n.pass
      where n.partner = ${tx.partner} and n.id = ${id}::bigint and p.state <> 'released'
      returning id)
    update notice set pass = run.id from run where notice.partner = ${tx.partner} and notice.id = ${id}::bigint`.execute(
    tx.db,
  );
}

export async function insertNoticeEvent(
  tx: PartnerTransaction,
  event: { readonly notice: RowId; readonly at: string; readonly kind: string; readonly detail: unknown },
): Promise<void> {
  await sql`
    insert into notice_event (partner, notice, at, kind, detail)
    values (${tx.partner}, ${event.notice}::bigint, ${event.at}::timestamptz, ${event.kind},
      ${JSON.stringify(event.detail)}::jsonb)`.execute(tx.db);
}

/** Sets or takes away that somebody has taken care of these; answers those that it changed. */
export async function updateSeen(
  tx: PartnerTransaction,
  change: { readonly ids: readonly RowId[]; readonly at: string | null; readonly by: string | null },
): Promise<RowId[]> {
  const { ids, at, by } = change;
  const { rows } = await sql<{ id: RowId }>`
    update notice set seen_at = ${at}::timestamptz, seen_by = ${by}
    where partner = ${tx.partner} and id = any(${ids}::bigint[]) and state in ('failed', 'bounced', 'uncertain')
      and (seen_at is null) = ${at !== null}
    returning id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

export interface ResendRow {
  readonly id: RowId;
  readonly addressKey: string;
  readonly state: NoticeState;
  readonly plannedAt: Temporal.Instant;
}

/** The first message and all that repeat it, but for the one that is asked about. */
export async function selectFamily(
  tx: PartnerTransaction,
  { id, resendOf }: { readonly id: RowId; readonly resendOf: RowId | null },
): Promise<ResendRow[]> {
  const first = resendOf ?? id;
  const { rows } = await sql<ResendRow>`
    select id, address_key as "addressKey", state, planned_at as "plannedAt" from notice
    where partner = ${tx.partner} and (id = ${first}::bigint or resend_of = ${first}::bigint) and id <> ${id}::bigint
    order by id limit 50`.execute(tx.db);
  return rows;
}

export async function selectCustomerOfContact(
  tx: PartnerTransaction,
  contact: RowId,
): Promise<{ readonly id: RowId; readonly name: string } | null> {
  const { rows } = await sql<{ id: RowId; name: string }>`
    select u.id, u.name from contact p join customer u on u.partner = p.partner and u.id = p.customer
    where p.partner = ${tx.partner} and p.id = ${contact}::bigint`.execute(tx.db);
  return rows[0] ?? null;
}

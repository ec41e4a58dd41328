import { sql } from 'kysely';
import type { NoticePlan } from '../cadence/notice-plan.ts';
import type { ChannelName, StageTemplate } from '../cadence/stage.ts';
import type { RowId } from '../kernel/ids.ts';
import type { TextLocale } from '../kernel/locale.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { DeliveryRow } from './claim-store.ts';
import type { NoticeHead } from './notice-head.ts';
import { noticeHeadColumns } from './notice-head-store.ts';

export type NoticeState =
  | 'waiting'
  | 'claimed'
  | 'attempted'
  | 'submitted'
  | 'delivered'
  | 'bounced'
  | 'failed'
  | 'uncertain'
  | 'withdrawn';

export interface NoticeListRow {
  readonly id: RowId;
  readonly state: NoticeState;
  readonly addressKey: string;
  readonly contactName: string | null;
  readonly customerName: string | null;
  readonly subject: string | null;
  readonly template: StageTemplate;
  readonly textLocale: TextLocale;
  readonly stage: number;
  readonly channel: ChannelName;
  readonly orders: number;
  readonly plannedAt: Temporal.Instant;
  readonly finishedAt: Temporal.Instant | null;
  readonly notBefore: Temporal.Instant;
  /** What happened last, where that says why it stands as it does: failed, uncertain, withdrawn, put off. */
  readonly lastEvent: { readonly kind: string; readonly detail: unknown } | null;
}

export interface NoticeQuery {
  readonly limit: number;
  /** Only those planned before this one: the last of the page before. */
  readonly after?: { readonly plannedAt: string; readonly id: RowId } | undefined;
  readonly state?: NoticeState | undefined;
  /** Part of an address, a contact's or a customer's name, or an order's number. */
  readonly text?: string | undefined;
}

/** A pattern for `like` that finds the text anywhere. */
function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Notices, newest first. */
export async function selectNotices(tx: PartnerTransaction, query: NoticeQuery): Promise<NoticeListRow[]> {
  const { after, state, text, limit } = query;
  const like = text ? anywhere(text) : null;
  const { rows } = await sql<NoticeListRow>`
    select n.id, n.state, n.address_key as "addressKey", p.name as "contactName", u.name as "customerName", n.subject,
      n.template, n.text_locale as "textLocale", n.stage, n.channel, n.planned_at as "plannedAt",
      n.finished_at as "finishedAt", n.not_before as "notBefore",
      e.last as "lastEvent",
      (select count(*)::integer from delivery d where d.partner = n.partner and d.notice = n.id
        and d.dropped_at is null) as orders
    from notice n
    left join contact p on p.partner = n.partner and p.id = n.contact
    left join customer u on u.partner = n.partner and u.id = p.customer
    left join lateral (select jsonb_build_object('kind', e.kind, 'detail', e.detail) as last from notice_event e
      where e.partner = n.partner and e.notice = n.id and (n.state in ('bounced', 'failed', 'uncertain', 'withdrawn')
        or n.state = 'waiting' and n.tries > 0)
      order by e.id desc limit 1) e on true
    where n.partner = ${tx.partner}
      ${state ? sql`and n.state = ${state}` : sql``}
      ${after ? sql`and (n.planned_at, n.id) < (${after.plannedAt}::timestamptz, ${after.id}::bigint)` : sql``}
      ${
        like
          ? sql`and (n.address_key ilike ${like} or p.name ilike ${like} or u.name ilike ${like} or exists (
              select from delivery d join orders o on o.partner = d.partner and o.id = d.order_id
              where d.partner = n.partner and d.notice = n.id and o.number ilike ${like}))`
          : sql``
      }
    order by n.planned_at desc, n.id desc limit ${limit}`.execute(tx.db);
  return rows;
}

export interface NoticeRow extends NoticeHead {
  readonly state: NoticeState;
  readonly byHand: boolean;
  readonly resendOf: RowId | null;
  readonly askedBy: string | null;
  readonly askedWhy: string | null;
  readonly seenAt: Temporal.Instant | null;
  readonly seenBy: string | null;
  readonly plannedAt: Temporal.Instant;
  readonly lateAt: Temporal.Instant;
  readonly messageId: string | null;
  readonly messageDate: Temporal.Instant | null;
  readonly facts: unknown;
  readonly digest: string | null;
  /** When what it said was removed, as the partner keeps it no longer. */
  readonly contentRemovedAt: Temporal.Instant | null;
  readonly deliveries: readonly (DeliveryRow & {
    readonly orderNumber: string | null;
    readonly droppedBy: string | null;
  })[];
}

export async function selectNotice(tx: PartnerTransaction, id: RowId): Promise<NoticeRow | undefined> {
  const { rows } = await sql<NoticeRow>`
    select ${noticeHeadColumns('n')}, n.state, n.by_hand as "byHand", n.resend_of as "resendOf",
      n.asked_by as "askedBy", n.asked_why as "askedWhy", n.seen_at as "seenAt", n.seen_by as "seenBy",
      n.planned_at as "plannedAt", n.late_at as "lateAt",
      n.message_id as "messageId", n.message_date as "messageDate", n.facts, n.digest,
      n.content_removed_at as "contentRemovedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('clock', d.clock::text, 'order', d.order_id::text, 'kind', d.kind,
          'anchor', d.anchor, 'stage', d.stage, 'orderNumber', o.number, 'droppedBy', d.dropped_by)
          order by d.stage, d.clock), '[]')
        from delivery d left join orders o on o.partner = d.partner and o.id = d.order_id
        where d.partner = n.partner and d.notice = n.id) as deliveries
    from notice n where n.partner = ${tx.partner} and n.id = ${id}::bigint`.execute(tx.db);
  return rows[0];
}

export interface NoticeEventRow {
  readonly at: Temporal.Instant;
  readonly kind: string;
  readonly detail: unknown;
}

export async function selectNoticeEvents(tx: PartnerTransaction, id: RowId): Promise<NoticeEventRow[]> {
  const { rows } = await sql<NoticeEventRow>`
    select at, kind, detail from notice_event where partner = ${tx.partner} and notice = ${id}::bigint
    order by id`.execute(tx.db);
  return rows;
}

export interface PreviewRow {
  readonly id: RowId;
  readonly asOf: Temporal.Instant;
  readonly plan: NoticePlan;
  readonly contactName?: string | null;
  readonly customerName?: string | null;
}

/** The messages of the last preview; with `text` those that `selectNotices` would find by it. */
export async function selectPreviews(
  tx: PartnerTransaction,
  { limit, text }: Pick<NoticeQuery, 'limit' | 'text'>,
): Promise<PreviewRow[]> {
  const like = text ? anywhere(text) : null;
  const { rows } = await sql<PreviewRow>`
    select v.id, v.as_of as "asOf", v.plan, p.name as "contactName", u.name as "customerName" from preview v
    left join contact p on p.partner = v.partner and p.id = (v.plan ->> 'contact')::bigint
    left join customer u on u.partner = p.partner and u.id = p.customer
    where v.partner = ${tx.partner}
      ${
        like
          ? sql`and (v.plan ->> 'addressKey' ilike ${like} or p.name ilike ${like} or u.name ilike ${like} or exists (
              select from jsonb_array_elements(v.plan -> 'deliveries') d
              join orders o on o.partner = v.partner and o.id = (d ->> 'order')::bigint where o.number ilike ${like}))`
          : sql``
      }
    order by v.id limit ${limit}`.execute(tx.db);
  return rows;
}

export async function selectPreview(tx: PartnerTransaction, id: RowId): Promise<PreviewRow | undefined> {
  const { rows } = await sql<PreviewRow>`
    select id, as_of as "asOf", plan from preview where partner = ${tx.partner} and id = ${id}::bigint`.execute(
    tx.db,
  );
  return rows[0];
}

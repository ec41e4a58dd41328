import { sql } from 'kysely';
import type { NoticePlan } from '../cadence/notice-plan.ts';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** A planned notice with the instant (epoch milliseconds) after which it no longer helps. */
export interface PlannedNotice extends NoticePlan {
  readonly lateAt: number;
}

/** Puts planned notices and their deliveries into the ledger; they wait for their pass to be released. */
export async function addNotices(
  tx: PartnerTransaction,
  pass: RowId,
  notices: readonly PlannedNotice[],
  plannedAt: string,
): Promise<void> {
  if (notices.length === 0) return;
  const { rows: ids } = await sql<{ id: string }>`
    select nextval(s) as id from (select pg_get_serial_sequence('notice', 'id')::regclass offset 0) q (s),
      generate_series(1, ${notices.length})`.execute(tx.db);
  const numbered = notices.map((notice, i) => ({ notice, id: ids[i]!.id }));
  await insertNotices(tx, pass, numbered, plannedAt);
  await insertDeliveries(tx, numbered);
}

type Numbered = readonly { readonly notice: PlannedNotice; readonly id: RowId }[];

async function insertNotices(
  tx: PartnerTransaction,
  pass: RowId,
  numbered: Numbered,
  plannedAt: string,
): Promise<void> {
  const rows = numbered.map(({ notice, id }) => ({
    id,
    channel: notice.channel,
    contact: notice.contact,
    address_key: notice.addressKey,
    brand: notice.brand || null,
    text_locale: notice.textLocale,
    locale: notice.locale,
    time_zone: notice.timeZone,
    purpose: notice.purpose,
    tone: notice.tone,
    template: notice.template,
    stage: notice.stage,
    late_at: iso(notice.lateAt),
    not_before: iso(notice.at),
    without_offers: notice.withoutOffers,
  }));
  await sql`
    insert into notice (partner, id, channel, contact, address_key, brand, text_locale, locale, time_zone, purpose, tone,
      template, stage, planned_at, late_at, not_before, pass, without_offers)
    overriding system value
    select ${tx.partner}, id, channel, contact, address_key, brand, text_locale, locale, time_zone, purpose, tone,
      template, stage, ${plannedAt}::timestamptz, late_at, not_before, ${pass}, without_offers
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, channel text, contact bigint,
      address_key text, brand bigint, text_locale text, locale text, time_zone text, purpose text, tone text,
      template text, stage smallint, late_at timestamptz, not_before timestamptz, without_offers boolean)`.execute(
    tx.db,
  );
}

async function insertDeliveries(tx: PartnerTransaction, numbered: Numbered): Promise<void> {
  const rows = numbered.flatMap(({ notice, id }) =>
    notice.deliveries.map((delivery) => ({
      notice: id,
      clock: delivery.clock,
      anchor: delivery.anchor,
      stage: delivery.stage,
      channel: notice.channel,
      order_id: delivery.order,
      kind: delivery.kind,
      address_key: notice.addressKey,
    })),
  );
  await sql`
    insert into delivery (partner, notice, clock, anchor, stage, channel, order_id, kind, address_key)
    select ${tx.partner}, r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r(notice bigint, clock bigint,
      anchor date, stage smallint, channel text, order_id bigint, kind text, address_key text)`.execute(
    tx.db,
  );
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

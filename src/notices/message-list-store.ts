import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { NoticeListRow, NoticeState } from './message-store.ts';

export interface MessageFilter {
  /** Customers that the asking person is limited to; null: all. */
  readonly visible: readonly RowId[] | null;
  readonly state?: NoticeState | undefined;
  readonly customer?: RowId | undefined;
  readonly order?: RowId | undefined;
  /** The run that planned it. */
  readonly run?: RowId | undefined;
  /** Part of an address, a contact's or a customer's name, or an order's number. */
  readonly text?: string | undefined;
  /** Planned on or after, and before, these instants. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export type MessageLine = NoticeListRow & {
  readonly customer: RowId | null;
  /** The name on the first of its orders, until it has a subject. */
  readonly about: string | null;
};

/** Notices, newest first; those of one order or customer by way of what they carried. */
export async function selectMessages(
  tx: PartnerTransaction,
  query: {
    readonly filter: MessageFilter;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<MessageLine[]> {
  const { filter, limit, after } = query;
  const behind = after
    ? sql`and (n.planned_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`
    : sql``;
  const { rows } = await sql<MessageLine>`
    select n.id, n.state, n.address_key as "addressKey", p.name as "contactName", u.id as customer,
      u.name as "customerName", n.subject, n.template, n.text_locale as "textLocale", n.stage, n.channel,
      n.planned_at as "plannedAt", n.finished_at as "finishedAt", n.not_before as "notBefore",
      (select count(*)::integer from delivery d where d.partner = n.partner and d.notice = n.id
        and d.dropped_at is null) as orders,
      case when n.subject is null then (select coalesce(o.common_name, o.number) from delivery d
        join orders o on o.partner = d.partner and o.id = d.order_id
        where d.partner = n.partner and d.notice = n.id and d.dropped_at is null
        order by o.ends_key, o.id limit 1) end as about
    from notice n
    left join contact p on p.partner = ${tx.partner} and p.id = n.contact
    left join customer u on u.partner = ${tx.partner} and u.id = p.customer
    where n.partner = ${tx.partner} ${narrowed(tx, filter)} ${behind}
    order by n.planned_at desc, n.id desc limit ${limit}`.execute(tx.db);
  return rows;
}

/** Which customer a notice was for; undefined where there is no such notice, null where its contact is gone. */
export async function selectNoticeCustomer(
  tx: PartnerTransaction,
  notice: RowId,
): Promise<RowId | null | undefined> {
  const { rows } = await sql<{ customer: RowId | null }>`
    select p.customer from notice n left join contact p on p.partner = n.partner and p.id = n.contact
    where n.partner = ${tx.partner} and n.id = ${notice}::bigint`.execute(tx.db);
  return rows[0]?.customer;
}

/** Which notices carried the stages of these clocks; a stage that reached several people has the newest. */
export async function selectCarriers(
  tx: PartnerTransaction,
  clocks: readonly RowId[],
): Promise<CarrierRow[]> {
  const { rows } = await sql<CarrierRow>`
    select distinct on (d.clock, d.anchor, d.stage, d.channel)
      d.clock, d.anchor, d.stage, d.channel, n.id as notice, n.state
    from delivery d join notice n on n.partner = d.partner and n.id = d.notice
    where d.partner = ${tx.partner} and d.clock = any (${clocks}::bigint[]) and d.dropped_at is null
    order by d.clock, d.anchor, d.stage, d.channel, n.id desc`.execute(tx.db);
  return rows;
}

export interface CarrierRow {
  readonly clock: RowId;
  readonly anchor: string;
  readonly stage: number;
  readonly channel: string;
  readonly notice: RowId;
  readonly state: NoticeState;
}

function narrowed(tx: PartnerTransaction, filter: MessageFilter): RawBuilder<unknown> {
  const { visible, state, customer, order, run, text, from, until } = filter;
  const like = text === undefined ? '' : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    visible === null ? undefined : sql`p.customer = any (${visible}::bigint[])`,
    state === undefined ? undefined : sql`n.state = ${state}`,
    from === undefined ? undefined : sql`n.planned_at >= ${from}::timestamptz`,
    until === undefined ? undefined : sql`n.planned_at < ${until}::timestamptz`,
    customer === undefined
      ? undefined
      : sql`n.address_key in (select address_key from contact
          where partner = ${tx.partner} and customer = ${customer}::bigint) and p.customer = ${customer}::bigint`,
    // A run's notices bear its moment; those of a killed run that it took over bear that one's.
    run === undefined
      ? undefined
      : sql`n.pass = ${run}::bigint and n.planned_at between
          (select as_of - interval '1 day' from pass where partner = ${tx.partner} and id = ${run}::bigint)
          and (select as_of from pass where partner = ${tx.partner} and id = ${run}::bigint)`,
    order === undefined
      ? undefined
      : sql`n.id in (select notice from delivery where partner = ${tx.partner} and order_id = ${order}::bigint)`,
    text === undefined
      ? undefined
      : sql`(n.address_key ilike ${like} or p.name ilike ${like} or u.name ilike ${like} or n.subject ilike ${like}
          or exists (select from delivery d join orders o on o.partner = d.partner and o.id = d.order_id
            where d.partner = n.partner and d.notice = n.id and o.number ilike ${like}))`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

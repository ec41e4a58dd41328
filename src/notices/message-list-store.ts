import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { NoticeListRow, NoticeState } from './message-store.ts';

export interface StoredMessageFilter {
  /** Customers that the asking person is limited to; null: all. */
  readonly visible: readonly RowId[] | null;
  readonly state?: NoticeState | undefined;
  readonly customer?: RowId | undefined;
  readonly order?: RowId | undefined;
  /** The run that planned it. */
  readonly run?: RowId | undefined;
  readonly stage?: number | undefined;
  /** Did not arrive, and nobody has taken care of it. */
  readonly attention?: boolean | undefined;
  /** What was typed: see `MessageWords`. */
  readonly words?: MessageWords | undefined;
  /** Planned on or after, and before, these instants. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export type MessageLine = NoticeListRow & {
  readonly isResend: boolean;
  readonly isSeen: boolean;
  readonly customer: RowId | null;
  /** The name on the first of its orders, until it has a subject. */
  readonly about: string | null;
};

/** Notices, newest first; those of one order or customer by way of what they carried. */
export async function selectMessages(
  tx: PartnerTransaction,
  query: {
    readonly filter: StoredMessageFilter;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<MessageLine[]> {
  const { filter, limit, after } = query;
  const behind = after
    ? sql`and (n.planned_at, n.id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`
    : sql``;
  const found = filter.words === undefined ? 'many' : await findBy(tx, filter.words);
  const { rows } = await sql<MessageLine>`
    select n.id, n.state, n.address_key as "addressKey", p.name as "contactName", u.id as customer,
      u.name as "customerName", n.subject, n.template, n.text_locale as "textLocale", n.stage, n.channel,
      n.planned_at as "plannedAt", n.finished_at as "finishedAt", n.not_before as "notBefore",
      n.resend_of is not null as "isResend", n.seen_at is not null as "isSeen",
      (select count(*)::integer from delivery d where d.partner = n.partner and d.notice = n.id
        and d.dropped_at is null) as orders,
      case when n.subject is null then (select coalesce(o.common_name, o.number) from delivery d
        join orders o on o.partner = d.partner and o.id = d.order_id
        where d.partner = n.partner and d.notice = n.id and d.dropped_at is null
        order by o.ends_key, o.id limit 1) end as about
    from notice n
    left join contact p on p.partner = ${tx.partner} and p.id = n.contact
    left join customer u on u.partner = ${tx.partner} and u.id = p.customer
    where n.partner = ${tx.partner} ${narrowed(tx, filter, found)} ${behind}
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

function narrowed(tx: PartnerTransaction, filter: StoredMessageFilter, found: FoundBy): RawBuilder<unknown> {
  const { visible, state, customer, order, run, stage, attention, from, until } = filter;
  const parts = [
    visible === null ? undefined : sql`p.customer = any (${visible}::bigint[])`,
    state === undefined ? undefined : sql`n.state = ${state}`,
    stage === undefined ? undefined : sql`n.stage = ${stage}::smallint`,
    attention ? sql`n.state in ('failed', 'uncertain', 'bounced') and n.seen_at is null` : undefined,
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
    filter.words === undefined ? undefined : saying(tx, filter.words, found),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql`` : sql`and ${sql.join(parts, sql` and `)}`;
}

/** What was typed, as each kind of thing is compared. */
export interface MessageWords {
  readonly plain: string;
  readonly folded: string;
  /** A host name as it is stored: lower case, A-labels. */
  readonly host: string;
}

/** Addresses and orders that what was typed may mean; `many`: so many that walking the messages is quicker. */
type FoundBy = { readonly addresses: readonly string[]; readonly orders: readonly RowId[] } | 'many';

const mostFound = 1_000;

/**
 * Numbers and names by their beginning, along an index; companies and people by any part, read through. A notice finds
 * itself by what it was sent to and what it carried, never by a look at a million notices.
 */
async function findBy(tx: PartnerTransaction, { plain, folded, host }: MessageWords): Promise<FoundBy> {
  const lower = plain.toLowerCase();
  const after = (text: string) => `${text}\u{10ffff}`;
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ address: string | null; order: RowId | null }>`
    select ${lower} as address, null::bigint as order
    union (select address_key, null from contact where partner = ${tx.partner}
      and address_key collate "C" >= ${lower} and address_key collate "C" < ${after(lower)} limit ${mostFound})
    union (select address_key, null from contact where partner = ${tx.partner} and name ilike ${like(plain)}
      limit ${mostFound})
    union (select p.address_key, null from (select id from customer
        where partner = ${tx.partner} and name_key like ${like(folded)} limit ${mostFound}) u
      join contact p on p.partner = ${tx.partner} and p.customer = u.id limit ${mostFound})
    union (select null, id from orders where partner = ${tx.partner} and number collate "C" >= ${plain}
      and number collate "C" < ${after(plain)} limit ${mostFound})
    union (select null, order_id from order_name where partner = ${tx.partner} and name collate "C" >= ${host}
      and name collate "C" < ${after(host)} limit ${mostFound})
    union (select null, order_id from order_name where partner = ${tx.partner}
      and registrable collate "C" >= ${host} and registrable collate "C" < ${after(host)} limit ${mostFound})`.execute(
    tx.db,
  );
  const addresses = rows.flatMap(({ address }) => address ?? []);
  const orders = rows.flatMap(({ order }) => order ?? []);
  return addresses.length >= mostFound || orders.length >= mostFound ? 'many' : { addresses, orders };
}

function saying(tx: PartnerTransaction, words: MessageWords, found: FoundBy): RawBuilder<unknown> {
  if (found !== 'many') {
    return sql`n.id in (
      select id from notice where partner = ${tx.partner} and address_key = any (${found.addresses}::text[])
      union select notice from delivery where partner = ${tx.partner} and order_id = any (${found.orders}::bigint[]))`;
  }
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(n.address_key ilike ${like(words.plain)} or p.name ilike ${like(words.plain)}
    or u.name_key like ${like(words.folded)} or exists (
      select from delivery d join orders o on o.partner = d.partner and o.id = d.order_id
      where d.partner = n.partner and d.notice = n.id
        and (o.number like ${`${words.plain}%`} or o.common_name ilike ${like(words.host)})))`;
}

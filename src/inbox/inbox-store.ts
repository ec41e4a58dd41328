import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { InboxFields, InboxItem, InboxState } from './inbox-item.ts';
import type { InboxKind } from './inbox-kind.ts';

/** Whose inbox, as far as they may see it now. */
export interface InboxSight {
  readonly person: string;
  readonly kinds: readonly InboxKind[];
  /** Null: all. */
  readonly visible: readonly RowId[] | null;
  /** Today at the partner: until when things are put off. */
  readonly today: string;
}

export interface InboxQuery {
  readonly state: InboxState;
  readonly unread?: boolean | undefined;
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | undefined;
}

const standing = (state: InboxState, today: string): RawBuilder<unknown> => {
  if (state === 'done') return sql`i.done_at is not null`;
  const open = sql`i.done_at is null and i.gone_at is null`;
  return state === 'open'
    ? sql`${open} and (i.snoozed_until is null or i.snoozed_until <= ${today}::date)`
    : sql`${open} and i.snoozed_until > ${today}::date`;
};

const own = (tx: PartnerTransaction, { person, kinds, visible }: InboxSight): RawBuilder<unknown> =>
  sql`i.partner = ${tx.partner} and i.person = ${person} and i.kind = any(${kinds}::text[])
    and (${visible === null} or i.customer is null or i.customer = any(${visible ?? []}::bigint[]))`;

/** One page, newest first; of what is done, done last first. */
export async function selectItems(
  tx: PartnerTransaction,
  sight: InboxSight,
  { state, unread, limit, after }: InboxQuery,
): Promise<InboxItem[]> {
  const key = state === 'done' ? sql`i.done_at` : sql`i.at`;
  const { rows } = await sql<InboxItem>`
    select i.id, i.kind, i.ref, i.at, i.due_at as "dueAt", i.read_at as "readAt", i.done_at as "doneAt",
      i.snoozed_until as "snoozedUntil", i.customer, u.name as "customerName", i.order_id as "order",
      o.number as "orderNumber", o.common_name as "commonName", n.person_name as by, n.words,
      coalesce((select json_agg(json_build_object('person', m.person, 'name', m.person_name)) from note_mention m
        where m.partner = ${tx.partner} and m.note = n.id), '[]') as mentions,
      r.person_name as "askedBy", r.next_on as "nextOn", i.facts, ${key}::text as place
    from inbox_item i
    left join customer u on u.partner = ${tx.partner} and u.id = i.customer
    left join orders o on o.partner = ${tx.partner} and o.id = i.order_id
    left join note n on n.partner = ${tx.partner} and i.kind = 'mentioned' and n.id = i.ref::bigint
      and n.removed_at is null
    left join renewal_request r on r.partner = ${tx.partner}
      and r.id = case when i.kind in ('request', 'request-day') then i.ref::bigint end
    where ${own(tx, sight)} and ${standing(state, sight.today)}
      ${unread === undefined ? sql`` : sql`and (i.read_at is null) = ${unread}`}
      ${after ? sql`and (${key}, i.id) < (${after[0]}::timestamptz, ${after[1]}::bigint)` : sql``}
    order by ${key} desc, i.id desc limit ${limit}`.execute(tx.db);
  return rows;
}

export interface InboxCounts {
  readonly open: number;
  readonly unread: number;
}

export async function countItems(tx: PartnerTransaction, sight: InboxSight): Promise<InboxCounts> {
  const { rows } = await sql<InboxCounts>`
    select count(*)::integer as open, count(*) filter (where i.read_at is null)::integer as unread
    from inbox_item i where ${own(tx, sight)} and ${standing('open', sight.today)}`.execute(tx.db);
  return rows[0]!;
}

export interface KeptFields extends InboxFields {
  readonly id: RowId;
  readonly kind: InboxKind;
  readonly label: string | null;
}

/** What is kept of these things of the person's, locked. Others' are missing. */
export async function lockItems(
  tx: PartnerTransaction,
  sight: InboxSight,
  ids: readonly RowId[],
): Promise<KeptFields[]> {
  const { rows } = await sql<KeptFields>`
    select i.id, i.kind, i.done_at::text as done, i.snoozed_until as "snoozedUntil",
      coalesce((select o.number from orders o where o.partner = ${tx.partner} and o.id = i.order_id),
        (select u.name from customer u where u.partner = ${tx.partner} and u.id = i.customer)) as label
    from inbox_item i
    where ${own(tx, sight)} and i.id = any(${ids}::bigint[]) order by i.id for update of i`.execute(tx.db);
  return rows;
}

export async function updateItem(
  tx: PartnerTransaction,
  id: RowId,
  { done, snoozedUntil }: InboxFields,
  readAt: string | null,
): Promise<void> {
  await sql`update inbox_item set done_at = ${done}::timestamptz, snoozed_until = ${snoozedUntil}::date,
      read_at = coalesce(read_at, ${readAt}::timestamptz)
    where partner = ${tx.partner} and id = ${id}::bigint`.execute(tx.db);
}

/** Returns how many were otherwise before. */
export async function markRead(
  tx: PartnerTransaction,
  sight: InboxSight,
  mark: { readonly ids: readonly RowId[] | null; readonly at: string | null },
): Promise<number> {
  const { rows } = await sql`
    update inbox_item i set read_at = ${mark.at}::timestamptz
    where ${own(tx, sight)} and (i.read_at is null) = ${mark.at !== null}
      and ${mark.ids === null ? standing('open', sight.today) : sql`i.id = any(${mark.ids}::bigint[])`}
    returning i.id`.execute(tx.db);
  return rows.length;
}

/** Puts a thing back as it was; false where it stands otherwise by now. */
export async function restoreItemRow(
  tx: PartnerTransaction,
  id: RowId,
  word: { readonly person: string; readonly before: InboxFields; readonly after: InboxFields },
): Promise<boolean> {
  const { before, after } = word;
  const { rows } = await sql`
    update inbox_item set done_at = ${before.done}::timestamptz, snoozed_until = ${before.snoozedUntil}::date
    where partner = ${tx.partner} and id = ${id}::bigint and person = ${word.person}
      and done_at is not distinct from ${after.done}::timestamptz
      and snoozed_until is not distinct from ${after.snoozedUntil}::date
    returning id`.execute(tx.db);
  return rows.length > 0;
}

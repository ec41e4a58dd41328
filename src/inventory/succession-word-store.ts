import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { OrderLineRow } from './order-list-store.ts';

/** Keeps a person's word about orders, with the candidates that each had, and what follows from it. */
export async function storeSuccessionWords(
  tx: PartnerTransaction,
  word: {
    readonly orders: readonly RowId[];
    readonly answer: 'confirmed' | 'denied';
    readonly person: string;
    readonly at: string;
  },
): Promise<void> {
  await sql`
    insert into succession_word (partner, order_id, answer, successors, person, at)
    select ${tx.partner}, o.id, ${word.answer},
      array(select s ->> 'number' from jsonb_array_elements(o.renewed_evidence -> 'successors') s),
      ${word.person}, ${word.at}::timestamptz
    from orders o where o.partner = ${tx.partner} and o.id = any (${word.orders}::bigint[])
    on conflict (partner, order_id) do update set answer = excluded.answer, successors = excluded.successors,
      person = excluded.person, at = excluded.at`.execute(tx.db);
  await sql`update orders set renewed = ${word.answer === 'confirmed' ? 'renewed' : 'no'}
    where partner = ${tx.partner} and id = any (${word.orders}::bigint[])`.execute(tx.db);
}

/** Forgets a word; the evidence answers again. False where there was none. */
export async function removeSuccessionWord(tx: PartnerTransaction, order: RowId): Promise<boolean> {
  const { rows } =
    await sql`delete from succession_word where partner = ${tx.partner} and order_id = ${order}::bigint
    returning order_id`.execute(tx.db);
  if (rows.length === 0) return false;
  await sql`update orders set renewed = coalesce(renewed_evidence ->> 'kind', renewed)
    where partner = ${tx.partner} and id = ${order}::bigint`.execute(tx.db);
  return true;
}

/** Ids of orders in force that are perhaps renewed, soonest end first, behind a place of (end, id). */
export async function selectPerhapsRenewed(
  tx: PartnerTransaction,
  query: {
    readonly visible: readonly RowId[] | null;
    readonly customer: RowId | undefined;
    readonly kind: 'perhaps' | 'partly' | undefined;
    readonly text: string | undefined;
    readonly limit: number;
    readonly after: readonly (string | number | null)[] | undefined;
  },
): Promise<Pick<OrderLineRow, 'id'>[]> {
  const { visible, customer, kind, text, limit, after } = query;
  const like = text === undefined ? '' : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const end = sql`coalesce(o.covers_until, 'infinity'::date)`;
  const { rows } = await sql<{ id: RowId }>`
    select o.id from orders o join customer u on u.partner = ${tx.partner} and u.id = o.customer
    where o.partner = ${tx.partner} and o.renewed in ('perhaps', 'partly') and o.withdrawn_at is null
      and o.status = 'issued' and o.renewed_evidence is not null
      ${visible === null ? sql`` : sql`and o.customer = any (${visible}::bigint[])`}
      ${customer === undefined ? sql`` : sql`and o.customer = ${customer}::bigint`}
      ${kind === undefined ? sql`` : sql`and o.renewed = ${kind}`}
      ${
        text === undefined
          ? sql``
          : sql`and (o.number ilike ${like} or o.common_name ilike ${like} or u.name ilike ${like})`
      }
      ${after ? sql`and (${end}, o.id) > (${after[0]}::date, ${after[1]}::bigint)` : sql``}
    order by ${end}, o.id limit ${limit}`.execute(tx.db);
  return rows;
}

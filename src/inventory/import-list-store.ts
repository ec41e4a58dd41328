import { type RawBuilder, sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import type { RefusalReason } from './reading/row-refusal.ts';

export interface AddedOrderRow {
  readonly line: string;
  readonly number: string;
  readonly authority: string;
  readonly commonName: string | null;
  readonly customer: string;
  readonly reading: string;
  readonly coversUntil: string | null;
  readonly certificateUntil: string | null;
}

export interface ChangeRow {
  readonly entity: 'order' | 'customer' | 'contact';
  /** The order's number, the customer's name or the contact's address. */
  readonly name: string;
  readonly authority: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface RefusedRow {
  readonly line: string;
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: RefusalReason;
  /** The whole line as the file has it; null where two lines turned out to be one order only when compared. */
  readonly cells: readonly string[] | null;
}

/** Orders that the running import adds, in the file's sequence. */
export function addedOrders(tx: PartnerTransaction): AsyncGenerator<AddedOrderRow> {
  return streamed<AddedOrderRow>(
    tx,
    'added_orders',
    sql`select s.line, s.number, s.authority, s.common_name as "commonName",
      coalesce(u.name, d.name, d.any_name) as customer, s.reading,
      s.covers_until as "coversUntil", s.certificate_until as "certificateUntil"
    from pg_temp.staged s
    left join pg_temp.customer_of_key c on c.key = s.customer_key
    left join pg_temp.customer_said d on d.id = c.id
    left join customer u on u.partner = ${tx.partner} and u.id = c.id
    where not exists (select from pg_temp.matched m where m.line = s.line)
    order by s.line`,
  );
}

/** What the running import changes, field by field; customers and contacts after the orders. */
export function changes(tx: PartnerTransaction): AsyncGenerator<ChangeRow> {
  const named = (side: 'before' | 'after') => {
    const map = sql.ref(`n.${side}`);
    return sql`${map}
      || case when ${map} ? 'customer' then jsonb_build_object('customer',
        ${customerShown(tx, sql`(${map} ->> 'customer')::bigint`)}) else '{}' end
      || case when ${map} ? 'contact' then jsonb_build_object('contact',
        ${contactShown(tx, sql`(${map} ->> 'contact')::bigint`)}) else '{}' end`;
  };
  return streamed<ChangeRow>(
    tx,
    'changes',
    sql`select n.entity, coalesce(o.number, u.name, p.address) as name, o.authority,
      ${named('before')} as before, ${named('after')} as after
    from pg_temp.change_note n
    left join orders o on n.entity = 'order' and o.partner = ${tx.partner} and o.id = n.id
    left join customer u on n.entity = 'customer' and u.partner = ${tx.partner} and u.id = n.id
    left join contact p on n.entity = 'contact' and p.partner = ${tx.partner} and p.id = n.id
    order by case n.entity when 'order' then 1 when 'customer' then 2 else 3 end, n.id`,
  );
}

/** The name, with the account number that tells customers of one name apart; also of customers yet to be added. */
function customerShown(tx: PartnerTransaction, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select concat_ws(' · ', name, account_number) from (
      select 1 as rank, u.name, u.account_number from customer u where u.partner = ${tx.partner} and u.id = ${id}
      union all
      select 2, coalesce(d.name, d.any_name), d.account_number from pg_temp.customer_said d where d.id = ${id}
      order by rank limit 1) x)`;
}

function contactShown(tx: PartnerTransaction, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(
      (select address from contact p where p.partner = ${tx.partner} and p.id = ${id}),
      (select k.address from pg_temp.contact_said k where k.id = ${id}))`;
}

/** Lines that the running import refuses, by line. */
export function refusals(tx: PartnerTransaction): AsyncGenerator<RefusedRow> {
  return streamed<RefusedRow>(
    tx,
    'refusals',
    sql`select line, column_name as "column", value, reason, cells from pg_temp.refused order by line`,
  );
}

const rowsAtOnce = 2_000;

/** The rows of a query, a few at a time, one walk per cursor name at once; the connection is free for other statements in between. */
export async function* streamed<T>(
  tx: PartnerTransaction,
  cursor: string,
  query: RawBuilder<unknown>,
): AsyncGenerator<T> {
  await sql`declare ${sql.ref(cursor)} no scroll cursor for ${query}`.execute(tx.db);
  try {
    for (;;) {
      const { rows } = await sql<T>`fetch ${sql.lit(rowsAtOnce)} from ${sql.ref(cursor)}`.execute(tx.db);
      yield* rows;
      if (rows.length < rowsAtOnce) return;
    }
  } finally {
    // Whoever stops early may ask again; where the transaction has failed the cursor is gone with it.
    await sql`close ${sql.ref(cursor)}`.execute(tx.db).catch(() => {});
  }
}

import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Sets by which order others were followed, as a person's word: newer than what any file has said so far. */
export async function storeLinks(
  tx: PartnerTransaction,
  links: readonly { readonly order: RowId; readonly number: string | null }[],
  at: string,
): Promise<void> {
  await sql`update orders o set renewed_by = l.number, last_import = null,
      words = coalesce(o.words, '{}'::jsonb) || jsonb_build_object('renewed_by', ${at}::text)
    from unnest(${links.map(({ order }) => order)}::bigint[], ${links.map(({ number }) => number)}::text[])
      as l (id, number)
    where o.partner = ${tx.partner} and o.id = l.id`.execute(tx.db);
}

/** The customers of these orders in the temporary table `touched_customer`. */
export async function touchCustomersOf(tx: PartnerTransaction, orders: readonly RowId[]): Promise<void> {
  await sql`create temporary table touched_customer on commit drop as
    select distinct customer as id from orders where partner = ${tx.partner} and id = any (${orders}::bigint[])`.execute(
    tx.db,
  );
}

/** So that the question can be asked again in the same transaction. */
export async function forgetSuccessionTables(tx: PartnerTransaction): Promise<void> {
  await sql`drop table if exists pg_temp.touched_customer, pg_temp.named_order, pg_temp.shared_name,
    pg_temp.shared_domain, pg_temp.succession_order, pg_temp.succession_answer`.execute(tx.db);
}

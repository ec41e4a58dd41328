import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface SearchRow {
  readonly kind: 'customer' | 'order' | 'name' | 'contact' | 'message';
  readonly id: RowId;
  readonly title: string;
  readonly detail: string | null;
}

export interface SearchWords {
  /** As typed, and as names of companies are compared. */
  readonly plain: string;
  readonly folded: string;
  /** A host name as it is stored: lower case, A-labels. */
  readonly host: string;
  readonly visible: readonly RowId[] | null;
  readonly limit: number;
}

/**
 * Hits of each kind, exact ones and beginnings first: numbers, names and addresses by their beginning, along an index;
 * companies by any part, read through.
 */
export async function selectHits(tx: PartnerTransaction, words: SearchWords): Promise<SearchRow[]> {
  const like = (text: string) => `%${escaped(text)}%`;
  const after = (text: string) => `${text}\u{10ffff}`;
  const begins = (text: string) => `${escaped(text)}%`;
  const { plain, folded, host, visible, limit } = words;
  const lower = plain.toLowerCase();
  // So many candidates of a kind are looked at; among the thousands that a common word has, any will do.
  const most = limit * 20;
  const seen = (column: string) =>
    visible === null ? sql`` : sql`and ${sql.ref(column)} = any (${visible}::bigint[])`;
  const { rows } = await sql<SearchRow>`
    (select 'customer' as kind, id, name as title, account_number as detail from (
      select id, name, account_number, name_key from customer u
        where partner = ${tx.partner} and key = ${`account:${plain}`} ${seen('u.id')}
      union select id, name, account_number, name_key from (select * from customer u
        where partner = ${tx.partner} and name_key like ${like(folded)} ${seen('u.id')} limit ${most}) many) found
      order by name_key not like ${begins(folded)}, name_key limit ${limit})
    union all
    (select 'order', o.id, o.number, concat_ws(' · ', o.common_name, u.name) from (
        select id, number from orders where partner = ${tx.partner} and number = ${plain}
        union select id, number from (select id, number from orders
          where partner = ${tx.partner} and number collate "C" >= ${plain}
            and number collate "C" < ${after(plain)} limit ${most}) many
        union select order_id, '' from certificate where partner = ${tx.partner}
          and serial in (${plain.replace(/[:\s]/g, '').toUpperCase()}, ${plain.replace(/[:\s]/g, '').toLowerCase()})) f
      join orders o on o.partner = ${tx.partner} and o.id = f.id and o.withdrawn_at is null ${seen('o.customer')}
      join customer u on u.partner = ${tx.partner} and u.id = o.customer
      group by o.id, o.number, o.common_name, u.name
      order by o.number <> ${plain}, o.number not like ${begins(plain)}, o.number limit ${limit})
    union all
    (select 'name', o.id, f.name, concat_ws(' · ', o.number, u.name) from (
        select name, order_id from order_name where partner = ${tx.partner} and name = ${host}
        union select name, order_id from (select name, order_id from order_name
          where partner = ${tx.partner} and name collate "C" >= ${host} and name collate "C" < ${after(host)}
          limit ${most}) many
        union select name, order_id from (select name, order_id from order_name
          where partner = ${tx.partner} and registrable collate "C" >= ${host}
            and registrable collate "C" < ${after(host)} limit ${most}) of_domain) f
      join orders o on o.partner = ${tx.partner} and o.id = f.order_id and o.withdrawn_at is null ${seen('o.customer')}
      join customer u on u.partner = ${tx.partner} and u.id = o.customer
      order by f.name <> ${host}, length(f.name), f.name, o.covers_until desc nulls last limit ${limit})
    union all
    (select 'contact', u.id, coalesce(f.name || ' <' || f.address || '>', f.address), u.name from (
        select name, address, customer, address_key from contact
          where partner = ${tx.partner} and address_key = ${lower}
        union select * from (select name, address, customer, address_key from contact
          where partner = ${tx.partner} and address_key collate "C" >= ${lower}
            and address_key collate "C" < ${after(lower)} limit ${most}) many
        ) f
      join customer u on u.partner = ${tx.partner} and u.id = f.customer ${seen('u.id')}
      order by f.address_key <> ${lower}, f.address_key limit ${limit})`.execute(tx.db);
  return rows;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

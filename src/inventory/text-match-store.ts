import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { productNames } from './expiring-facet-store.ts';

/** What the text of a filter led to: these orders, or too many to name. */
export type TextMatches = readonly RowId[] | 'many' | undefined;

/**
 * Orders whose number, name or domain begins with a text, or whose customer or product holds it; `many` where there are
 * `most` or more. The beginnings are ranges in byte order, because row-level security keeps `like` from an index; there
 * are few customers and products beside the orders, so those are read through.
 */
export async function selectTextMatches(
  tx: PartnerTransaction,
  text: { readonly plain: string; readonly folded: string; readonly host: string },
  most: number,
): Promise<readonly RowId[] | 'many'> {
  const number = beginning(text.plain);
  const host = beginning(text.host);
  const { rows } = await sql<{ ids: RowId[] | null }>`
    select case when count(*) < ${most} then coalesce(array_agg(id), '{}') end as ids from (
      (select id from orders where partner = ${tx.partner} and number collate "C" >= ${number.from}
        and number collate "C" < ${number.to} limit ${most})
      union
      (select order_id from order_name where partner = ${tx.partner} and name collate "C" >= ${host.from}
        and name collate "C" < ${host.to} limit ${most})
      union
      (select order_id from order_name where partner = ${tx.partner} and registrable collate "C" >= ${host.from}
        and registrable collate "C" < ${host.to} limit ${most})
      union
      (select o.id from (select id from customer where partner = ${tx.partner}
          and name_key like ${likeOf(text.folded)} limit ${most}) u
        join orders o on o.partner = ${tx.partner} and o.customer = u.id limit ${most})
      union
      (select o.id from (${productNames(tx)}) p
        join orders o on o.partner = ${tx.partner} and o.product_key = p.name
        where p.name ilike ${likeOf(text.plain)} limit ${most})
    ) found limit ${most}`.execute(tx.db);
  return rows[0]!.ids ?? 'many';
}

/** Everything that begins with a text, as a range in byte order. */
function beginning(text: string): { readonly from: string; readonly to: string } {
  return { from: text, to: `${text}\u{10ffff}` };
}

function likeOf(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

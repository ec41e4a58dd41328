import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { OrderFacts } from './order-facts.ts';

export type OrderFactsRow = Omit<OrderFacts, 'price'> & {
  readonly priceMinor: string | null;
  readonly currency: string | null;
};

/** Display facts of these orders, in no particular order; orders that are gone or withdrawn are missing. */
export async function selectOrderFacts(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<OrderFactsRow[]> {
  const { rows } = await sql<OrderFactsRow>`
    select o.id as "order", o.number, o.authority, o.status, o.product_code as "productCode",
      o.product_name as "productName", o.common_name as "commonName", o.names,
      u.id as customer, u.name as "customerName", u.account_number as "accountNumber", o.holder, u.division,
      coalesce(o.owner, u.owner) as owner, p.id as contact, p.name as "contactName",
      o.ordered_on as "orderedOn", o.covers_from as "coversFrom", o.covers_until as "coversUntil",
      o.certificate_from as "certificateFrom", o.certificate_until as "certificateUntil", o.term,
      o.price_minor as "priceMinor", o.currency, o.server_count as "serverCount",
      o.notices_on and u.notices_on and o.muted_at is null as "noticesOn",
      o.renewal_requested_at as "renewalRequestedAt", o.renewed, o.renewed_evidence as "renewedEvidence"
    from unnest(${orders}::bigint[]) as w (id)
    join orders o on o.partner = ${tx.partner} and o.id = w.id and o.withdrawn_at is null
    join customer u on u.partner = ${tx.partner} and u.id = o.customer
    left join contact p on p.partner = ${tx.partner} and p.id = o.contact`.execute(tx.db);
  return rows;
}

/** Of these orders, those that somebody looks after. */
export async function selectOwners(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<{ order: RowId; owner: string }[]> {
  const { rows } = await sql<{ order: RowId; owner: string }>`
    select o.id as "order", coalesce(o.owner, u.owner) as owner
    from unnest(${orders}::bigint[]) as w (id)
    cross join lateral (select * from orders o where o.partner = ${tx.partner} and o.id = w.id offset 0) o
    cross join lateral (
      select owner from customer u where u.partner = ${tx.partner} and u.id = o.customer offset 0) u
    where coalesce(o.owner, u.owner) is not null`.execute(tx.db);
  return rows;
}

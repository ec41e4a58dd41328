import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface CertificateRow {
  readonly id: RowId;
  readonly serial: string | null;
  readonly fingerprint: string | null;
  readonly commonName: string | null;
  readonly names: readonly string[];
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly replacedAt: Temporal.Instant | null;
}

/** The certificates of an order, newest first. */
export async function selectCertificates(tx: PartnerTransaction, order: RowId): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`
    select id, serial, fingerprint, common_name as "commonName", names, valid_from as "validFrom",
      valid_until as "validUntil", replaced_at as "replacedAt"
    from certificate where partner = ${tx.partner} and order_id = ${order}::bigint
    order by valid_until desc nulls last, id desc`.execute(tx.db);
  return rows;
}

/** The clocks of an order, coverage first, without those of replaced certificates. */
export async function selectClocksOfOrder(tx: PartnerTransaction, order: RowId): Promise<RowId[]> {
  const { rows } = await sql<{ id: RowId }>`
    select c.id from clock c
    left join certificate x on c.kind = 'certificate' and x.partner = ${tx.partner} and x.id = c.subject
    where c.partner = ${tx.partner} and c.order_id = ${order}::bigint and x.replaced_at is null
    order by c.kind <> 'coverage', c.ends_at, c.id`.execute(tx.db);
  return rows.map((row) => row.id);
}

export interface OrderPersonRow {
  readonly contact: RowId;
  readonly parts: readonly string[];
  readonly disowned: boolean;
}

/** Everybody with a part in an order, its customer's main and technical contact among them. */
export async function selectOrderPeople(tx: PartnerTransaction, order: RowId): Promise<OrderPersonRow[]> {
  const { rows } = await sql<OrderPersonRow>`
    with o as (
      select o.id, o.contact, u.main_contact, u.technical_contact from orders o
      join customer u on u.partner = o.partner and u.id = o.customer
      where o.partner = ${tx.partner} and o.id = ${order}::bigint),
    people as (
      select contact as person, 'decides' as part from o where contact is not null
      union select main_contact, 'main' from o where main_contact is not null
      union select technical_contact, 'installs' from o where technical_contact is not null
      union select contact, part from order_contact where partner = ${tx.partner} and order_id = ${order}::bigint)
    select people.person as contact, array_agg(people.part order by people.part) as parts,
      bool_or(d.order_id is not null) as disowned
    from people
    join contact p on p.partner = ${tx.partner} and p.id = people.person
    left join disowned d on d.partner = ${tx.partner} and d.order_id = ${order}::bigint
      and d.address_key = p.address_key
    group by people.person`.execute(tx.db);
  return rows;
}

/** The clocks of many orders, without those of replaced certificates. */
export async function selectClocksOfOrders(
  tx: PartnerTransaction,
  orders: readonly RowId[],
): Promise<RowId[]> {
  const { rows } = await sql<{ id: RowId }>`
    select c.id from clock c
    left join certificate x on c.kind = 'certificate' and x.partner = ${tx.partner} and x.id = c.subject
    where c.partner = ${tx.partner} and c.order_id = any (${orders}::bigint[]) and x.replaced_at is null
    order by c.id`.execute(tx.db);
  return rows.map((row) => row.id);
}

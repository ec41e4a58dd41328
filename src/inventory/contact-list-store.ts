import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { ContactFields, ContactLine } from './contact-list.ts';

/** The contacts of a customer, main and technical first, then by name. */
export async function selectContactsOfCustomer(
  tx: PartnerTransaction,
  customer: RowId,
): Promise<ContactLine[]> {
  return contacts(tx, sql`p.customer = ${customer}::bigint`);
}

export async function selectContactLines(
  tx: PartnerTransaction,
  ids: readonly RowId[],
): Promise<ContactLine[]> {
  return contacts(tx, sql`p.id = any (${ids}::bigint[])`);
}

async function contacts(tx: PartnerTransaction, which: RawBuilder<unknown>): Promise<ContactLine[]> {
  const { rows } = await sql<ContactLine>`
    select p.id, p.customer, p.name, p.address, p.address_key as "addressKey", p.phone, p.locale,
      p.time_zone as "timeZone", p.country, p.writable, b.bouncing_since as "bouncingSince",
      coalesce(u.main_contact = p.id, false) as "isMain", coalesce(u.technical_contact = p.id, false) as "isTechnical",
      (select coalesce(jsonb_agg(jsonb_build_object('purpose', c.purpose, 'objected', c.objected,
          'at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'source', c.source)), '[]')
        from consent c where c.partner = p.partner and c.address_key = p.address_key) as consents
    from contact p
    join customer u on u.partner = p.partner and u.id = p.customer
    left join address_state b on b.partner = p.partner and b.address_key = p.address_key
    where p.partner = ${tx.partner} and ${which}
    order by (u.main_contact = p.id) desc nulls last, (u.technical_contact = p.id) desc nulls last,
      lower(p.name), p.id`.execute(tx.db);
  return rows;
}

/** Which customer each contact belongs to. */
export async function selectContactOwners(
  tx: PartnerTransaction,
  ids: readonly RowId[],
): Promise<ReadonlyMap<RowId, RowId>> {
  const { rows } = await sql<{ id: RowId; customer: RowId }>`
    select id, customer from contact where partner = ${tx.partner} and id = any (${ids}::bigint[])`.execute(
    tx.db,
  );
  return new Map(rows.map((row) => [row.id, row.customer]));
}

/** Adds a contact; undefined where the customer has one with this address already. */
export async function insertContact(
  tx: PartnerTransaction,
  customer: RowId,
  fields: ContactFields & { readonly addressKey: string },
  at: string,
): Promise<RowId | undefined> {
  const { rows } = await sql<{ id: RowId }>`
    insert into contact (partner, customer, name, address, address_key, phone, locale, time_zone, country, word_at)
    values (${tx.partner}, ${customer}::bigint, ${fields.name}, ${fields.address}, ${fields.addressKey},
      ${fields.phone}, ${fields.locale}, ${fields.timeZone}, ${fields.country}, ${at}::timestamptz)
    on conflict (partner, customer, address_key) do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** Makes it the customer's main contact where there is none: else no notice would ever reach it. */
export async function becomeFirstContact(
  tx: PartnerTransaction,
  customer: RowId,
  contact: RowId,
): Promise<void> {
  await sql`update customer set main_contact = ${contact}::bigint
    where partner = ${tx.partner} and id = ${customer}::bigint and main_contact is null`.execute(tx.db);
}

/** Leaves the customer without a main contact where it is this one; false where it is not. */
export async function leaveAsMainContact(
  tx: PartnerTransaction,
  customer: RowId,
  contact: RowId,
): Promise<boolean> {
  const { rows } = await sql`update customer set main_contact = null
    where partner = ${tx.partner} and id = ${customer}::bigint and main_contact = ${contact}::bigint
    returning id`.execute(tx.db);
  return rows.length > 0;
}

/** Takes a contact away that neither an order, its customer nor a notice speaks of; false for any other. */
export async function deleteUnusedContact(tx: PartnerTransaction, contact: RowId): Promise<boolean> {
  const { rows } = await sql`delete from contact p
    where p.partner = ${tx.partner} and p.id = ${contact}::bigint
      and not exists (select from orders o where o.partner = p.partner and o.contact = p.id)
      and not exists (select from order_contact o where o.partner = p.partner and o.contact = p.id)
      and not exists (select from notice n where n.partner = p.partner and n.contact = p.id)
      and not exists (select from customer u where u.partner = p.partner and u.id = p.customer
        and p.id in (u.main_contact, u.technical_contact))
    returning p.id`.execute(tx.db);
  return rows.length > 0;
}

/** Whether another contact of the customer has this address. */
export async function isAddressTaken(
  tx: PartnerTransaction,
  {
    customer,
    addressKey,
    but,
  }: { readonly customer: RowId; readonly addressKey: string; readonly but: RowId },
): Promise<boolean> {
  const { rows } =
    await sql`select from contact where partner = ${tx.partner} and customer = ${customer}::bigint
    and address_key = ${addressKey} and id <> ${but}::bigint`.execute(tx.db);
  return rows.length > 0;
}

/** All fields at once, by a person's word. */
export async function updateContact(
  tx: PartnerTransaction,
  contact: RowId,
  fields: ContactFields & { readonly addressKey: string },
  at: string,
): Promise<void> {
  await sql`update contact set name = ${fields.name}, address = ${fields.address},
      address_key = ${fields.addressKey}, phone = ${fields.phone}, locale = ${fields.locale},
      time_zone = ${fields.timeZone}, country = ${fields.country}, last_import = null, words = null,
      word_at = greatest(word_at, ${at}::timestamptz)
    where partner = ${tx.partner} and id = ${contact}::bigint`.execute(tx.db);
}

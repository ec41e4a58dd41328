import { type RawBuilder, sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import { accepts, contactFields, customerFields, type ImportedField, orderFields } from './import-fields.ts';
import type { StagedColumn } from './staged-row.ts';

/** What the file is compared under. `saidAt` is an instant as text. */
export interface ComparingOptions {
  readonly saidAt: string;
  /** Columns that the file has. */
  readonly present: ReadonlySet<StagedColumn>;
}

export interface PlanCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly customersAdded: number;
  readonly customersChanged: number;
  readonly contactsAdded: number;
  readonly contactsChanged: number;
}

/** Whose orders they are, for rows that do not say it and products that do not tell. */
export async function settleAuthorities(tx: PartnerTransaction): Promise<void> {
  await sql`update pg_temp.staged s set authority = f.authority
    from (select number, min(authority) as authority from orders where partner = ${tx.partner}
      group by number having count(*) = 1) f
    where s.authority is null and f.number = s.number`.execute(tx.db);
  await sql`update pg_temp.staged set authority = 'unknown' where authority is null`.execute(tx.db);
}

/** Rows that turn out to be the same order as an earlier line once their authority is known are refused. */
export async function refuseRepeated(tx: PartnerTransaction, column: string): Promise<void> {
  await sql`
    with repeated as (
      select authority, number, min(line) as first_line from pg_temp.staged
      group by authority, number having count(*) > 1),
    gone as (
      delete from pg_temp.staged s using repeated r
      where s.authority = r.authority and s.number = r.number and s.line > r.first_line
      returning s.line, s.number, r.first_line)
    insert into pg_temp.refused (line, column_name, value, reason)
    select line, ${column}, number,
      jsonb_build_object('code', 'repeated-order', 'params', jsonb_build_object('firstLine', first_line))
    from gone`.execute(tx.db);
}

/** Finds the orders that exist already: by authority and number, or by number where the authority was not known. */
export async function matchOrders(tx: PartnerTransaction): Promise<void> {
  await sql`create temporary table matched (
    line bigint not null, order_id bigint not null, current_customer bigint not null,
    -- the row says nothing of another customer than the order has
    keeps boolean not null, customer_id bigint, speaks boolean not null default true) on commit drop`.execute(
    tx.db,
  );
  const match = (authority: RawBuilder<unknown>, unless: RawBuilder<unknown>) => sql`
    insert into pg_temp.matched (line, order_id, current_customer, keeps)
    select distinct on (o.id) s.line, o.id, o.customer,
      s.account_number is null and (not s.customer_said or s.customer_name_key = u.name_key)
    from pg_temp.staged s
    join orders o on o.partner = ${tx.partner} and o.authority = ${authority} and o.number = s.number
    join customer u on u.partner = ${tx.partner} and u.id = o.customer ${unless}
    order by o.id, s.line`;
  await match(sql`s.authority`, sql``).execute(tx.db);
  await sql`analyze pg_temp.matched`.execute(tx.db);
  const { rows } = await sql<{ any: boolean }>`select exists (select from orders
    where partner = ${tx.partner} and authority = 'unknown') as any`.execute(tx.db);
  if (!rows[0]?.any) return;
  await match(
    sql`'unknown'`,
    sql`where s.authority <> 'unknown' and not exists (select from pg_temp.matched m where m.line = s.line)`,
  ).execute(tx.db);
}

/** Which customer every row belongs to: a known one, one that gets its account number now, or a new one. */
export async function resolveCustomers(tx: PartnerTransaction, { saidAt }: ComparingOptions): Promise<void> {
  await sql`create temporary table customer_of_key (
    key text not null, name_key text not null, account_number text, id bigint,
    is_new boolean not null default false) on commit drop`.execute(tx.db);
  await sql`
    insert into pg_temp.customer_of_key (key, name_key, account_number, id)
    select w.key, w.name_key, w.account_number, u.id
    from (select s.customer_key as key, min(s.customer_name_key collate "C") as name_key,
        min(s.account_number collate "C") as account_number
      from pg_temp.staged s left join pg_temp.matched m on m.line = s.line
      where m.keeps is not true group by s.customer_key) w
    left join customer u on u.partner = ${tx.partner} and u.key = w.key`.execute(tx.db);
  await upgradeNamedCustomers(tx);
  await findCustomersByName(tx);
  await sql`
    update pg_temp.matched m set
      speaks = m.keeps or c.id = m.current_customer or a.accepted,
      customer_id = case when m.keeps or not a.accepted then m.current_customer else c.id end
    from pg_temp.staged s
    left join pg_temp.customer_of_key c on c.key = s.customer_key, orders r,
      lateral (select ${sql.raw(accepts({ column: 'customer', word: 'customer' }, instant(saidAt)))} as accepted) a
    where s.line = m.line and r.partner = ${tx.partner} and r.id = m.order_id`.execute(tx.db);
}

/** A customer known by name only, whose order now comes with an account number, gets that number. */
async function upgradeNamedCustomers(tx: PartnerTransaction): Promise<void> {
  await sql`
    update pg_temp.customer_of_key c set id = x.id
    from (select distinct on (u.id) c.key, u.id
      from pg_temp.matched m
      join pg_temp.staged s on s.line = m.line
      join pg_temp.customer_of_key c on c.key = s.customer_key and c.id is null and c.account_number is not null
      join customer u on u.partner = ${tx.partner} and u.id = m.current_customer
        and u.key = 'name:' || s.customer_name_key
      order by u.id, c.key collate "C") x
    where c.key = x.key`.execute(tx.db);
}

/** A bare name is the one customer that has it, here or in the file; otherwise it is a customer of its own. */
async function findCustomersByName(tx: PartnerTransaction): Promise<void> {
  await sql`
    update pg_temp.customer_of_key c set id = x.id
    from (select name_key, min(id) as id from customer where partner = ${tx.partner}
      group by name_key having count(*) = 1) x
    where c.id is null and c.account_number is null and x.name_key = c.name_key`.execute(tx.db);
  await sql`
    update pg_temp.customer_of_key set id = nextval(pg_get_serial_sequence('customer', 'id')), is_new = true
    where id is null and account_number is not null`.execute(tx.db);
  await sql`
    update pg_temp.customer_of_key c set id = x.id
    from (select name_key, min(id) as id from pg_temp.customer_of_key where account_number is not null
      group by name_key having count(distinct id) = 1) x
    where c.id is null and x.name_key = c.name_key`.execute(tx.db);
  await sql`
    update pg_temp.customer_of_key set id = nextval(pg_get_serial_sequence('customer', 'id')), is_new = true
    where id is null`.execute(tx.db);
  await sql`analyze pg_temp.customer_of_key`.execute(tx.db);
}

/** Every staged row with its order and customer. A row about a customer whom a newer word has moved on stays silent. */
const rowsWithCustomer = sql`
  pg_temp.staged s
  left join pg_temp.matched m on m.line = s.line
  left join pg_temp.customer_of_key c on c.key = s.customer_key
  cross join lateral (select coalesce(m.customer_id, c.id) as customer_id, coalesce(m.speaks, true) as speaks) w`;

/**
 * What the file says about each customer. Rows of one customer may differ; then the smallest value in code point
 * order stands, so that the same file always says the same.
 */
export async function gatherCustomers(tx: PartnerTransaction, options: ComparingOptions): Promise<void> {
  await sql`create temporary table customer_said (
    id bigint not null, key text, account_number text, name text, name_key text, any_name text not null,
    any_name_key text not null, agency boolean not null, division text, owner text, country text) on commit drop`.execute(
    tx.db,
  );
  await sql`
    insert into pg_temp.customer_said
    select id, 'account:' || account_number, account_number, split_part(named, chr(31), 2), nullif(split_part(named, chr(31), 1), ''),
      split_part(any_named, chr(31), 2), split_part(any_named, chr(31), 1), agency, division, owner, country
    from (select w.customer_id as id, min(s.account_number collate "C") as account_number,
        min(s.customer_name_key || chr(31) || s.customer_name collate "C") filter (where s.customer_said) as named,
        min(s.customer_name_key || chr(31) || s.customer_name collate "C") as any_named,
        bool_or(s.holder is not null and s.holder <> s.customer_name) as agency,
        min(s.division collate "C") as division, min(s.owner collate "C") as owner,
        min(s.country collate "C") as country
      from ${rowsWithCustomer} where w.speaks group by w.customer_id) g`.execute(tx.db);
  await compare(tx, options, {
    into: 'changed_customer',
    table: 'customer',
    entity: 'customer',
    fields: customerFields,
    from: sql`pg_temp.customer_said s join customer r on r.partner = ${tx.partner} and r.id = s.id`,
    keep: sql``,
  });
}

/** What the file says about each contact: one per customer and address. */
export async function gatherContacts(tx: PartnerTransaction, options: ComparingOptions): Promise<void> {
  await sql`create temporary table contact_said (
    customer bigint not null, key text not null, id bigint not null, is_new boolean not null, address text not null,
    name text, phone text, locale text, time_zone text, country text, orders bigint not null,
    first_line bigint not null) on commit drop`.execute(tx.db);
  await sql`
    insert into pg_temp.contact_said
    select g.customer, g.key, coalesce(p.id, nextval(pg_get_serial_sequence('contact', 'id'))), p.id is null,
      g.address, g.name, g.phone, g.locale, g.time_zone, g.country, g.orders, g.first_line
    from (select w.customer_id as customer, s.contact_key as key, min(s.contact_address collate "C") as address,
        min(s.contact_name collate "C") as name, min(s.contact_phone collate "C") as phone,
        min(s.contact_locale collate "C") as locale, min(s.contact_time_zone collate "C") as time_zone,
        min(s.country collate "C") as country, count(*) as orders, min(s.line) as first_line
      from ${rowsWithCustomer} where s.contact_key is not null and w.speaks group by w.customer_id, s.contact_key) g
    left join contact p on p.partner = ${tx.partner} and p.customer = g.customer and p.address_key = g.key`.execute(
    tx.db,
  );
  await sql`analyze pg_temp.contact_said`.execute(tx.db);
  await compare(tx, options, {
    into: 'changed_contact',
    table: 'contact',
    entity: 'contact',
    fields: contactFields,
    from: sql`pg_temp.contact_said s join contact r on r.partner = ${tx.partner} and r.id = s.id and not s.is_new`,
    keep: sql``,
  });
}

/** The orders in which a newer word changes something, each with all its fields as they will be. */
export async function compareOrders(tx: PartnerTransaction, options: ComparingOptions): Promise<void> {
  await compare(tx, options, {
    into: 'changed_order',
    table: 'orders',
    entity: 'order',
    fields: orderFields(options.present),
    from: sql`pg_temp.matched m
      join pg_temp.staged s on s.line = m.line
      join orders r on r.partner = ${tx.partner} and r.id = m.order_id
      left join pg_temp.contact_said k on k.customer = m.customer_id and k.key = s.contact_key`,
    keep: sql`or r.withdrawn_at is not null`,
  });
  await sql`analyze pg_temp.changed_order`.execute(tx.db);
}

interface Comparison {
  readonly into: string;
  readonly table: string;
  readonly entity: string;
  readonly fields: readonly ImportedField[];
  readonly from: RawBuilder<unknown>;
  /** When a row counts as changed although no field differs. */
  readonly keep: RawBuilder<unknown>;
}

/** Fills `into` with the rows of `table` that would change: their id and every field as it would be. */
async function compare(
  tx: PartnerTransaction,
  { saidAt }: ComparingOptions,
  what: Comparison,
): Promise<void> {
  const columns = what.fields.map(({ column }) => column);
  const list = (alias: string) => sql.raw(columns.map((column) => `${alias}.${column}`).join(', '));
  const values = what.fields.map(
    (field) =>
      `case when ${accepts(field, instant(saidAt))} then ${field.incoming} else r.${field.column} end as ${field.column}`,
  );
  await sql`create temporary table ${sql.raw(what.into)} on commit drop as
    select id, ${sql.raw(columns.join(', '))} from ${sql.raw(what.table)} with no data`.execute(tx.db);
  await sql`
    insert into ${sql.raw(what.into)} (id, ${sql.raw(columns.join(', '))})
    select r.id, ${list('n')} from ${what.from}
    cross join lateral (select ${sql.raw(values.join(',\n'))}) n
    where (${list('n')}) is distinct from (${list('r')}) ${what.keep}`.execute(tx.db);
  await noteChanges(tx, what);
}

/** The table of what changes field by field, as it is shown, kept and perhaps taken back. */
export async function createChangeNotes(tx: PartnerTransaction): Promise<void> {
  await sql`create temporary table change_note (
    entity text not null, id bigint not null, before jsonb not null, after jsonb not null, words jsonb not null,
    import_before bigint) on commit drop`.execute(tx.db);
}

async function noteChanges(tx: PartnerTransaction, what: Comparison): Promise<void> {
  const values = what.fields.map(
    ({ column, word }) => `('${column}', '${word}', to_jsonb(r.${column}), to_jsonb(n.${column}))`,
  );
  if (what.table === 'orders')
    values.push(`('withdrawn_at', 'withdrawn_at', to_jsonb(r.withdrawn_at), null::jsonb)`);
  await sql`
    insert into pg_temp.change_note (entity, id, before, after, words, import_before)
    select ${what.entity}, r.id, d.before, d.after, d.words, r.last_import
    from ${sql.raw(what.into)} n
    join ${sql.raw(what.table)} r on r.partner = ${tx.partner} and r.id = n.id
    cross join lateral (
      select jsonb_object_agg(v.field, v.before) as before, jsonb_object_agg(v.field, v.after) as after,
        jsonb_object_agg(v.word, coalesce(r.words ->> v.word, r.word_at::text)) as words
      from (values ${sql.raw(values.join(',\n'))}) v (field, word, before, after)
      where v.before is distinct from v.after) d
    where d.before is not null`.execute(tx.db);
}

/** An instant as an SQL literal. The text is one that Temporal wrote. */
export function instant(saidAt: string): string {
  return `timestamptz '${Temporal.Instant.from(saidAt).toString()}'`;
}

export async function countPlan(tx: PartnerTransaction): Promise<PlanCounts> {
  const { rows } = await sql<{ [count in keyof PlanCounts]: string }>`
    select staged - matched as added, changed, matched - changed as unchanged, refused, "customersAdded", "customersChanged", "contactsAdded", "contactsChanged"
    from (select (select count(*) from pg_temp.staged) as staged,
      (select count(*) from pg_temp.matched) as matched,
      (select count(*) from pg_temp.refused) as refused,
      (select count(*) from pg_temp.changed_order) as changed,
      (select count(distinct id) from pg_temp.customer_of_key where is_new) as "customersAdded",
      (select count(*) from pg_temp.changed_customer) as "customersChanged",
      (select count(*) from pg_temp.contact_said where is_new) as "contactsAdded",
      (select count(*) from pg_temp.changed_contact) as "contactsChanged") c`.execute(tx.db);
  const counts = Object.entries(rows[0]!).map(([name, count]) => [name, Number(count)]);
  return Object.fromEntries(counts) as PlanCounts;
}

/** How often each reading of the dates was used among the staged rows. */
export async function countReadings(tx: PartnerTransaction): Promise<Record<string, number>> {
  const { rows } = await sql<{ reading: string; count: string }>`
    select reading, count(*) from pg_temp.staged group by reading order by reading`.execute(tx.db);
  return Object.fromEntries(rows.map(({ reading, count }) => [reading, Number(count)]));
}

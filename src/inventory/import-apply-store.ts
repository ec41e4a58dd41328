import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { insertClocksOfNewOrders, settleOrders, wakeClocks } from './import-clock-store.ts';
import {
  contactFields,
  customerFields,
  type ImportedField,
  orderFields,
  wordsAfter,
} from './import-fields.ts';
import { type ComparingOptions, instant } from './import-plan-store.ts';
import type { StagedColumn } from './staged-row.ts';

export interface ApplyOptions extends ComparingOptions {
  readonly importId: RowId;
  /** The moment given as the present, as text. */
  readonly now: string;
  /** How many of the file's orders exist already. */
  readonly matched: number;
  /** The answer for orders that the authority calls renewed and of which nothing else is known. */
  readonly flagged: { readonly renewed: string; readonly evidence: string | null };
}

/** Writes what the plan found into the inventory: new customers, contacts and orders first, then what changes. */
export async function applyPlan(tx: PartnerTransaction, options: ApplyOptions): Promise<void> {
  await insertCustomers(tx, options);
  await insertContacts(tx, options);
  await insertOrders(tx, options);
  await keepChangeNotes(tx, options.importId);
  await changePeople(tx, options);
  if (options.matched > 0) await changeOrders(tx, options);
  await chooseMainContacts(tx);
}

async function insertCustomers(tx: PartnerTransaction, { importId, saidAt }: ApplyOptions): Promise<void> {
  await sql`
    insert into customer (partner, id, key, account_number, name, name_key, kind, division, owner, country,
      added_by, last_import, word_at) overriding system value
    select ${tx.partner}, c.id, c.key, c.account_number, coalesce(s.name, s.any_name),
      coalesce(s.name_key, s.any_name_key), case when s.agency then 'agency' else 'customer' end,
      s.division, s.owner, s.country, ${importId}, ${importId}, ${saidAt}
    from (select distinct on (id) * from pg_temp.customer_of_key where is_new order by id, account_number nulls last) c
    join pg_temp.customer_said s on s.id = c.id`.execute(tx.db);
}

async function insertContacts(tx: PartnerTransaction, { importId, saidAt }: ApplyOptions): Promise<void> {
  await sql`
    insert into contact (partner, id, customer, name, address, address_key, phone, locale, time_zone, country,
      added_by, last_import, word_at) overriding system value
    select ${tx.partner}, id, customer, name, address, key, phone, locale, time_zone, country,
      ${importId}, ${importId}, ${saidAt}
    from pg_temp.contact_said where is_new`.execute(tx.db);
}

/** Without a state an order that has an end was issued. */
const newStatus = "coalesce(s.status, case when s.covers_until is null then 'pending' else 'issued' end)";

/** Columns that cannot be unknown: what they hold by default is nobody's word. */
const defaulted: readonly StagedColumn[] = ['status', 'notices_on', 'automation_on', 'renewed_flag'];

function wordsOfNewOrder(present: ReadonlySet<StagedColumn>): string {
  const always = defaulted.filter((column) => !present.has(column));
  const sometimes = defaulted.filter((column) => present.has(column));
  const constant =
    always.length === 0
      ? 'null'
      : `'${JSON.stringify(Object.fromEntries(always.map((column) => [column, '-infinity'])))}'::jsonb`;
  if (sometimes.length === 0) return constant;
  const entries = defaulted.map(
    (column) => `'${column}', case when s.${column} is null then '-infinity' end`,
  );
  return `case when ${sometimes.map((column) => `s.${column} is not null`).join(' and ')} then ${constant}
    else jsonb_strip_nulls(jsonb_build_object(${entries.join(', ')})) end`;
}

const copied: readonly StagedColumn[] = [
  'authority',
  'number',
  'holder',
  'product_code',
  'product_name',
  'common_name',
  'names',
  'ordered_on',
  'term',
  'covers_from',
  'covers_until',
  'reading',
  'certificate_from',
  'certificate_until',
  'certificate_serial',
  'certificate_fingerprint',
  'price_minor',
  'currency',
  'server_count',
  'owner',
  'notes',
  'renewal_of',
  'renewed_by',
];

async function insertOrders(tx: PartnerTransaction, options: ApplyOptions): Promise<void> {
  const { importId, saidAt, now, present, flagged } = options;
  const isNew = sql`not exists (select from pg_temp.matched m where m.line = s.line)`;
  await sql`
    insert into orders (partner, id, customer, contact, status, notices_on, automation_on, renewed_flag, renewed, renewed_evidence,
      words,       added_by, last_import, word_at, ${sql.raw(copied.join(', '))}) overriding system value
    select ${tx.partner}, s.order_id, c.id, k.id, ${sql.raw(newStatus)}, coalesce(s.notices_on, true),
      coalesce(s.automation_on, false), coalesce(s.renewed_flag, false),
      case when s.renewed_flag then ${flagged.renewed} else 'no' end,
      case when s.renewed_flag then ${flagged.evidence}::jsonb end, ${sql.raw(wordsOfNewOrder(present))},
      ${importId}, ${importId}, ${saidAt}, ${sql.raw(copied.map((column) => `s.${column}`).join(', '))}
    from pg_temp.staged s
    join pg_temp.customer_of_key c on c.key = s.customer_key
    left join pg_temp.contact_said k on k.customer = c.id and k.key = s.contact_key
    where ${isNew}`.execute(tx.db);
  await sql`
    insert into order_name (partner, name, order_id, registrable)
    select ${tx.partner}, n.name, s.order_id, nullif(n.registrable, '')
    from pg_temp.staged s, unnest(s.names, s.registrables) as n (name, registrable)
    where ${isNew}`.execute(tx.db);
  await sql`
    insert into certificate (partner, id, order_id, serial, fingerprint, common_name, names, valid_from,
      valid_until, added_by) overriding system value
    select ${tx.partner}, s.certificate_id, s.order_id, s.certificate_serial, s.certificate_fingerprint,
      s.common_name, s.names, s.certificate_from, s.certificate_until, ${importId}
    from pg_temp.staged s
    where (s.certificate_until is not null or s.certificate_serial is not null) and ${isNew}`.execute(tx.db);
  await insertClocksOfNewOrders(tx, { now: instant(now), status: newStatus });
}

async function keepChangeNotes(tx: PartnerTransaction, importId: RowId): Promise<void> {
  await sql`
    insert into import_change (partner, import, entity, entity_id, before, after, words_before, import_before)
    select ${tx.partner}, ${importId}, entity, id, before, after, words, import_before
    from pg_temp.change_note`.execute(tx.db);
}

async function changePeople(tx: PartnerTransaction, options: ApplyOptions): Promise<void> {
  await changeRows(tx, options, {
    table: 'customer',
    fields: customerFields,
    from: sql`pg_temp.customer_said s left join pg_temp.changed_customer n on n.id = s.id`,
    id: sql`s.id`,
  });
  await changeRows(tx, options, {
    table: 'contact',
    fields: contactFields,
    from: sql`pg_temp.contact_said s left join pg_temp.changed_contact n on n.id = s.id`,
    id: sql`s.id`,
  });
  await wakeClocks(
    tx,
    instant(options.now),
    sql`select o.id from orders o where o.partner = ${tx.partner} and o.customer in (
      select id from pg_temp.changed_customer union
      select customer from contact where partner = ${tx.partner} and id in (select id from pg_temp.changed_contact))`,
  );
}

async function changeOrders(tx: PartnerTransaction, options: ApplyOptions): Promise<void> {
  await changeRows(tx, options, {
    table: 'orders',
    fields: orderFields(options.present),
    from: sql`pg_temp.matched m join pg_temp.staged s on s.line = m.line
      left join pg_temp.changed_order n on n.id = m.order_id`,
    id: sql`m.order_id`,
  });
  await sql`create temporary table settled on commit drop as select id from pg_temp.changed_order`.execute(
    tx.db,
  );
  await renewNames(tx);
  await settleOrders(tx, { now: instant(options.now), importId: options.importId });
}

interface ChangedRows {
  readonly table: string;
  readonly fields: readonly ImportedField[];
  readonly from: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
}

/**
 * Sets what changes. Rows that a newer word only confirms keep their fields and get the moment of
 * that word, so that an older file cannot change them afterwards.
 */
async function changeRows(tx: PartnerTransaction, options: ApplyOptions, what: ChangedRows): Promise<void> {
  const saidAt = instant(options.saidAt);
  const isOrders = what.table === 'orders';
  const sets = what.fields.map(
    ({ column }) => `${column} = case when n.id is null then r.${column} else n.${column} end`,
  );
  await sql`
    update ${sql.raw(what.table)} r set ${sql.raw(sets.join(', '))},
      word_at = greatest(r.word_at, ${sql.raw(saidAt)}), words = ${sql.raw(wordsAfter(what.fields, saidAt))},
      last_import = case when n.id is null then r.last_import else ${options.importId}::bigint end
      ${isOrders ? sql`, withdrawn_at = null` : sql``}
    from ${what.from}
    where r.partner = ${tx.partner} and r.id = ${what.id} and (n.id is not null or ${sql.raw(saidAt)} > r.word_at)`.execute(
    tx.db,
  );
}

/** Names as the orders in `settled` have them now; their registrable domains come from the file. */
async function renewNames(tx: PartnerTransaction): Promise<void> {
  await sql`
    delete from order_name n using pg_temp.settled t, orders o
    where n.partner = ${tx.partner} and n.order_id = t.id and o.partner = ${tx.partner} and o.id = t.id
      and n.name <> all (o.names)`.execute(tx.db);
  await sql`
    insert into order_name (partner, name, order_id, registrable)
    select ${tx.partner}, n.name, o.id, nullif(g.registrable, '')
    from pg_temp.settled t
    join orders o on o.partner = ${tx.partner} and o.id = t.id
    cross join unnest(o.names) as n (name)
    join pg_temp.matched m on m.order_id = t.id
    join pg_temp.staged s on s.line = m.line
    left join lateral (select g.registrable from unnest(s.names, s.registrables) as g (name, registrable)
      where g.name = n.name limit 1) g on true
    on conflict do nothing`.execute(tx.db);
}

/** The customers whose orders the import adds or changes, before and after, in the temporary table `touched_customer`. */
export async function gatherTouchedCustomers(tx: PartnerTransaction): Promise<void> {
  await sql`create temporary table touched_customer on commit drop as
    select c.id from pg_temp.staged s join pg_temp.customer_of_key c on c.key = s.customer_key
    where not exists (select from pg_temp.matched m where m.line = s.line)
    union select customer from pg_temp.changed_order
    union select m.current_customer from pg_temp.changed_order o join pg_temp.matched m on m.order_id = o.id`.execute(
    tx.db,
  );
  await sql`analyze pg_temp.touched_customer`.execute(tx.db);
}

/** Whom to turn to where an order names nobody: the contact of most orders in the file, of equals the first. */
async function chooseMainContacts(tx: PartnerTransaction): Promise<void> {
  await sql`
    update customer u set main_contact = x.id
    from (select distinct on (customer) customer, id from pg_temp.contact_said
      order by customer, orders desc, first_line) x
    where u.partner = ${tx.partner} and u.id = x.customer and u.main_contact is null`.execute(tx.db);
}

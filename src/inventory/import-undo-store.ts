import { type RawBuilder, sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { settleOrders } from './import-clock-store.ts';
import { contactFields, customerFields, type ImportedField, orderFields } from './import-fields.ts';
import { instant } from './import-plan-store.ts';
import { ledgerMentionsClock, ledgerMentionsContact, ledgerMentionsOrder } from './ledger-mention-store.ts';

export interface UndoOptions {
  readonly importId: RowId;
  /** When the import's word was spoken. */
  readonly saidAt: string;
  readonly now: string;
}

export interface UndoCounts {
  readonly ordersRemoved: number;
  readonly ordersWithdrawn: number;
  readonly ordersRestored: number;
  readonly customersRemoved: number;
  readonly contactsRemoved: number;
}

export interface KeptRow {
  readonly entity: 'order' | 'customer' | 'contact';
  readonly name: string;
  /** The columns that stay; null: the whole row. */
  readonly columns: string[] | null;
  readonly reason: 'changed-since' | 'confirmed-since' | 'in-the-ledger';
}

/** Takes the import's rows and fields back as far as they are still its own. What stays is in `undo_kept`. */
export async function undoChanges(tx: PartnerTransaction, options: UndoOptions): Promise<UndoCounts> {
  await chooseAll(tx, options);
  await sql`create temporary table touched_customer (id bigint not null) on commit drop`.execute(tx.db);
  await noteTouchedCustomers(tx, options);
  for (const what of restorable) await restore(tx, what);
  for (const what of restorable) await forgetConfirmations(tx, options, what);
  await noteTouchedCustomers(tx, options);
  const ordersRemoved = await removeOrders(tx);
  const ordersWithdrawn = await withdrawOrders(tx, options);
  await settleRestored(tx, options);
  const contactsRemoved = await removeContacts(tx, options);
  const customersRemoved = await removeCustomers(tx, options);
  const ordersRestored = await countOf(tx, sql`pg_temp.restored_orders where back is not null`);
  return { ordersRemoved, ordersWithdrawn, ordersRestored, customersRemoved, contactsRemoved };
}

export type UndoForecast = Pick<UndoCounts, 'ordersRemoved' | 'ordersWithdrawn' | 'ordersRestored'> & {
  readonly customersRestored: number;
  readonly contactsRestored: number;
};

/** What `undoChanges` would do at this moment; nothing of the inventory is written. What would stay is in `undo_kept`. */
export async function forecastUndo(tx: PartnerTransaction, options: UndoOptions): Promise<UndoForecast> {
  await chooseAll(tx, options);
  const back = (table: string) => countOf(tx, sql`${sql.table(`restored_${table}`)} where back is not null`);
  return {
    ordersRemoved: await countOf(tx, sql`pg_temp.undone_order where not withdraw`),
    ordersWithdrawn: await countOf(tx, sql`pg_temp.undone_order where withdraw`),
    ordersRestored: await back('orders'),
    customersRestored: await back('customer'),
    contactsRestored: await back('contact'),
  };
}

/** Sorts what the import did into what goes, what comes back and what stays. */
async function chooseAll(tx: PartnerTransaction, options: UndoOptions): Promise<void> {
  await sql`create temporary table undo_kept (
    entity text not null, id bigint not null, name text, columns text[], reason text not null) on commit drop`.execute(
    tx.db,
  );
  await chooseAddedOrders(tx, options);
  for (const what of restorable) await chooseFields(tx, options, what);
}

/** What could not be taken back, orders first. */
export async function keptRows(tx: PartnerTransaction, limit: number): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    select entity, name, columns, reason from pg_temp.undo_kept
    order by case entity when 'order' then 1 when 'customer' then 2 else 3 end, id limit ${limit}`.execute(
    tx.db,
  );
  return rows;
}

export async function countKept(tx: PartnerTransaction): Promise<number> {
  return countOf(tx, sql`pg_temp.undo_kept`);
}

async function countOf(tx: PartnerTransaction, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) from ${from}`.execute(tx.db);
  return Number(rows[0]!.count);
}

/** Which of the added orders go, which are only withdrawn, and which stay because somebody has spoken of them since. */
async function chooseAddedOrders(tx: PartnerTransaction, { importId, saidAt }: UndoOptions): Promise<void> {
  await sql`create temporary table undone_order (
    id bigint not null, customer bigint not null, withdraw boolean not null) on commit drop`.execute(tx.db);
  await sql`
    insert into pg_temp.undo_kept
    select 'order', id, number, null, case when last_import is distinct from ${importId}::bigint
      then 'changed-since' else 'confirmed-since' end
    from orders where partner = ${tx.partner} and added_by = ${importId}
      and (last_import is distinct from ${importId}::bigint or word_at > ${saidAt}::timestamptz)`.execute(
    tx.db,
  );
  await sql`
    insert into pg_temp.undone_order
    select o.id, o.customer, ${ledgerMentionsOrder(tx, sql`o.id`)}
    from orders o where o.partner = ${tx.partner} and o.added_by = ${importId}
      and o.last_import = ${importId} and o.word_at <= ${saidAt}::timestamptz and o.withdrawn_at is null`.execute(
    tx.db,
  );
  await sql`analyze pg_temp.undone_order`.execute(tx.db);
}

async function noteTouchedCustomers(tx: PartnerTransaction, { importId }: UndoOptions): Promise<void> {
  await sql`
    insert into pg_temp.touched_customer
    select customer from pg_temp.undone_order
    union select o.customer from import_change c
    join orders o on o.partner = ${tx.partner} and o.id = c.entity_id
    where c.partner = ${tx.partner} and c.import = ${importId} and c.entity = 'order'
    except select id from pg_temp.touched_customer`.execute(tx.db);
}

interface Restorable {
  readonly entity: 'order' | 'customer' | 'contact';
  readonly table: string;
  readonly name: string;
  readonly fields: readonly ImportedField[];
}

const restorable: readonly Restorable[] = [
  {
    entity: 'order',
    table: 'orders',
    name: 'number',
    fields: [...orderFields(new Set()), { column: 'withdrawn_at', word: 'withdrawn_at', incoming: '' }],
  },
  { entity: 'customer', table: 'customer', name: 'name', fields: customerFields },
  { entity: 'contact', table: 'contact', name: 'address', fields: contactFields },
];

/** Finds the fields that still hold what the import wrote and that no newer word has confirmed, and the others. */
async function chooseFields(tx: PartnerTransaction, options: UndoOptions, what: Restorable): Promise<void> {
  const restored = sql.raw(`restored_${what.table}`);
  const table = sql.raw(what.table);
  await sql`create temporary table ${restored} (
    id bigint not null, back jsonb, words jsonb, import_before bigint, kept text[], reason text) on commit drop`.execute(
    tx.db,
  );
  const words = what.fields.map(({ column, word }) => `('${column}', '${word}')`).join(', ');
  await sql`
    insert into ${restored}
    select r.id, d.back, d.words, c.import_before, d.kept, d.reason
    from import_change c
    join ${table} r on r.partner = ${tx.partner} and r.id = c.entity_id
    cross join lateral (select to_jsonb(r) as now_is) j
    cross join lateral (
      select jsonb_object_agg(b.key, b.value) filter (where f.own and f.standing) as back,
        jsonb_object_agg(w.word, c.words_before -> w.word) filter (where f.own and f.standing) as words,
        array_agg(b.key order by b.key) filter (where not (f.own and f.standing)) as kept,
        case when bool_or(not f.own) then 'changed-since' else 'confirmed-since' end as reason
      from jsonb_each(c.before) b
      join (values ${sql.raw(words)}) w (field, word) on w.field = b.key
      cross join lateral (select
        coalesce(j.now_is -> b.key, 'null') = coalesce(c.after -> b.key, 'null') as own,
        coalesce((r.words ->> w.word)::timestamptz, r.word_at) <= ${options.saidAt}::timestamptz
          or w.word = 'withdrawn_at' as standing) f) d
    where c.partner = ${tx.partner} and c.import = ${options.importId} and c.entity = ${what.entity}`.execute(
    tx.db,
  );
  await sql`
    insert into pg_temp.undo_kept
    select ${what.entity}, r.id, ${sql.raw(`r.${what.name}`)}, t.kept, t.reason
    from ${restored} t join ${table} r on r.partner = ${tx.partner} and r.id = t.id
    where t.kept is not null`.execute(tx.db);
}

/** Gives the chosen fields their value of before; their words become as old as they were. */
async function restore(tx: PartnerTransaction, what: Restorable): Promise<void> {
  const restored = sql.raw(`restored_${what.table}`);
  const table = sql.raw(what.table);
  const sets = what.fields.map(
    ({ column }) => `${column} = case when t.back ? '${column}' then p.${column} else r.${column} end`,
  );
  await sql`
    update ${table} r set ${sql.raw(sets.join(', '))}, words = coalesce(r.words, '{}') || t.words,
      last_import = case when t.kept is null then t.import_before else r.last_import end
    from ${restored} t cross join lateral jsonb_populate_record(null::${table}, t.back) p
    where r.partner = ${tx.partner} and r.id = t.id and t.back is not null`.execute(tx.db);
}

/**
 * What the import only confirmed is as old again as the imports that added and changed it last, unless the same word
 * still stands through another import.
 */
async function forgetConfirmations(
  tx: PartnerTransaction,
  options: UndoOptions,
  what: Restorable,
): Promise<void> {
  const said = sql`${options.saidAt}::timestamptz`;
  await sql`
    update ${sql.table(what.table)} r set
      word_at = coalesce(greatest(a.said_at, l.said_at), '-infinity'),
      words = (select jsonb_object_agg(w.key, w.value) from jsonb_each_text(r.words) w
        where w.value::timestamptz <> ${said})
    from ${sql.table(what.table)} x
    left join import a on a.partner = ${tx.partner} and a.id = x.added_by
    left join import l on l.partner = ${tx.partner} and l.id = x.last_import
    where r.partner = ${tx.partner} and x.partner = ${tx.partner} and x.id = r.id and r.word_at = ${said}
      and r.added_by is distinct from ${options.importId}
      and not exists (select from import i where i.partner = ${tx.partner} and i.id <> ${options.importId}
        and i.state = 'applied' and i.said_at = ${said})`.execute(tx.db);
}

async function removeOrders(tx: PartnerTransaction): Promise<number> {
  const gone = sql`select id from pg_temp.undone_order where not withdraw`;
  for (const table of ['clock', 'certificate', 'order_name', 'order_contact'])
    await sql`delete from ${sql.table(table)} where partner = ${tx.partner} and order_id in (${gone})`.execute(
      tx.db,
    );
  const { numAffectedRows } = await sql`
    delete from orders where partner = ${tx.partner} and id in (${gone})`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

/** Hidden, standing still, but there: if the file comes again its clocks are the same and nothing is said twice. */
async function withdrawOrders(tx: PartnerTransaction, { now }: UndoOptions): Promise<number> {
  const { numAffectedRows } = await sql`
    update orders o set withdrawn_at = ${now}::timestamptz from pg_temp.undone_order u
    where u.withdraw and o.partner = ${tx.partner} and o.id = u.id`.execute(tx.db);
  await sql`
    update clock c set next_at = null from orders o
    where o.partner = ${tx.partner} and o.withdrawn_at is not null and o.added_by is not null
      and (o.id in (select id from pg_temp.undone_order where withdraw) or o.id in (select id from pg_temp.restored_orders))
      and c.partner = ${tx.partner} and c.order_id = o.id and c.next_at is not null`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}

/** Certificates that the import added to orders that stay go again, then everything follows the restored fields. */
async function settleRestored(tx: PartnerTransaction, { importId, now }: UndoOptions): Promise<void> {
  await sql`create temporary table settled on commit drop as
    select id from pg_temp.restored_orders where back is not null`.execute(tx.db);
  await dropCertificates(tx, importId, now);
  await sql`
    delete from order_name n using pg_temp.settled t, orders o
    where n.partner = ${tx.partner} and n.order_id = t.id and o.partner = ${tx.partner} and o.id = t.id
      and n.name <> all (o.names)`.execute(tx.db);
  await sql`
    insert into order_name (partner, name, order_id, registrable)
    select ${tx.partner}, n.name, o.id, (select min(x.registrable) from order_name x
      where x.partner = ${tx.partner} and x.order_id = o.id
        and (n.name = x.registrable or right(n.name, length(x.registrable) + 1) = '.' || x.registrable))
    from pg_temp.settled t
    join orders o on o.partner = ${tx.partner} and o.id = t.id
    cross join unnest(o.names) as n (name) on conflict do nothing`.execute(tx.db);
  await settleOrders(tx, { now: instant(now), importId });
}

async function dropCertificates(tx: PartnerTransaction, importId: RowId, now: string): Promise<void> {
  await sql`create temporary table undone_certificate on commit drop as
    select c.id, c.order_id, exists (select from clock k where k.partner = ${tx.partner} and k.kind = 'certificate'
      and k.subject = c.id and ${ledgerMentionsClock(tx, sql`k.id`)}) as mentioned
    from pg_temp.restored_orders t
    join certificate c on c.partner = ${tx.partner} and c.order_id = t.id and c.added_by = ${importId}
      and c.replaced_at is null
    where t.back ? 'certificate_until' or t.back ? 'certificate_serial'`.execute(tx.db);
  await sql`
    update certificate c set replaced_at = ${now}::timestamptz from pg_temp.undone_certificate u
    where u.mentioned and c.partner = ${tx.partner} and c.id = u.id`.execute(tx.db);
  await sql`
    delete from clock k using pg_temp.undone_certificate u
    where not u.mentioned and k.partner = ${tx.partner} and k.kind = 'certificate' and k.subject = u.id`.execute(
    tx.db,
  );
  await sql`
    delete from certificate c using pg_temp.undone_certificate u
    where not u.mentioned and c.partner = ${tx.partner} and c.id = u.id`.execute(tx.db);
  await sql`
    update certificate c set replaced_at = null
    from (select distinct on (x.order_id) x.id from pg_temp.undone_certificate u
      join certificate x on x.partner = ${tx.partner} and x.order_id = u.order_id and x.id <> u.id
      order by x.order_id, x.id desc) p
    where c.partner = ${tx.partner} and c.id = p.id`.execute(tx.db);
}

/** Added by this import, or by one that was undone while another still spoke of it. */
function fromUndoneImport(
  tx: PartnerTransaction,
  importId: RowId,
  addedBy: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`${addedBy} in (select id from import
    where partner = ${tx.partner} and (id = ${importId} or state = 'undone'))`;
}

async function removeContacts(tx: PartnerTransaction, { importId }: UndoOptions): Promise<number> {
  await sql`create temporary table unused_contact on commit drop as
    select p.id from contact p
    where p.partner = ${tx.partner} and ${fromUndoneImport(tx, importId, sql`p.added_by`)}
      and not exists (select from orders o where o.partner = ${tx.partner} and o.contact = p.id)
      and not exists (select from order_contact k where k.partner = ${tx.partner} and k.contact = p.id)
      and not ${ledgerMentionsContact(tx, sql`p.id`, sql`p.address_key`)}`.execute(tx.db);
  await sql`
    update customer u set
      main_contact = case when u.main_contact in (select id from pg_temp.unused_contact) then null else u.main_contact end,
      technical_contact = case when u.technical_contact in (select id from pg_temp.unused_contact) then null
        else u.technical_contact end
    where u.partner = ${tx.partner} and (u.main_contact in (select id from pg_temp.unused_contact)
      or u.technical_contact in (select id from pg_temp.unused_contact))`.execute(tx.db);
  const { numAffectedRows } = await sql`
    delete from contact where partner = ${tx.partner} and id in (select id from pg_temp.unused_contact)`.execute(
    tx.db,
  );
  return Number(numAffectedRows ?? 0n);
}

async function removeCustomers(tx: PartnerTransaction, { importId }: UndoOptions): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from customer u where u.partner = ${tx.partner} and ${fromUndoneImport(tx, importId, sql`u.added_by`)}
      and not exists (select from orders o where o.partner = ${tx.partner} and o.customer = u.id)
      and not exists (select from contact p where p.partner = ${tx.partner} and p.customer = u.id)`.execute(
    tx.db,
  );
  return Number(numAffectedRows ?? 0n);
}

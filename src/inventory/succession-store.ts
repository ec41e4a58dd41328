import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import { wakeClocks } from './import-clock-store.ts';
import { streamed } from './import-list-store.ts';
import { instant } from './import-plan-store.ts';
import type { SuccessionWord } from './succession-word.ts';
import { usualSuccessionWindow } from './successor-candidates.ts';

export interface SuccessionRow {
  readonly customer: RowId;
  readonly id: RowId;
  readonly number: string;
  readonly authority: string;
  readonly status: string;
  readonly names: string[];
  readonly from: string | null;
  readonly until: string | null;
  readonly serverCount: number | null;
  readonly renewedFlag: boolean;
  readonly renewalOf: string | null;
  readonly renewedBy: string | null;
  readonly renewed: string;
  readonly renewedEvidence: unknown;
  /** What a person has said about it. */
  readonly word: SuccessionWord | null;
}

/**
 * Fills the temporary table `succession_order` with the orders of the customers in `touched_customer` for which a
 * question of renewal can have an answer that is not kept yet: they share a name, a wildcard may speak for one, there
 * is a link, or flag and answer disagree. Orders of other names cannot change any of these answers.
 */
export async function gatherSuccessionOrders(tx: PartnerTransaction): Promise<void> {
  await gatherNames(tx);
  await sql`create temporary table shared_name on commit drop as
    select customer, name from pg_temp.named_order group by customer, name having count(*) > 1`.execute(
    tx.db,
  );
  await sql`create temporary table shared_domain on commit drop as
    select customer, registrable from pg_temp.named_order where registrable is not null
    group by customer, registrable having bool_or(name like '*.%') and min(id) <> max(id) and ${mayFollow}`.execute(
    tx.db,
  );
  await sql`create temporary table succession_order (id bigint not null) on commit drop`.execute(tx.db);
  await sql`
    insert into pg_temp.succession_order
    select n.id from pg_temp.shared_name h
    join pg_temp.named_order n on n.customer = h.customer and n.name = h.name
    union
    select n.id from pg_temp.shared_domain d
    join pg_temp.named_order n on n.customer = d.customer and n.registrable = d.registrable
    union
    select o.id from pg_temp.touched_customer t
    join orders o on o.partner = ${tx.partner} and o.customer = t.id
    where o.renewal_of is not null or o.renewed_by is not null
      or o.renewed <> case when o.renewed_flag then 'renewed' else 'no' end
      or o.renewed_flag and o.renewed_evidence ->> 'code' <> 'authority-flag'
    union
    select x.id from pg_temp.touched_customer t
    join orders o on o.partner = ${tx.partner} and o.customer = t.id
    join orders x on x.partner = ${tx.partner} and x.customer = t.id and x.number in (o.renewal_of, o.renewed_by)
    where o.renewal_of is not null or o.renewed_by is not null`.execute(tx.db);
  await sql`create temporary table succession_answer (
    id bigint not null, renewed text not null, evidence jsonb) on commit drop`.execute(tx.db);
  await sql`analyze pg_temp.succession_order`.execute(tx.db);
  await sql`set local enable_nestloop = on`.execute(tx.db);
}

/**
 * True of a group of orders in which one may have followed another (see SuccessionWindow): the latest begins after the
 * first, not too long before the earliest end, and some end is far enough from another. Where this is false no pair
 * of the group can match.
 */
const mayFollow = sql`(max(covers_from) > min(covers_from) or bool_or(covers_from is null))
    and max(covers_from) >= min(covers_until) - ${sql.lit(usualSuccessionWindow.earlyDays)}
    and max(covers_until) >= min(covers_until) + ${sql.lit(usualSuccessionWindow.laterByDays)}`;

/** Above so many customers whole tables are read: what was just written has no statistics that would tell. */
const manyCustomers = 500;

async function gatherNames(tx: PartnerTransaction): Promise<void> {
  const { rows } = await sql<{ many: boolean }>`
    select count(*) > ${manyCustomers} as many from pg_temp.touched_customer`.execute(tx.db);
  const nestedLoops = rows[0]?.many ? 'off' : 'on';
  await sql`set local enable_nestloop = ${sql.raw(nestedLoops)}`.execute(tx.db);
  await sql`create temporary table named_order on commit drop as
    select o.customer, o.id, n.name, n.registrable, o.covers_from, o.covers_until from pg_temp.touched_customer t
    join orders o on o.partner = ${tx.partner} and o.customer = t.id
      and o.withdrawn_at is null and o.status = 'issued'
    join order_name n on n.partner = ${tx.partner} and n.order_id = o.id`.execute(tx.db);
  await sql`analyze pg_temp.named_order`.execute(tx.db);
}

/** The orders gathered, customer by customer. */
export function successionOrders(tx: PartnerTransaction): AsyncGenerator<SuccessionRow> {
  return streamed<SuccessionRow>(
    tx,
    'succession_orders',
    sql`select o.customer, o.id, o.number, o.authority, o.status, o.names, o.covers_from as "from",
      o.covers_until as until, o.server_count as "serverCount", o.renewed_flag as "renewedFlag",
      o.renewal_of as "renewalOf", o.renewed_by as "renewedBy", o.renewed, o.renewed_evidence as "renewedEvidence",
      case when w.order_id is not null
        then jsonb_build_object('answer', w.answer, 'successors', to_jsonb(w.successors)) end as word
    from pg_temp.succession_order s
    join orders o on o.partner = ${tx.partner} and o.id = s.id and o.withdrawn_at is null
    left join succession_word w on w.partner = ${tx.partner} and w.order_id = o.id
    order by o.customer, o.id`,
  );
}

export interface SuccessionAnswer {
  readonly order: RowId;
  readonly renewed: string;
  /** JSON text, or null. */
  readonly evidence: string | null;
}

/** Notes answers that differ from what the orders hold; they are kept all at once by `keepAnswers`. */
export async function noteAnswers(
  tx: PartnerTransaction,
  answers: readonly SuccessionAnswer[],
): Promise<void> {
  await sql`
    insert into pg_temp.succession_answer
    select * from unnest(${answers.map(({ order }) => order)}::bigint[],
      ${answers.map(({ renewed }) => renewed)}::text[], ${answers.map(({ evidence }) => evidence)}::jsonb[])`.execute(
    tx.db,
  );
}

/** Writes the answers noted to their orders and lets the orders' clocks be looked at again. */
export async function keepAnswers(tx: PartnerTransaction, now: string): Promise<void> {
  await sql`analyze pg_temp.succession_answer`.execute(tx.db);
  await sql`
    update orders o set renewed = a.renewed, renewed_evidence = a.evidence
    from pg_temp.succession_answer a where o.partner = ${tx.partner} and o.id = a.id`.execute(tx.db);
  await wakeClocks(tx, instant(now), sql`select id from pg_temp.succession_answer`);
}

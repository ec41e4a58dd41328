import { type RawBuilder, sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

/** After so many days past the end nothing can come any more, for every kind. */
export const silentAfterDays = 21;

/** A day shown as the last one ends at the following midnight UTC. */
const endOf = (day: string) => `((${day} + 1)::timestamp at time zone 'UTC')`;

const startOf = (day: string) => `(${day}::timestamp at time zone 'UTC')`;

/** Nothing is running out of an order that was not issued. */
const runs = (status: string) => `${status} not in ('pending', 'rejected')`;

interface ClockColumns {
  readonly kind: string;
  readonly subject: string;
  readonly order: string;
  /** First day, in the sequence in which it is believed. */
  readonly from: readonly string[];
  readonly until: string;
}

/** Where neither begin nor day of order is known a year is assumed, so that stages keep their usual distance. */
function clockValues({ kind, subject, order, from, until }: ClockColumns, now: string): string {
  const begin = `least(coalesce(${[...from, `${until} - 365`].join(', ')}), ${until})`;
  return `'${kind}', ${subject}, ${order}, ${startOf(begin)}, ${endOf(until)}, ${until},
    case when ${endOf(until)} > ${now} - interval '${silentAfterDays} days' then ${now} end`;
}

const coverage = (order: string, row: string): ClockColumns => ({
  kind: 'coverage',
  subject: order,
  order,
  from: [`${row}.covers_from`, `${row}.ordered_on`],
  until: `${row}.covers_until`,
});

const certificate = (subject: string, order: string, row: string): ClockColumns => ({
  kind: 'certificate',
  subject,
  order,
  from: [`${row}.certificate_from`, `${row}.ordered_on`],
  until: `${row}.certificate_until`,
});

/** One end for both is one clock: nobody is told twice. */
const endsApart = (row: string) => `${row}.certificate_until is distinct from ${row}.covers_until`;

const clockColumns = sql`partner, kind, subject, order_id, began_at, ends_at, anchor, next_at`;

/** Clocks of orders that are staged and new. `status` is the SQL of the state they get. */
export async function insertClocksOfNewOrders(
  tx: PartnerTransaction,
  { now, status }: { now: string; status: string },
): Promise<void> {
  const isNew = sql`not exists (select from pg_temp.matched m where m.line = s.line)`;
  await sql`
    insert into clock (${clockColumns})
    select ${tx.partner}, ${sql.raw(clockValues(coverage('s.order_id', 's'), now))}
    from pg_temp.staged s
    where s.covers_until is not null and ${sql.raw(runs(status))} and ${isNew}`.execute(tx.db);
  await sql`
    insert into clock (${clockColumns})
    select ${tx.partner}, ${sql.raw(clockValues(certificate('s.certificate_id', 's.order_id', 's'), now))}
    from pg_temp.staged s
    where s.certificate_until is not null and ${sql.raw(`${endsApart('s')} and ${runs(status)}`)} and ${isNew}`.execute(
    tx.db,
  );
}

/**
 * Brings names, certificates and clocks of the orders in the temporary table `settled (id)` into agreement with the
 * orders' fields: another certificate replaces the one in place, the same one is corrected; a clock keeps its anchor
 * through corrections (see nextAnchor).
 */
export async function settleOrders(
  tx: PartnerTransaction,
  { now, importId }: { now: string; importId: string | null },
): Promise<void> {
  await sql`create temporary table if not exists certificate_step (
    order_id bigint not null, certificate bigint, begins boolean not null) on commit drop`.execute(tx.db);
  await sql`truncate pg_temp.certificate_step`.execute(tx.db);
  await sql`
    insert into pg_temp.certificate_step
    select o.id, c.id, c.id is null or coalesce(o.certificate_serial <> c.serial,
      abs(o.certificate_until - c.valid_until) > coalesce(c.valid_until - c.valid_from, 47) / 2.0, false)
    from pg_temp.settled t
    join orders o on o.partner = ${tx.partner} and o.id = t.id
    left join lateral (select * from certificate c where c.partner = ${tx.partner} and c.order_id = o.id
      and c.replaced_at is null order by c.id desc limit 1) c on true
    where o.certificate_until is not null or o.certificate_serial is not null`.execute(tx.db);
  await replaceCertificates(tx, now, importId);
  await upsertClocks(tx, now);
  await wakeClocks(tx, now, sql`select id from pg_temp.settled`);
}

async function replaceCertificates(
  tx: PartnerTransaction,
  now: string,
  importId: string | null,
): Promise<void> {
  await sql`
    update certificate c set replaced_at = ${sql.raw(now)}
    from pg_temp.certificate_step t
    where t.begins and c.partner = ${tx.partner} and c.id = t.certificate`.execute(tx.db);
  await sql`
    update certificate c set serial = o.certificate_serial, fingerprint = o.certificate_fingerprint,
      common_name = o.common_name, names = o.names, valid_from = o.certificate_from, valid_until = o.certificate_until
    from pg_temp.certificate_step t, orders o
    where not t.begins and c.partner = ${tx.partner} and c.id = t.certificate
      and o.partner = ${tx.partner} and o.id = t.order_id
      and (c.serial, c.fingerprint, c.common_name, c.names, c.valid_from, c.valid_until) is distinct from
        (o.certificate_serial, o.certificate_fingerprint, o.common_name, o.names, o.certificate_from, o.certificate_until)`.execute(
    tx.db,
  );
  await sql`
    insert into certificate
      (partner, order_id, serial, fingerprint, common_name, names, valid_from, valid_until, added_by)
    select ${tx.partner}, o.id, o.certificate_serial, o.certificate_fingerprint, o.common_name, o.names,
      o.certificate_from, o.certificate_until, ${importId}
    from pg_temp.certificate_step t join orders o on o.partner = ${tx.partner} and o.id = t.order_id
    where t.begins`.execute(tx.db);
}

/** Half the lifetime is measured from the anchor; an unknown lifetime is the shortest maximum to come. */
const movedToAnotherCycle = `abs(excluded.anchor - clock.anchor) > (case
  when clock.anchor > (clock.began_at at time zone 'UTC')::date
  then clock.anchor - (clock.began_at at time zone 'UTC')::date else 47 end) / 2.0`;

const keepAnchor = sql.raw(`on conflict (partner, kind, subject) do update set
  began_at = excluded.began_at, ends_at = excluded.ends_at, next_at = excluded.next_at,
  anchor = case when ${movedToAnotherCycle} then excluded.anchor else clock.anchor end
  where (clock.began_at, clock.ends_at) is distinct from (excluded.began_at, excluded.ends_at)`);

async function upsertClocks(tx: PartnerTransaction, now: string): Promise<void> {
  await sql`
    insert into clock (${clockColumns})
    select ${tx.partner}, ${sql.raw(clockValues(coverage('o.id', 'o'), now))}
    from pg_temp.settled t join orders o on o.partner = ${tx.partner} and o.id = t.id
    where o.covers_until is not null and ${sql.raw(runs('o.status'))} ${keepAnchor}`.execute(tx.db);
  await sql`
    insert into clock (${clockColumns})
    select ${tx.partner}, ${sql.raw(clockValues(certificate('c.id', 'o.id', 'o'), now))}
    from pg_temp.settled t
    join orders o on o.partner = ${tx.partner} and o.id = t.id
    join certificate c on c.partner = ${tx.partner} and c.order_id = o.id and c.replaced_at is null
    where o.certificate_until is not null and ${sql.raw(runs('o.status'))}
      and (${sql.raw(endsApart('o'))} or exists (select from clock k where k.partner = ${tx.partner}
        and k.kind = 'certificate' and k.subject = c.id)) ${keepAnchor}`.execute(tx.db);
}

/** Lets the clocks of these orders be looked at again, unless they ended too long ago. */
export async function wakeClocks(
  tx: PartnerTransaction,
  now: string,
  orders: RawBuilder<unknown>,
): Promise<void> {
  await sql`
    update clock c set next_at = ${sql.raw(now)}
    where c.partner = ${tx.partner} and c.order_id in (${orders})
      and c.ends_at > ${sql.raw(now)} - interval '${sql.raw(String(silentAfterDays))} days'
      and c.next_at is distinct from ${sql.raw(now)}
      and not exists (select from orders o where o.partner = ${tx.partner} and o.id = c.order_id
        and o.withdrawn_at is not null)`.execute(tx.db);
}

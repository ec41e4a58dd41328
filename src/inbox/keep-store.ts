import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import type { Addressee } from './addressees.ts';

/** Kept from every look: the moments from which things wait, and until when they are still worth a word. */
export interface Look {
  readonly now: string;
  /** Today at the partner, and when it began. */
  readonly today: string;
  readonly dayBegan: string;
  /** Whether the partner's days want approval, and messages leave at all. */
  readonly approves: boolean;
}

export interface InboxChanged {
  readonly added: number;
  readonly gone: number;
}

/** One process looks at a partner at a time; false while another does. */
export async function lockInbox(tx: PartnerTransaction): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(7261004, ${tx.partner}::integer) as mine`.execute(tx.db);
  return rows[0]!.mine;
}

/**
 * Compares what waits for these people, from everything that the partner's tables say now, with what their inboxes
 * hold: adds what is new, lets go what has lost its cause, brings back what has it again. Writes nothing where nothing
 * has changed. One statement, so that it is one picture.
 *
 * It reads other features' tables: what waits is a question to all of them at once.
 */
export async function keepItems(
  tx: PartnerTransaction,
  people: readonly Addressee[],
  look: Look,
): Promise<InboxChanged> {
  const { partner } = tx;
  const now = sql`${look.now}::timestamptz`;
  const who = JSON.stringify(people);
  const visible = (customer: string) => sql`(w.customers is null or ${sql.ref(customer)} = any(w.customers))`;
  const may = (kind: string) => sql`${kind} = any(w.kinds)`;
  const closed = (order: string) => sql`exists (select from renewal_request r where r.partner = ${partner}
    and r.order_id = ${sql.ref(order)} and r.withdrawn_at is null and r.state <> 'open')`;
  const { rows } = await sql<InboxChanged>`
    with who as materialized (
      select * from jsonb_to_recordset(${who}::jsonb)
        as w (person text, owners text[], customers bigint[], kinds text[])),
    owned as materialized (
      select w.person, w.customers, w.kinds, o.owner from who w cross join lateral unnest(w.owners) o (owner)),
    -- Whose each line is before anybody is asked: once for a line, not once for a line and an owner.
    ending as materialized (
      select l.order_id, l.customer, l.ends_at, coalesce(nullif(l.owner_key, ''), u.owner) as owner
      from expiring_line l
      cross join lateral (
        select u.owner from customer u where u.partner = ${partner} and u.id = l.customer offset 0) u
      where l.partner = ${partner} and l.kind = 'coverage' and l.renewed in ('no', 'partly') and not l.requested
        and l.ends_at >= ${now} - interval '7 days' and l.ends_at < ${now} + interval '72 hours'),
    wanted as materialized (
      select w.person, 'mentioned' as kind, m.note::text as cause, m.note::text as ref, s.customer, s.order_id, m.at,
        null::timestamptz as due_at, '{}'::jsonb as facts
      from note_mention m
      join note n on n.partner = ${partner} and n.id = m.note and n.removed_at is null and n.person <> m.person
      cross join lateral (
        select n.subject_id as customer, null::bigint as order_id where n.subject = 'customer'
        union all
        select o.customer, o.id from orders o where o.partner = ${partner} and n.subject = 'order'
          and o.id = n.subject_id and o.withdrawn_at is null) s
      join who w on w.person = m.person and ${may('mentioned')} and ${visible('s.customer')}
      where m.partner = ${partner} and m.at > ${now} - interval '90 days'

      union all
      select distinct on (w.person, r.id) w.person, k.kind,
        case k.kind when 'request' then r.id::text else r.id || ' ' || r.next_on end, r.id::text, o.customer, o.id,
        case k.kind when 'request' then r.at
          else (r.next_on::timestamp at time zone 'UTC') end, null, '{}'
      from renewal_request r
      cross join lateral (select case when r.next_on is null then 'request' else 'request-day' end as kind offset 0) k
      join orders o on o.partner = ${partner} and o.id = r.order_id and o.withdrawn_at is null
        and o.renewed <> 'renewed'
      join customer u on u.partner = ${partner} and u.id = o.customer
      join owned w on w.owner = coalesce(r.owner, o.owner, u.owner) and k.kind = any(w.kinds) and ${visible('o.customer')}
      where r.partner = ${partner} and r.withdrawn_at is null and r.state = 'open'
        and (r.next_on <= ${look.today}::date or r.next_on is null
          and (r.owner is not null or r.person is distinct from w.person))

      union all
      select distinct on (w.person, l.order_id) w.person, 'lapsing',
        l.order_id || ' ' || (l.ends_at at time zone 'UTC')::date, l.order_id::text, l.customer, l.order_id,
        l.ends_at - interval '72 hours', l.ends_at, '{}'
      from ending l
      join owned w on w.owner = l.owner and ${may('lapsing')} and ${visible('l.customer')}
      where not ${closed('l.order_id')}

      union all
      select distinct on (w.person, n.id) w.person, 'failed-notice', n.id::text, n.id::text, o.customer, o.id,
        coalesce(n.finished_at, n.planned_at), null, jsonb_build_object('state', n.state)
      from notice n
      join delivery d on d.partner = ${partner} and d.notice = n.id
      join orders o on o.partner = ${partner} and o.id = d.order_id and o.withdrawn_at is null
      join customer u on u.partner = ${partner} and u.id = o.customer
      join owned w on w.owner = coalesce(o.owner, u.owner) and ${may('failed-notice')} and ${visible('o.customer')}
      where n.partner = ${partner} and n.state in ('failed', 'uncertain', 'bounced') and n.seen_at is null
        and n.planned_at > ${now} - interval '30 days'
        and not exists (select from notice s where s.partner = ${partner} and s.resend_of = n.id
          and s.state in ('submitted', 'delivered'))

      union all
      select distinct on (w.person, o.id) w.person, 'perhaps',
        o.id || ' ' || md5(coalesce(o.renewed_evidence ->> 'successors', '')), o.id::text, o.customer, o.id,
        least(${now}, (o.covers_until - 60)::timestamp at time zone 'UTC'),
        (o.covers_until + 1)::timestamp at time zone 'UTC', '{}'
      from orders o
      join customer u on u.partner = ${partner} and u.id = o.customer
      join owned w on w.owner = coalesce(o.owner, u.owner) and ${may('perhaps')} and ${visible('o.customer')}
      where o.partner = ${partner} and o.renewed in ('perhaps', 'partly') and o.withdrawn_at is null
        and o.status = 'issued' and o.renewed_evidence is not null
        and o.covers_until > ${look.today}::date - 30 and o.covers_until < ${look.today}::date + 60
        and not ${closed('o.id')}

      union all
      select w.person, k.kind, p.id::text, p.id::text, null, null, p.at, null,
        jsonb_build_object('messages', p.notices)
      from pass p
      cross join lateral (select case p.report ->> 'why' when 'not-approved' then 'approve-day' else 'held-run' end
        as kind offset 0) k
      join who w on k.kind = any(w.kinds)
      where p.partner = ${partner} and p.state = 'held'
        and (k.kind = 'held-run' or exists (select from plan_approval a where a.partner = ${partner}
          and a.day = ${look.today}::date and a.taken_back_at is null))

      union all
      select w.person, 'approve-day', ${look.today}, ${look.today}, null, null, ${look.dayBegan}::timestamptz, null, '{}'
      from who w
      where ${look.approves} and ${may('approve-day')}
        and not exists (select from plan_approval a where a.partner = ${partner} and a.day = ${look.today}::date
          and a.taken_back_at is null)
        and (exists (select from plan_total t where t.partner = ${partner} and t.day = ${look.today}::date
            and t.messages > 0)
          or exists (select from pass p where p.partner = ${partner} and p.state = 'held'
            and p.report ->> 'why' = 'not-approved'))

      union all
      select w.person, 'import-failed', i.id, i.id, null, null, i.at, null,
        jsonb_build_object('file', i.file_name)
      from import_upload i join who w on w.person = i.person and ${may('import-failed')}
      where i.partner = ${partner} and i.stage = 'failed' and i.expires_at > ${now}),
    lost as (
      update inbox_item i set gone_at = ${now}
      where i.partner = ${partner} and i.gone_at is null and not exists (
        select from wanted w where w.person = i.person and w.kind = i.kind and w.cause = i.cause)
      returning 1),
    again as (
      update inbox_item i set gone_at = null from wanted w
      where i.partner = ${partner} and i.gone_at is not null
        and w.person = i.person and w.kind = i.kind and w.cause = i.cause
      returning 1),
    fresh as (
      insert into inbox_item (partner, person, kind, cause, ref, customer, order_id, at, due_at, facts)
      select ${partner}, w.person, w.kind, w.cause, w.ref, w.customer, w.order_id, w.at, w.due_at, w.facts
      from wanted w
      where not exists (select from inbox_item i where i.partner = ${partner} and i.person = w.person
        and i.kind = w.kind and i.cause = w.cause)
      on conflict do nothing
      returning 1)
    select (select count(*)::integer from fresh) + (select count(*)::integer from again) as added,
      (select count(*)::integer from lost) as gone`.execute(tx.db);
  return rows[0]!;
}

/** Takes away what has been gone for three months. */
export async function deleteOldItems(tx: PartnerTransaction, now: string): Promise<void> {
  await sql`delete from inbox_item where partner = ${tx.partner}
    and gone_at < ${now}::timestamptz - interval '90 days'`.execute(tx.db);
  await sql`delete from digest where partner = ${tx.partner}
    and day < (${now}::timestamptz - interval '90 days')::date`.execute(tx.db);
}

/**
 * A word that is another one as soon as something has happened that may bring or end what waits: look-ups by key only,
 * however large the inventory is.
 */
export async function selectMark(tx: PartnerTransaction): Promise<string> {
  const last = (table: string) =>
    sql`(select id from ${sql.table(table)} where partner = ${tx.partner} order by id desc limit 1)`;
  const { rows } = await sql<{ mark: string }>`
    select concat_ws(' ', ${last('audit')}, ${last('notice_event')}, ${last('import')}, ${last('note')},
      ${last('renewal_request')}, ${last('renewal_request_event')}, ${last('pass')},
      (select count(*) from pass where partner = ${tx.partner} and state = 'held'),
      (select count(*) from import_upload where partner = ${tx.partner} and stage = 'failed'),
      (select refreshed_at from plan where partner = ${tx.partner})) as mark`.execute(tx.db);
  return rows[0]!.mark;
}

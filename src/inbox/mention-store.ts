import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

/** Brings the inboxes of those whom one note names, or named, up to date with it. */
export async function keepMentionItems(tx: PartnerTransaction, note: RowId, at: string): Promise<void> {
  await sql`
    with wanted as materialized (
      select m.person, m.note::text as cause, m.at, n.subject, n.subject_id from note_mention m
      join note n on n.partner = ${tx.partner} and n.id = m.note
      where m.partner = ${tx.partner} and m.note = ${note}::bigint and n.removed_at is null and n.person <> m.person),
    lost as (
      update inbox_item i set gone_at = ${at}::timestamptz
      where i.partner = ${tx.partner} and i.kind = 'mentioned' and i.cause = ${note} and i.gone_at is null
        and not exists (select from wanted w where w.person = i.person)),
    again as (
      update inbox_item i set gone_at = null from wanted w
      where i.partner = ${tx.partner} and i.kind = 'mentioned' and i.cause = ${note} and i.gone_at is not null
        and w.person = i.person)
    insert into inbox_item (partner, person, kind, cause, ref, customer, order_id, at)
    select ${tx.partner}, w.person, 'mentioned', w.cause, w.cause,
      case w.subject when 'customer' then w.subject_id else o.customer end, o.id, w.at
    from wanted w left join orders o on w.subject = 'order' and o.partner = ${tx.partner} and o.id = w.subject_id
    on conflict (partner, person, kind, cause) do nothing`.execute(tx.db);
}

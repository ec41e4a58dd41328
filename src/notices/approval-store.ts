import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

export interface Approval {
  readonly day: string;
  readonly messages: number;
  readonly by: string;
  readonly note: string;
  readonly at: Temporal.Instant;
}

/** The standing approvals of these days. */
export async function selectApprovals(
  tx: PartnerTransaction,
  days: { readonly from: string; readonly until: string },
): Promise<Approval[]> {
  const { rows } = await sql<Approval>`
    select distinct on (day) day, messages, person_name as by, note, at from plan_approval
    where partner = ${tx.partner} and day >= ${days.from}::date and day <= ${days.until}::date
      and taken_back_at is null
    order by day, at desc`.execute(tx.db);
  return rows;
}

export async function insertApproval(
  tx: PartnerTransaction,
  approval: {
    readonly day: string;
    readonly messages: number;
    readonly person: string | null;
    readonly by: string;
    readonly note: string;
    readonly at: string;
  },
): Promise<void> {
  const { day, messages, person, by, note, at } = approval;
  await sql`insert into plan_approval (partner, day, messages, person, person_name, note, at)
    values (${tx.partner}, ${day}, ${messages}, ${person}, ${by}, ${note}, ${at}::timestamptz)
    on conflict (partner, day, at) do update set messages = excluded.messages, person = excluded.person,
      person_name = excluded.person_name, note = excluded.note, taken_back_at = null`.execute(tx.db);
}

/** Whether there was one to take back. */
export async function takeApprovalBack(tx: PartnerTransaction, day: string, at: string): Promise<boolean> {
  const { rows } = await sql<{ day: string }>`
    update plan_approval set taken_back_at = ${at}::timestamptz
    where partner = ${tx.partner} and day = ${day}::date and taken_back_at is null returning day`.execute(
    tx.db,
  );
  return rows.length > 0;
}

export interface DaysRun {
  readonly id: string;
  readonly state: string;
  readonly notices: number;
  readonly why: string | null;
}

/** The runs that were made between two instants, oldest first. */
export async function selectRunsBetween(
  tx: PartnerTransaction,
  span: { readonly from: string; readonly until: string },
): Promise<DaysRun[]> {
  const { rows } = await sql<DaysRun>`
    select id, state, notices, report ->> 'why' as why from pass
    where partner = ${tx.partner} and as_of >= ${span.from}::timestamptz and as_of < ${span.until}::timestamptz
    order by id`.execute(tx.db);
  return rows;
}

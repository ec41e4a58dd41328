import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';

/** Whose mail of which day. */
export interface DigestOf {
  readonly person: string;
  readonly day: string;
}

/** A claim that is older has lost its process. */
const claimMinutes = 10;

/** Of these, those whose day is settled or that another process holds right now. */
export async function selectTakenDigests(
  tx: PartnerTransaction,
  wanted: readonly DigestOf[],
  now: string,
): Promise<DigestOf[]> {
  const { rows } = await sql<DigestOf>`
    select d.person, d.day from digest d
    join unnest(${wanted.map(({ person }) => person)}::text[], ${wanted.map(({ day }) => day)}::date[])
      as w (person, day) on w.person = d.person and w.day = d.day
    where d.partner = ${tx.partner}
      and not (d.state = 'claimed' and d.claimed_at <= ${now}::timestamptz - make_interval(mins => ${claimMinutes}))`.execute(
    tx.db,
  );
  return rows;
}

/** What was being handed over when its process died may have left: nobody repeats it. */
export async function settleLostDigests(tx: PartnerTransaction, now: string): Promise<void> {
  await sql`update digest set state = 'uncertain', finished_at = ${now}::timestamptz
    where partner = ${tx.partner} and state = 'attempted'
      and claimed_at <= ${now}::timestamptz - make_interval(mins => ${claimMinutes})`.execute(tx.db);
}

/** The fence of a claim that is ours; undefined where another process has it, or the day is settled. */
export async function claimDigest(
  tx: PartnerTransaction,
  { person, day }: DigestOf,
  now: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ fence: number }>`
    insert into digest (partner, person, day, state, claimed_at)
    values (${tx.partner}, ${person}, ${day}::date, 'claimed', ${now}::timestamptz)
    on conflict (partner, person, day) do update set fence = digest.fence + 1, claimed_at = excluded.claimed_at
    where digest.state = 'claimed'
      and digest.claimed_at <= excluded.claimed_at - make_interval(mins => ${claimMinutes})
    returning fence`.execute(tx.db);
  return rows[0]?.fence;
}

/** Moves a claim on, by whoever still holds it; false for a late word. */
export async function moveDigest(
  tx: PartnerTransaction,
  { person, day, fence }: DigestOf & { readonly fence: number },
  to: {
    readonly from: 'claimed' | 'attempted';
    readonly state: 'claimed' | 'attempted' | 'submitted' | 'failed' | 'uncertain' | 'nothing';
    readonly at: string;
    readonly items?: number;
    readonly messageId?: string;
  },
): Promise<boolean> {
  const isOver = to.state !== 'claimed' && to.state !== 'attempted';
  const { rows } = await sql`
    update digest set state = ${to.state}, items = coalesce(${to.items ?? null}, items),
      message_id = coalesce(${to.messageId ?? null}, message_id),
      claimed_at = case when ${to.state === 'claimed'} then ${to.at}::timestamptz else claimed_at end,
      finished_at = case when ${isOver} then ${to.at}::timestamptz end
    where partner = ${tx.partner} and person = ${person} and day = ${day}::date and fence = ${fence}
      and state = ${to.from}
    returning person`.execute(tx.db);
  return rows.length > 0;
}

/** Whether the claim is still ours, right before the message leaves. */
export async function holdsDigest(
  tx: PartnerTransaction,
  { person, day, fence }: DigestOf & { readonly fence: number },
): Promise<boolean> {
  const { rows } = await sql`select from digest where partner = ${tx.partner} and person = ${person}
    and day = ${day}::date and fence = ${fence} and state = 'attempted'`.execute(tx.db);
  return rows.length > 0;
}

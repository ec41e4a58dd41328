import { sql } from 'kysely';
import type { PartnerTransaction } from '../storage/database.ts';
import type { InboxPreference } from './preference.ts';

export async function selectPreferences(
  tx: PartnerTransaction,
  people: readonly string[],
): Promise<(InboxPreference & { readonly person: string })[]> {
  const { rows } = await sql<InboxPreference & { person: string }>`
    select person, digest_on as "digestOn", digest_hour as "digestHour" from inbox_preference
    where partner = ${tx.partner} and person = any(${people}::text[])`.execute(tx.db);
  return rows;
}

export async function storePreference(
  tx: PartnerTransaction,
  person: string,
  { digestOn, digestHour }: InboxPreference,
  at: string,
): Promise<void> {
  await sql`
    insert into inbox_preference (partner, person, digest_on, digest_hour, changed_at)
    values (${tx.partner}, ${person}, ${digestOn}, ${digestHour}, ${at}::timestamptz)
    on conflict (partner, person) do update set digest_on = excluded.digest_on, digest_hour = excluded.digest_hour,
      changed_at = excluded.changed_at`.execute(tx.db);
}

import { sql } from 'kysely';
import type { PartnerTransaction } from '../../storage/database.ts';

export interface KeptAnswer {
  readonly digest: string;
  /** Null while the first request is still being answered. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string | null;
}

export interface KeyOfRequest {
  readonly person: string;
  readonly key: string;
}

/** Takes the key for this request, or returns what is kept under it. Keys older than a day are forgotten on the way. */
export async function takeKey(
  tx: PartnerTransaction,
  { person, key, digest, at }: KeyOfRequest & { readonly digest: string; readonly at: string },
): Promise<KeptAnswer | 'taken'> {
  // A request whose process died unanswered gives its key back after ten minutes.
  await sql`delete from idempotency_key where partner = ${tx.partner}
    and (at < ${at}::timestamptz - interval '24 hours'
      or status is null and at < ${at}::timestamptz - interval '10 minutes')`.execute(tx.db);
  const { rows } = await sql`
    insert into idempotency_key (partner, person, key, digest, at)
    values (${tx.partner}, ${person}, ${key}, ${digest}, ${at}::timestamptz)
    on conflict (partner, person, key) do nothing returning key`.execute(tx.db);
  if (rows.length > 0) return 'taken';
  const kept = await sql<KeptAnswer>`select digest, status, headers, body from idempotency_key
    where partner = ${tx.partner} and person = ${person} and key = ${key}`.execute(tx.db);
  return kept.rows[0] ?? 'taken';
}

export async function keepAnswer(
  tx: PartnerTransaction,
  { person, key }: KeyOfRequest,
  answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  },
): Promise<void> {
  await sql`update idempotency_key set status = ${answer.status}, headers = ${JSON.stringify(answer.headers)}::jsonb,
    body = ${answer.body}
    where partner = ${tx.partner} and person = ${person} and key = ${key}`.execute(tx.db);
}

/** The request came to nothing that should be repeated to whoever asks again. */
export async function giveKeyBack(tx: PartnerTransaction, { person, key }: KeyOfRequest): Promise<void> {
  await sql`delete from idempotency_key where partner = ${tx.partner} and person = ${person} and key = ${key}
    and status is null`.execute(tx.db);
}

import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export type Security = 'tls' | 'starttls' | 'starttls-if-offered' | 'none';

export interface MailServerRow {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly verifyCertificate: boolean;
  readonly user: string | null;
  readonly passwordSealed: string | null;
  readonly version: number;
  readonly changedAt: Temporal.Instant;
  readonly changedBy: string | null;
}

export async function selectMailServer(
  tx: PartnerTransaction,
  lock = false,
): Promise<MailServerRow | undefined> {
  const { rows } = await sql<MailServerRow>`
    select host, port, security, verify_certificate as "verifyCertificate", user_name as "user",
      password_sealed as "passwordSealed", version, changed_at as "changedAt", changed_by as "changedBy"
    from mail_server where partner = ${tx.partner} ${lock ? sql`for update` : sql``}`.execute(tx.db);
  return rows[0];
}

export async function upsertMailServer(
  tx: PartnerTransaction,
  row: Omit<MailServerRow, 'version' | 'changedAt'> & { readonly changedAt: string },
): Promise<void> {
  await sql`
    insert into mail_server (partner, host, port, security, verify_certificate, user_name, password_sealed, version,
      changed_at, changed_by)
    values (${tx.partner}, ${row.host}, ${row.port}, ${row.security}, ${row.verifyCertificate}, ${row.user},
      ${row.passwordSealed}, (extract(epoch from clock_timestamp()) - 1700000000)::integer,
      ${row.changedAt}::timestamptz, ${row.changedBy})
    on conflict (partner) do update set host = excluded.host, port = excluded.port, security = excluded.security,
      verify_certificate = excluded.verify_certificate, user_name = excluded.user_name,
      password_sealed = excluded.password_sealed, version = greatest(mail_server.version + 1, excluded.version),
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(tx.db);
}

export async function deleteMailServer(tx: PartnerTransaction): Promise<void> {
  await tx.db.deleteFrom('mail_server').where('partner', '=', tx.partner).execute();
}

export interface DkimKeyRow {
  readonly id: RowId;
  readonly domain: string;
  readonly selector: string;
  readonly publicKey: string;
  readonly privateSealed: string;
  readonly madeAt: Temporal.Instant;
  readonly activeSince: Temporal.Instant | null;
}

/** Keys of a domain that have not been retired, newest first. */
export async function selectDkimKeys(tx: PartnerTransaction, domain: string): Promise<DkimKeyRow[]> {
  return tx.db
    .selectFrom('dkim_key')
    .select([
      'id',
      'domain',
      'selector',
      'public_key as publicKey',
      'private_sealed as privateSealed',
      'made_at as madeAt',
      'active_since as activeSince',
    ])
    .where('partner', '=', tx.partner)
    .where('domain', '=', domain)
    .where('retired_at', 'is', null)
    .orderBy('id', 'desc')
    .execute();
}

/** Makes those who would make a key at once wait for each other; answers every selector ever used for the domain. */
export async function lockSelectors(tx: PartnerTransaction, domain: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(7261010, ${tx.partner}::integer)`.execute(tx.db);
  const { rows } = await sql<{ selector: string }>`
    select selector from dkim_key where partner = ${tx.partner} and domain = ${domain}`.execute(tx.db);
  return rows.map(({ selector }) => selector);
}

export async function insertDkimKey(
  tx: PartnerTransaction,
  key: Omit<DkimKeyRow, 'id' | 'madeAt' | 'activeSince'> & { readonly madeAt: string },
): Promise<void> {
  await sql`
    insert into dkim_key (partner, domain, selector, public_key, private_sealed, made_at)
    values (${tx.partner}, ${key.domain}, ${key.selector}, ${key.publicKey}, ${key.privateSealed},
      ${key.madeAt}::timestamptz)`.execute(tx.db);
}

/** Lets a key sign from now on, and retires the older ones of its domain. */
export async function activateDkimKey(
  tx: PartnerTransaction,
  key: Pick<DkimKeyRow, 'id' | 'domain'>,
  at: string,
): Promise<void> {
  await sql`update dkim_key set active_since = coalesce(active_since, ${at}::timestamptz)
    where partner = ${tx.partner} and id = ${key.id}::bigint`.execute(tx.db);
  await sql`update dkim_key set retired_at = ${at}::timestamptz
    where partner = ${tx.partner} and domain = ${key.domain} and id < ${key.id}::bigint and retired_at is null`.execute(
    tx.db,
  );
}

export async function selectCheck(
  tx: PartnerTransaction,
  kind: 'server' | 'domain',
): Promise<{ readonly at: Temporal.Instant; readonly result: unknown } | undefined> {
  return tx.db
    .selectFrom('mail_check')
    .select(['at', 'result'])
    .where('partner', '=', tx.partner)
    .where('kind', '=', kind)
    .executeTakeFirst();
}

export async function upsertCheck(
  tx: PartnerTransaction,
  check: { readonly kind: 'server' | 'domain'; readonly at: string; readonly result: unknown },
): Promise<void> {
  await sql`
    insert into mail_check (partner, kind, at, result)
    values (${tx.partner}, ${check.kind}, ${check.at}::timestamptz, ${JSON.stringify(check.result)}::jsonb)
    on conflict (partner, kind) do update set at = excluded.at, result = excluded.result`.execute(tx.db);
}

export async function deleteCheck(tx: PartnerTransaction, kind: 'server' | 'domain'): Promise<void> {
  await tx.db.deleteFrom('mail_check').where('partner', '=', tx.partner).where('kind', '=', kind).execute();
}

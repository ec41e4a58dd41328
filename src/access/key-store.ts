import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';

export interface KeyRow {
  readonly id: RowId;
  readonly name: string;
  readonly start: string;
  readonly scopes: readonly string[];
  readonly person: string;
  readonly createdAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant | null;
  readonly lastUsedAt: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
}

const columns = [
  'id',
  'name',
  'start',
  'scopes',
  'person',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
  'revoked_at as revokedAt',
] as const;

export interface NewKey {
  readonly name: string;
  readonly start: string;
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly person: string;
  readonly at: string;
  readonly expiresAt: string | null;
}

export async function insertKey(tx: PartnerTransaction, key: NewKey): Promise<KeyRow> {
  const { name, start, hash, scopes, person, at, expiresAt } = key;
  return tx.db
    .insertInto('api_key')
    .values({ partner: tx.partner, name, start, hash, scopes, person, created_at: at, expires_at: expiresAt })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Those that work first, newest first. */
export async function keysOf(tx: PartnerTransaction): Promise<KeyRow[]> {
  return tx.db
    .selectFrom('api_key')
    .select(columns)
    .where('partner', '=', tx.partner)
    .orderBy(sql`revoked_at is not null`)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();
}

export async function keyByHash(tx: PartnerTransaction, hash: string): Promise<KeyRow | undefined> {
  return tx.db
    .selectFrom('api_key')
    .select(columns)
    .where('partner', '=', tx.partner)
    .where('hash', '=', hash)
    .executeTakeFirst();
}

export async function touchKey(tx: PartnerTransaction, id: RowId, at: string): Promise<void> {
  await tx.db
    .updateTable('api_key')
    .set({ last_used_at: at })
    .where('partner', '=', tx.partner)
    .where('id', '=', id)
    .execute();
}

/** Undefined when there is no such key that works. */
export async function storeRevoked(
  tx: PartnerTransaction,
  id: RowId,
  at: string,
): Promise<KeyRow | undefined> {
  return tx.db
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('partner', '=', tx.partner)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
}

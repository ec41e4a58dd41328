import { randomBytes } from 'node:crypto';
import { defaultKeyHasher } from '@better-auth/api-key';
import { Fault } from '../kernel/fault.ts';
import type { RowId } from '../kernel/ids.ts';
import type { Access } from './access.ts';
import { audit } from './audit.ts';
import { isAllowed, permissionsOf } from './authorise.ts';
import type { Caller } from './caller.ts';
import { checkedName } from './check-rights.ts';
import { insertKey, type KeyRow, keyByHash, keysOf, storeRevoked, touchKey } from './key-store.ts';
import { rightsOf } from './membership-store.ts';
import { isPermission } from './permissions.ts';
import { namesOf } from './person-store.ts';

export interface ShownKey extends KeyRow {
  readonly maker: string | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  /** Null: until it is revoked. */
  readonly days: number | null;
}

export interface MadeKey extends ShownKey {
  /** The key itself, shown this once. */
  readonly key: string;
}

/** What a key can never do, so that a stolen one cannot make itself at home. */
const neverForKeys: readonly string[] = ['people:manage', 'keys:manage'];

/** What this caller could put into a key. */
export function givableScopes(caller: Caller): string[] {
  return permissionsOf(caller).filter((permission) => !neverForKeys.includes(permission));
}

/** Throws `forbidden` for a scope that its maker does not hold. */
export async function makeKey(access: Access, caller: Caller, wanted: NewApiKey): Promise<MadeKey> {
  const name = checkedName(wanted.name);
  const scopes = [...new Set(wanted.scopes)].sort();
  for (const scope of scopes) refuseScope(caller, scope);
  if (scopes.length === 0)
    throw new Fault('invalid', 'a key needs at least one scope', { code: 'key-without-scope' });
  const key = `vgt_${caller.partner.toString(36)}_${randomBytes(32).toString('base64url')}`;
  const hash = await defaultKeyHasher(key);
  const at = access.now();
  const expiresAt = wanted.days === null ? null : at.add({ hours: 24 * wanted.days }).toString();
  const start = key.slice(0, key.indexOf('_', 4) + 5);
  const row = await access.db.forPartner(caller.partner).transaction(async (tx) => {
    const made = await insertKey(tx, {
      name,
      start,
      hash,
      scopes,
      person: caller.person,
      at: at.toString(),
      expiresAt,
    });
    await audit(tx, {
      person: caller.person,
      via: caller.via,
      action: 'keys:make',
      subject: { kind: 'api-key', id: made.id, label: name },
      after: { scopes, expiresAt },
    });
    return made;
  });
  return { ...row, maker: caller.name, key };
}

function refuseScope(caller: Caller, scope: string): void {
  if (!isPermission(scope) || neverForKeys.includes(scope)) {
    throw new Fault('invalid', `"${scope.slice(0, 60)}" is no scope that a key can have`, {
      code: 'no-such-scope',
      params: { scope: scope.slice(0, 60) },
    });
  }
  if (!isAllowed(caller, scope))
    throw new Fault('forbidden', `nobody gives away what they do not hold: ${scope}`, {
      code: 'scope-not-held',
      params: { scope },
    });
}

export async function listKeys(access: Access, caller: Caller): Promise<ShownKey[]> {
  const rows = await access.db.forPartner(caller.partner).transaction(keysOf);
  const names = await namesOf(
    access.db,
    rows.map((row) => row.person),
  );
  return rows.map((row) => ({ ...row, maker: names.get(row.person) ?? null }));
}

export async function revokeKey(access: Access, caller: Caller, id: RowId): Promise<void> {
  await access.db.forPartner(caller.partner).transaction(async (tx) => {
    const row = await storeRevoked(tx, id, access.now().toString());
    if (!row) throw new Fault('not-found', 'there is no such key that works', { code: 'no-key' });
    await audit(tx, {
      person: caller.person,
      via: caller.via,
      action: 'keys:revoke',
      subject: { kind: 'api-key', id, label: row.name },
    });
  });
}

const touchEvery = { minutes: 1 };

/**
 * Who acts with this key: the person who made it, held to the key's scopes and to what that person may do today.
 * Undefined for a key that is wrong, revoked or over, or whose maker has left.
 */
export async function identifyKey(access: Access, key: string): Promise<Caller | undefined> {
  const partner = partnerOfKey(key);
  if (partner === undefined) return undefined;
  const hash = await defaultKeyHasher(key);
  const now = access.now();
  return access.db.forPartner(partner).transaction(async (tx) => {
    const row = await keyByHash(tx, hash);
    if (!row || row.revokedAt || (row.expiresAt && Temporal.Instant.compare(row.expiresAt, now) <= 0))
      return undefined;
    const rights = await rightsOf(tx.db, partner, row.person);
    if (!rights) return undefined;
    const isDue = !row.lastUsedAt || Temporal.Instant.compare(row.lastUsedAt.add(touchEvery), now) <= 0;
    if (isDue) await touchKey(tx, row.id, now.toString());
    const seesPrices = rights.seesPrices && row.scopes.includes('prices:see');
    return {
      partner,
      person: row.person,
      name: row.name,
      ...rights,
      seesPrices,
      via: 'api-key',
      scopes: row.scopes,
    };
  });
}

function partnerOfKey(key: string): number | undefined {
  const match = /^vgt_([0-9a-z]{1,6})_[\w-]{43}$/.exec(key);
  const partner = match ? Number.parseInt(match[1]!, 36) : 0;
  return partner > 0 && partner < 2 ** 31 ? partner : undefined;
}

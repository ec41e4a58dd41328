import { sql } from 'kysely';
import type { RowId } from '../kernel/ids.ts';
import type { PartnerTransaction } from '../storage/database.ts';
import type { Role } from './caller.ts';
import type { InvitationRow } from './invitation.ts';
import type { Rights } from './rights.ts';

type Tx = Pick<PartnerTransaction, 'partner' | 'db'>;

const columns = [
  'id',
  'email',
  'name',
  'role',
  'sees_prices as seesPrices',
  sql<string[] | null>`customers::text[]`.as('customers'),
  'language',
  'invited_by as invitedBy',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const;

function open(tx: Tx) {
  return tx.db
    .selectFrom('invitation')
    .select(columns)
    .where('partner', '=', tx.partner)
    .where('joined_at', 'is', null)
    .where('revoked_at', 'is', null);
}

/** Neither used nor taken back; they may be over. */
export async function openInvitations(tx: Tx): Promise<InvitationRow[]> {
  const rows = await open(tx).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
  return rows.map((row) => ({ ...row, role: row.role as Role }));
}

/** Locked until the transaction ends, so that it is used once. */
export async function invitationByToken(tx: Tx, tokenHash: string): Promise<InvitationRow | undefined> {
  const row = await open(tx).where('token_hash', '=', tokenHash).forUpdate().executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

export async function openInvitation(tx: Tx, id: RowId): Promise<InvitationRow | undefined> {
  const row = await open(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

export interface NewInvitation extends Rights {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly tokenHash: string;
  readonly invitedBy: string | null;
  readonly at: string;
  readonly expiresAt: string;
}

/** Undefined when one for this address is open already. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<RowId | undefined> {
  const { email, name, role, seesPrices, customers, language, tokenHash, invitedBy, at, expiresAt } =
    invitation;
  const { rows } = await sql<{ id: string }>`
    insert into invitation (partner, email, name, role, sees_prices, customers, language, token_hash, invited_by,
      created_at, expires_at)
    values (${tx.partner}, ${email}, ${name}, ${role}, ${seesPrices}, ${customers}::bigint[], ${language},
      ${tokenHash}, ${invitedBy}, ${at}, ${expiresAt})
    on conflict (partner, email) where joined_at is null and revoked_at is null do nothing
    returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** A new token: the old link stops working. */
export async function renewInvitation(
  tx: Tx,
  id: RowId,
  tokenHash: string,
  expiresAt: string,
): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .set({ token_hash: tokenHash, expires_at: expiresAt })
    .where('partner', '=', tx.partner)
    .where('id', '=', id)
    .execute();
}

export async function closeInvitation(
  tx: Tx,
  id: RowId,
  how: { readonly joinedAt: string } | { readonly revokedAt: string },
): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .set('joinedAt' in how ? { joined_at: how.joinedAt } : { revoked_at: how.revokedAt })
    .where('partner', '=', tx.partner)
    .where('id', '=', id)
    .execute();
}

import { type Kysely, sql } from 'kysely';
import type { PartnerId } from '../kernel/ids.ts';
import type { Database, PartnerTransaction } from '../storage/database.ts';
import type { PartnerTables } from '../storage/tables.ts';
import type { Role } from './caller.ts';
import type { Colleague } from './colleague.ts';
import type { MemberRow, MembershipRow, Rights } from './rights.ts';

type Tx = Pick<PartnerTransaction, 'partner' | 'db'>;

/** The partners that a person belongs to now. */
export async function joinedPartners(db: Database, person: string): Promise<PartnerId[]> {
  const rows = await db.system
    .selectFrom('membership')
    .select('partner')
    .where('person', '=', person)
    .where('disabled_at', 'is', null)
    .orderBy('joined_at')
    .execute();
  return rows.map((row) => row.partner);
}

const columns = [
  'person',
  'role',
  'sees_prices as seesPrices',
  sql<string[] | null>`customers::text[]`.as('customers'),
  'disabled_at as disabledAt',
] as const;

/** Locked until the transaction ends, so that two changes of one person follow each other. */
export async function lockMembership(tx: Tx, person: string): Promise<MembershipRow | undefined> {
  const row = await tx.db
    .selectFrom('membership')
    .select(columns)
    .where('partner', '=', tx.partner)
    .where('person', '=', person)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, role: row.role as Role };
}

/** Active administrators, locked: two of them cannot remove each other at once. */
export async function lockAdministrators(tx: Tx): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('membership')
    .select('person')
    .where('partner', '=', tx.partner)
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .orderBy('person')
    .forUpdate()
    .execute();
  return rows.map((row) => row.person);
}

export interface NewMembership extends Rights {
  readonly person: string;
  readonly invitedAt: string | null;
  readonly joinedAt: string;
}

/** Joins, or joins again with these rights after having been shut out. */
export async function storeMembership(tx: Tx, membership: NewMembership): Promise<void> {
  const { person, role, seesPrices, customers, invitedAt, joinedAt } = membership;
  await sql`
    insert into membership (partner, person, role, sees_prices, customers, invited_at, joined_at)
    values (${tx.partner}, ${person}, ${role}, ${seesPrices}, ${customers}::bigint[], ${invitedAt}, ${joinedAt})
    on conflict (partner, person) do update set role = excluded.role, sees_prices = excluded.sees_prices,
      customers = excluded.customers, invited_at = excluded.invited_at, joined_at = excluded.joined_at,
      disabled_at = null`.execute(tx.db);
}

export async function updateRights(tx: Tx, person: string, rights: Rights): Promise<void> {
  await sql`update membership set role = ${rights.role}, sees_prices = ${rights.seesPrices},
      customers = ${rights.customers}::bigint[], version = version + 1
    where partner = ${tx.partner} and person = ${person}`.execute(tx.db);
}

export async function storeDisabled(tx: Tx, person: string, at: string | null): Promise<void> {
  await tx.db
    .updateTable('membership')
    .set({ disabled_at: at })
    .where('partner', '=', tx.partner)
    .where('person', '=', person)
    .execute();
}

/** Everyone who belongs or has belonged to the partner, by name. Reads people, so it is no scoped transaction's. */
export async function membersOf(db: Database, partner: PartnerId): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.person, p.name, p.email, coalesce(p."twoFactorEnabled", false) as "twoFactor", m.role,
      m.sees_prices as "seesPrices", m.customers::text[] as customers, m.joined_at as "joinedAt",
      m.disabled_at as "disabledAt",
      (select max(s."updatedAt") from people.session s where s."userId" = m.person) as "lastUsedAt"
    from membership m join people.person p on p.id = m.person
    where m.partner = ${partner}
    order by m.disabled_at is not null, lower(p.name), m.person`.execute(db.system);
  return rows;
}

/** The rights that somebody holds now, for a key that acts for them. */
export async function rightsOf(
  db: Kysely<PartnerTables>,
  partner: PartnerId,
  person: string,
): Promise<Rights | undefined> {
  const row = await db
    .selectFrom('membership')
    .select(columns)
    .where('partner', '=', partner)
    .where('person', '=', person)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row && { role: row.role as Role, seesPrices: row.seesPrices, customers: row.customers };
}

/** Everybody who may enter now, by name. Reads people, so it is no scoped transaction's. */
export async function selectColleagues(db: Database, partner: PartnerId): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select m.person, p.name, p.email, m.role, m.customers::text[] as customers, p.language, p.time_zone as "timeZone"
    from membership m join people.person p on p.id = m.person
    where m.partner = ${partner} and m.disabled_at is null
    order by lower(p.name), m.person`.execute(db.system);
  return rows;
}

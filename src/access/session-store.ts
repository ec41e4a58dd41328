import { sql } from 'kysely';
import type { Database } from '../storage/database.ts';

export interface SessionRow {
  readonly id: string;
  readonly createdAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant;
  readonly address: string | null;
  readonly agent: string | null;
}

/** Who holds this session and where they belong: one row for each partner, oldest first; none once it is over. */
export interface HeldSession {
  readonly session: string;
  readonly person: string;
  readonly name: string;
  readonly language: string | null;
  readonly createdAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant;
  readonly partner: number;
  readonly slug: string;
  readonly partnerName: string;
  readonly role: string;
  readonly seesPrices: boolean;
  readonly customers: string[] | null;
}

/** One statement, because every request asks it. */
export async function heldSessions(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<HeldSession[]> {
  const { rows } = await sql<HeldSession>`
    select s.id as session, p.id as person, p.name, p.language, s."createdAt", s."updatedAt" as "usedAt",
      m.partner, r.slug, r.name as "partnerName", m.role, m.sees_prices as "seesPrices",
      m.customers::text[] as customers
    from people.session s
    join people.person p on p.id = s."userId"
    join membership m on m.person = p.id and m.disabled_at is null
    join partner r on r.id = m.partner
    where s.token = ${token} and s."expiresAt" > ${now.toString()}
    order by m.joined_at, m.partner`.execute(db.system);
  return rows;
}

/** Notes that a session is used and lets it last on, but never past `latest` after it began. */
export async function touchSession(
  db: Database,
  id: string,
  { now, expires }: { readonly now: Temporal.Instant; readonly expires: Temporal.Instant },
): Promise<void> {
  await sql`update people.session set "updatedAt" = ${now.toString()}, "expiresAt" = ${expires.toString()}
    where id = ${id} and "updatedAt" < ${now.toString()}`.execute(db.system);
}

export async function sessionsOf(db: Database, person: string, now: Temporal.Instant): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, "createdAt", "updatedAt" as "usedAt", nullif("ipAddress", '') as address,
      nullif("userAgent", '') as agent
    from people.session where "userId" = ${person} and "expiresAt" > ${now.toString()}
    order by "updatedAt" desc, id`.execute(db.system);
  return rows;
}

/** True when it was there. */
export async function deleteSession(db: Database, person: string, id: string): Promise<boolean> {
  const gone = await db.system
    .deleteFrom('people.session')
    .where('userId', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** How many there were; `except` stays. */
export async function deleteSessions(db: Database, person: string, except: string | null): Promise<number> {
  const all = db.system.deleteFrom('people.session').where('userId', '=', person);
  const gone = await (except === null ? all : all.where('id', '!=', except)).executeTakeFirst();
  return Number(gone.numDeletedRows);
}

import { sql } from 'kysely';
import type { Caller, Role } from '../../src/access/caller.ts';
import type { TestDatabase } from '../database.ts';

export interface NewColleague {
  readonly name: string;
  readonly email?: string;
  readonly role?: Role;
  readonly customers?: readonly string[];
  readonly language?: 'es' | 'en';
  readonly timeZone?: string;
}

/** Somebody with an account at the test's partner, as the API knows them; their id is their name in lower case. */
export async function addColleague(
  { db, partner }: TestDatabase,
  { name, email, role = 'sales', customers, language = 'es', timeZone }: NewColleague,
): Promise<Pick<Caller, 'person' | 'name' | 'role' | 'customers'>> {
  const person = name.toLowerCase().replace(/[^a-z]+/g, '-');
  const address = email ?? `${person}@faro.example`;
  await sql`insert into people.person (id, name, email, "emailVerified", language, time_zone)
    values (${person}, ${name}, ${address}, true, ${language}, ${timeZone ?? null})`.execute(db.system);
  await sql`insert into membership (partner, person, role, customers, joined_at)
    values (${partner}, ${person}, ${role}, ${customers ?? null}::bigint[], now())`.execute(db.system);
  return { person, name, role, customers: customers ?? null };
}

import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { PartnerId } from '../kernel/ids.ts';
import type { Database, PartnerTransaction } from '../storage/database.ts';
import { partnerRowTransaction } from '../storage/partner-row-transaction.ts';
import type { SystemTables } from '../storage/tables.ts';
import type { PersonChange, PersonRow } from './person.ts';

/** A transaction that reaches people and, of partner data, only that partner's. */
export interface PeopleTransaction extends Pick<PartnerTransaction, 'partner' | 'db'> {
  readonly people: Kysely<SystemTables>;
}

/** For what has to happen to a person and to a partner's membership at once, or not at all. */
export async function peopleTransaction<T>(
  db: Database,
  partner: PartnerId,
  work: (tx: PeopleTransaction) => Promise<T>,
): Promise<T> {
  return partnerRowTransaction(db, partner, ({ system, ...tx }) => work({ ...tx, people: system }));
}

const columns = [
  'id',
  'name',
  'email',
  'language',
  'theme',
  'time_zone as timeZone',
  sql<boolean>`coalesce("twoFactorEnabled", false)`.as('twoFactor'),
] as const;

export async function personByEmail(
  people: Kysely<SystemTables>,
  email: string,
): Promise<PersonRow | undefined> {
  return people.selectFrom('people.person').select(columns).where('email', '=', email).executeTakeFirst();
}

export async function personById(people: Kysely<SystemTables>, id: string): Promise<PersonRow | undefined> {
  return people.selectFrom('people.person').select(columns).where('id', '=', id).executeTakeFirst();
}

export async function anyPerson(people: Kysely<SystemTables>): Promise<boolean> {
  return (await people.selectFrom('people.person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Makes those who ask for it at once wait for each other until the transaction ends. */
export async function lockFirstRun(people: Kysely<SystemTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(7261003)`.execute(people);
}

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly language: string | null;
  readonly passwordHash: string;
  readonly at: string;
}

/** A person with a password, as the library itself would write it. Returns the id. */
export async function insertPerson(people: Kysely<SystemTables>, person: NewPerson): Promise<string> {
  const id = randomUUID();
  const { email, name, language, passwordHash, at } = person;
  await people
    .insertInto('people.person')
    .values({
      id,
      name,
      email,
      emailVerified: true,
      image: null,
      createdAt: at,
      updatedAt: at,
      twoFactorEnabled: false,
      language,
      theme: null,
      time_zone: null,
    })
    .execute();
  await people
    .insertInto('people.credential')
    .values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: passwordHash,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  return id;
}

export async function passwordHashOf(people: Kysely<SystemTables>, person: string): Promise<string | null> {
  const row = await people
    .selectFrom('people.credential')
    .select('password')
    .where('userId', '=', person)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}

export async function updatePerson(
  people: Kysely<SystemTables>,
  id: string,
  { name, language, theme, timeZone }: PersonChange,
  at: string,
): Promise<void> {
  await people
    .updateTable('people.person')
    .set({
      updatedAt: at,
      ...(name === undefined ? {} : { name }),
      ...(language === undefined ? {} : { language }),
      ...(theme === undefined ? {} : { theme }),
      ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    })
    .where('id', '=', id)
    .execute();
}

/** Names by id, for whoever shows who did something. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.system
    .selectFrom('people.person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

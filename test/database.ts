import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../src/storage/database.ts';

export interface TestDatabase {
  readonly db: Database;
  readonly url: string;
  /** A first partner, made for the test. */
  readonly partner: number;
  addPartner(slug: string): Promise<number>;
  close(): Promise<void>;
}

/** A database of the test file's own, cloned from the migrated template; close it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseServer');
  const name = `vigente_test_${randomBytes(6).toString('hex')}`;
  // Cloning needs the template idle; files that start together wait for each other here.
  await onServer(server, [
    'select pg_advisory_lock(7261999)',
    `create database ${name} template ${inject('databaseTemplate')}`,
  ]);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = await openDatabase({ url: url.toString() });
  const addPartner = async (slug: string) =>
    (
      await db.system
        .insertInto('partner')
        .values({ slug, name: slug })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id;
  const partner = await addPartner('first');
  return {
    db,
    url: url.toString(),
    partner,
    addPartner,
    close: async () => {
      await db.close();
      await onServer(server, [`drop database if exists ${name} with (force)`]);
    },
  };
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

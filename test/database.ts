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
  await cloneTemplate(server, name);
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
      await dropDatabase(server, name);
    },
  };
}

/** The server's own vacuum may be at work in it, and only a superuser may end that; it goes by itself. */
async function dropDatabase(server: string, name: string, tries = 20): Promise<void> {
  try {
    await onServer(server, [`drop database if exists ${name} with (force)`]);
  } catch (error) {
    const isForbidden = (error as { code?: string }).code === '42501';
    if (!isForbidden || tries === 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await dropDatabase(server, name, tries - 1);
  }
}

/** A backend that has said goodbye may still be in the template for a moment; the server itself waits 5 s for it. */
async function cloneTemplate(server: string, name: string, tries = 6): Promise<void> {
  try {
    // Files that start together wait for each other here.
    const lock = 'select pg_advisory_lock(7261999)';
    await onServer(server, [lock, `create database ${name} template ${inject('databaseTemplate')}`]);
  } catch (error) {
    const isBusy = (error as { code?: string }).code === '55006';
    if (!isBusy || tries === 1) throw error;
    await cloneTemplate(server, name, tries - 1);
  }
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

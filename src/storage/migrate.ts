import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { Fault } from '../kernel/fault.ts';

const folder = new URL('./migrations/', import.meta.url);
const lock = 7261000;

/**
 * Brings the schema up to date: each numbered file once, in order, in a transaction of its own together with the
 * note that it ran. The lock makes a second process wait, then find nothing to do; a process killed in between
 * leaves whole steps only.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await client.query(`create table if not exists migration (
      number integer primary key, name text not null, applied_at timestamptz not null default now())`);
    await refuseNewerSchema(client);
    for (const file of await pendingMigrations(client)) await applyMigration(client, file);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]).catch(() => {});
    client.release();
  }
}

interface MigrationFile {
  readonly number: number;
  readonly name: string;
}

async function knownMigrations(): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort();
  return names.map((name) => ({ number: Number(name.slice(0, 4)), name }));
}

async function refuseNewerSchema(client: pg.PoolClient): Promise<void> {
  const known = (await knownMigrations()).at(-1)?.number ?? 0;
  const { rows } = await client.query<{ newest: number | null }>(
    'select max(number) as newest from migration',
  );
  const newest = rows[0]?.newest ?? 0;
  if (newest > known) {
    throw new Fault('settings', `the database has schema ${newest}, this version of Vigente knows ${known}`, {
      hint: 'start the newer version of Vigente that this database belongs to',
      code: 'database-too-new',
      params: { newest, known },
    });
  }
}

async function pendingMigrations(client: pg.PoolClient): Promise<MigrationFile[]> {
  const { rows } = await client.query<{ number: number }>('select number from migration');
  const done = new Set(rows.map((row) => row.number));
  return (await knownMigrations()).filter((file) => !done.has(file.number));
}

async function applyMigration(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  const text = await readFile(new URL(file.name, folder), 'utf8');
  try {
    await client.query('begin');
    await client.query(text);
    await client.query('insert into migration (number, name) values ($1, $2)', [file.number, file.name]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => {});
    throw new Fault('internal', `migration ${file.name} could not be applied; nothing of it was kept`, {
      cause,
    });
  }
}

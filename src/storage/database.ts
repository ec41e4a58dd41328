import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { Fault } from '../kernel/fault.ts';
import type { PartnerId } from '../kernel/ids.ts';
import { migrate } from './migrate.ts';
import type { PartnerTables, SystemTables } from './tables.ts';

/** The role that scoped transactions take when the connection itself would see through row-level security. */
const scopedRole = 'vigente_scoped';

const { builtins } = pg.types;
const types = {
  getTypeParser(oid: number, format?: string) {
    if (format !== 'binary') {
      // A calendar day stays the text that people read; an instant is one, not a Date.
      if (oid === builtins.DATE) return (text: string) => text;
      if (oid === builtins.TIMESTAMPTZ) return instantFromText;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

function instantFromText(text: string): Temporal.Instant | null {
  return text === 'infinity' || text === '-infinity' ? null : Temporal.Instant.from(text);
}

/** One transaction that sees and writes the rows of a single partner. */
export interface PartnerTransaction {
  readonly partner: PartnerId;
  readonly db: Kysely<PartnerTables>;
  /** The connection itself, for COPY and cursors. It is the transaction's until that ends. */
  readonly client: pg.PoolClient;
}

/** The only way to a partner's rows. */
export interface PartnerScope {
  readonly partner: PartnerId;
  /** Runs `work` in one transaction; it is rolled back when `work` throws. */
  transaction<T>(work: (tx: PartnerTransaction) => Promise<T>): Promise<T>;
}

export interface Database {
  forPartner(partner: PartnerId): PartnerScope;
  /** Tables that belong to no partner: the partners themselves, workers, migrations. */
  readonly system: Kysely<SystemTables>;
  /** The schema `people` as the sign-in library reads it: instants are `Date`. For that library alone. */
  readonly people: Kysely<unknown>;
  /**
   * Counts the tables anew for the query planner. Call it after much was written at once: until then the planner takes
   * full tables for empty ones, and statements that join them take minutes instead of moments.
   */
  refreshStatistics(): Promise<void>;
  /** A connection of one's own, for LISTEN and advisory locks. Release it. */
  connect(): Promise<pg.PoolClient>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most; 10 without it. */
  readonly connections?: number;
  /** False for a reader that must not change the schema. */
  readonly migrate?: boolean;
}

/**
 * Opens a PostgreSQL ≥ 15, brings its schema up to date under a lock, and finds out how partners are kept apart:
 * a role that row-level security binds is used as it is; one that it does not bind (a superuser) steps down to
 * `vigente_scoped` in every scoped transaction.
 *
 * Throws `unavailable` when the server does not answer, `settings` when it is too old or forbids what is needed.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({ connectionString: options.url, max: options.connections ?? 10, types });
  // An idle connection that dies must not take the process with it; the next query opens another.
  pool.on('error', () => {});
  // One that dies in somebody's hands rejects what was asked of it; unheard, its event would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await checkServer(pool);
    if (options.migrate !== false) await migrate(pool);
    const stepsDown = await prepareScopedRole(pool);
    return databaseOver(pool, stepsDown);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

function databaseOver(pool: pg.Pool, stepsDown: boolean): Database {
  const system = new Kysely<SystemTables>({ dialect: new PostgresDialect({ pool }) });
  return {
    forPartner: (partner) => ({
      partner,
      transaction: (work) => scopedTransaction(pool, partner, stepsDown, work),
    }),
    system,
    people: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: readingDates(pool) }) }).withSchema(
      'people',
    ),
    refreshStatistics: () => analyzePartnerTables(pool),
    connect: () => pool.connect(),
    close: () => system.destroy(),
  };
}

/** The same connections, whose answers to these statements are read as `pg` itself reads them. */
function readingDates(pool: pg.Pool): PostgresPool {
  const reading = (client: pg.PoolClient) => ({
    query: (text: string, values?: unknown[]) =>
      client.query({ text, values: values ?? [], types: pg.types }),
    release: () => client.release(),
  });
  return {
    connect: async () => reading(await pool.connect()),
    end: async () => {},
  } as unknown as PostgresPool;
}

async function analyzePartnerTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ tables: string | null }>(
    `select string_agg(oid::regclass::text, ', ') as tables from pg_class
     where relnamespace = current_schema()::regnamespace and relkind = 'r' and relrowsecurity`,
  );
  if (rows[0]?.tables) await pool.query(`analyze ${rows[0].tables}`);
}

async function checkServer(pool: pg.Pool): Promise<void> {
  let version: number;
  try {
    const { rows } = await pool.query<{ version: string }>(
      `select current_setting('server_version_num') as version`,
    );
    version = Number(rows[0]?.version);
  } catch (cause) {
    throw new Fault('unavailable', 'the database does not answer', {
      hint: 'check DATABASE_URL, and that the server runs and lets this machine in',
      code: 'database-silent',
      cause,
    });
  }
  if (version < 150000) {
    const major = Math.floor(version / 10000);
    throw new Fault('settings', `the database server is PostgreSQL ${major}; Vigente needs 15 or newer`, {
      code: 'database-too-old',
      params: { version: major },
    });
  }
}

async function prepareScopedRole(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  );
  if (!rows[0]?.free) return false;
  const schema = (await pool.query<{ s: string }>('select quote_ident(current_schema()) as s')).rows[0]?.s;
  // Several processes may start at once; the lock keeps their GRANTs from colliding.
  await pool.query(`
    do $$ begin
      perform pg_advisory_xact_lock(7261001);
      if not exists (select from pg_roles where rolname = '${scopedRole}') then
        begin create role ${scopedRole} nologin; exception when duplicate_object or unique_violation then null; end;
      end if;
      grant usage on schema ${schema} to ${scopedRole};
      execute (select string_agg(format(
          'grant select, insert, update, delete on %s to ${scopedRole}', c.oid::regclass), ';')
        from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relrowsecurity);
      grant select on worker to ${scopedRole};
      grant usage on all sequences in schema ${schema} to ${scopedRole};
    end $$`);
  return true;
}

async function scopedTransaction<T>(
  pool: pg.Pool,
  partner: PartnerId,
  stepsDown: boolean,
  work: (tx: PartnerTransaction) => Promise<T>,
): Promise<T> {
  if (!Number.isInteger(partner) || partner < 1)
    throw new Fault('internal', 'a partner scope needs a partner');
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const stepDown = stepsDown ? `set local role ${scopedRole};` : '';
    await client.query(`begin; ${stepDown} set local vigente.partner = ${partner}`);
    const result = await work({ partner, client, db: kyselyOver(client) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Kysely over one connection that is already in a transaction. */
function kyselyOver(client: pg.PoolClient): Kysely<PartnerTables> {
  const borrowed = { query: client.query.bind(client), release: () => {} };
  const pool = { connect: async () => borrowed, end: async () => {} } as unknown as PostgresPool;
  return new Kysely<PartnerTables>({ dialect: new PostgresDialect({ pool }) });
}

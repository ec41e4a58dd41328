import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs, promisify } from 'node:util';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { openDatabase } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';
import { writeInventoryFile } from './inventory-file.ts';
import { serverProcessor } from './server-processor.ts';

// The import of a generated file against COPY of the very rows that came of it into tables with the same indexes, in
// the same database. Aim: at most 4 times, at most 300 MiB in the importing process.
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    again: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const tables = [
  'customer',
  'contact',
  'orders',
  'order_name',
  'certificate',
  'clock',
  'expiring_line',
] as const;

const folder = await mkdtemp(join(tmpdir(), 'vigente-bench-'));
const file = join(folder, 'inventory.csv');
const serverFolder = process.env.BENCH_DATABASE_URL ? undefined : join(folder, 'database', 'postgres');
const server = await ownServer();
try {
  console.log(`generating ${rows.toLocaleString('en')} rows …`);
  await writeInventoryFile(file, rows);
  await (await openDatabase({ url: server.url })).close();
  await settle();
  const processor = serverProcessor(serverFolder);
  const imported = await importOnce();
  const used = processor();
  const copied = await copySameRows();
  report(imported, copied);
  console.log(`PostgreSQL’s processor time for the import: ${seconds(used)} s`);
  if (values.again) console.log(`again: ${seconds((await importOnce()).millis)} s, nothing to change`);
} finally {
  await server.end();
  await rm(folder, { recursive: true, force: true });
}

interface Imported {
  readonly millis: number;
  readonly peakMiB: number;
  readonly steps: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
}

async function importOnce(): Promise<Imported> {
  const script = join(import.meta.dirname, 'import-once.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, server.url, file]);
  return JSON.parse(stdout) as Imported;
}

/** Everything that the import wrote goes out and comes back in by COPY; only coming back in is timed. */
async function copySameRows(): Promise<{ millis: number; rows: number }> {
  let millis = 0;
  let count = 0;
  await withClient(async (client) => {
    for (const table of tables) {
      const path = join(folder, table);
      await pipeline(client.query(copyStreams.to(`copy ${table} to stdout`)), createWriteStream(path));
      await client.query(`create table copied_${table} (like ${table} including all)`);
    }
    await client.query('checkpoint');
    const began = performance.now();
    await client.query('begin');
    for (const table of tables) {
      const into = client.query(copyStreams.from(`copy copied_${table} from stdin`));
      await pipeline(createReadStream(join(folder, table), { highWaterMark: 256 * 1024 }), into);
      count += into.rowCount ?? 0;
    }
    await client.query('commit');
    millis = performance.now() - began;
    await client.query(`drop table ${tables.map((table) => `copied_${table}`).join(', ')}`);
  });
  return { millis, rows: count };
}

function report(imported: Imported, copied: { millis: number; rows: number }): void {
  const perSecond = Math.round((rows * 1000) / imported.millis);
  console.log(
    `import: ${seconds(imported.millis)} s, ${perSecond.toLocaleString('en')} rows/s, peak ${Math.round(imported.peakMiB)} MiB`,
  );
  console.log(
    `steps:  ${Object.entries(imported.steps)
      .map(([step, ms]) => `${step} ${seconds(ms)} s`)
      .join(', ')}`,
  );
  console.log(
    `COPY:   ${seconds(copied.millis)} s for the ${copied.rows.toLocaleString('en')} rows that came of it`,
  );
  console.log(`ratio:  ${(imported.millis / copied.millis).toFixed(2)} (aim ≤ 4), memory aim ≤ 300 MiB`);
}

function seconds(millis: number): string {
  return (millis / 1000).toFixed(1);
}

async function settle(): Promise<void> {
  await withClient((client) => client.query('checkpoint'));
}

async function withClient<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own at BENCH_DATABASE_URL, else a server of its own. */
async function ownServer(): Promise<{ url: string; end(): Promise<void> }> {
  const given = process.env.BENCH_DATABASE_URL;
  if (!given) {
    const started = await startPostgres(join(folder, 'database'));
    // Only the server's superuser may call for a checkpoint and copy every partner's rows.
    const url = new URL(started.url);
    url.username = 'postgres';
    return { url: url.toString(), end: () => started.release() };
  }
  const name = `vigente_bench_${process.pid}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: given });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  const end = values.keep
    ? async () => console.log(`kept: ${url}`)
    : () => admin(`drop database ${name} with (force)`);
  return { url: url.toString(), end };
}

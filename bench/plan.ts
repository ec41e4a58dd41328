import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Caller } from '../src/access/caller.ts';
import { defaultCadence } from '../src/cadence/default-cadence.ts';
import { createApi } from '../src/http/api/create-api.ts';
import { newRoutes } from '../src/http/api/new-routes.ts';
import { fixedNow } from '../src/kernel/now.ts';
import { keepPlan } from '../src/notices/keep-plan.ts';
import type { SendingDeps } from '../src/notices/sending.ts';
import { findPartner, type Partner } from '../src/partners/partner.ts';
import { type Database, openDatabase } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';
import { duration, median, printBench, printPeakMemory, whole } from './bench-report.ts';
import { fillInventory } from './planned-inventory.ts';

// The plan of 120 days: how long its making takes, in what memory, how large it is; what one changed order costs; and
// the page that is read from it, first and deep, under filters.
const { values } = parseArgs({ options: { orders: { type: 'string', default: '1000000' } } });
const orders = Number(values.orders);
const today = '2026-11-24';
const now = `${today}T15:30:00Z`;

const questions: readonly (readonly [string, string])[] = [
  ['first page', ''],
  ['what waits', '?state=held'],
  ['a rare reason', '?reason=automation-on'],
  ['one stage', '?stage=7&state=due'],
  ['a far day', '?from=2027-03-01'],
  ['one customer', 'customer'],
  ['totals of the days', '/days'],
  ['totals under a filter', '/days?stage=30&language=es-ES'],
  ['one day', `/days/2026-12-15`],
  ['what there is to filter by', '/facets'],
  ['changes', '/changes'],
];

const folder = await mkdtemp(join(tmpdir(), 'vigente-bench-'));
const server = process.env.BENCH_DATABASE_URL ? undefined : await startPostgres(join(folder, 'database'));
const url = process.env.BENCH_DATABASE_URL ?? server!.url;
try {
  const db = await openDatabase({ url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const partner = await findPartner(db);
  await fillInventory(client, { partner: partner.id, orders, due: Math.round(orders / 100), today });
  await db.refreshStatistics();
  await measureMaking(db, client, partner);
  await measurePages(db, client, partner);
  printPeakMemory();
  await client.end();
  await db.close();
} finally {
  await server?.release();
  await rm(folder, { recursive: true, force: true });
}

async function measureMaking(db: Database, client: pg.Client, partner: Partner): Promise<void> {
  const deps = { db, now: fixedNow(Temporal.Instant.from(now)), cadence: defaultCadence };
  const made = await timed(() => keepPlan(deps, partner));
  printBench({
    name: `120 days of ${whole(orders)} orders made`,
    millis: made,
    done: { count: orders, unit: 'orders' },
  });
  printPeakMemory();
  const { rows } =
    await client.query(`select count(*)::int as lines, pg_total_relation_size('plan_line') as bytes,
    (select sum(messages)::int from plan_total) as messages from plan_line`);
  const { lines, messages, bytes } = rows[0];
  console.log(
    `  ${whole(lines)} lines, ${whole(messages)} messages, ${whole(bytes / 1048576)} MiB on the disk`,
  );
  printBench({ name: '  nothing to do', millis: await timed(() => keepPlan(deps, partner)) });
  await client.query(`update orders set notices_on = not notices_on where id = (select min(id) from orders)`);
  printBench({ name: '  one order changed', millis: await timed(() => keepPlan(deps, partner)) });
}

async function measurePages(db: Database, client: pg.Client, partner: Partner): Promise<void> {
  const { rows } = await client.query('select customer from plan_line limit 1');
  const ask = apiOver(partner.id, db);
  console.log('\neach question alone, median and slowest of 20 · aim for the first page ≤ 300 ms:');
  for (const [name, address] of questions) {
    const path = address === 'customer' ? `?customer=${rows[0].customer}` : address;
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) times.push(await timed(() => ask(path)));
    console.log(`  ${name.padEnd(28)} ${duration(median(times))}  ${duration(Math.max(...times))}`);
  }
}

function apiOver(partner: number, db: Database): (address: string) => Promise<void> {
  // Reading a plan sends nothing, so what only sending needs is not built.
  const sending = { db, now: fixedNow(Temporal.Instant.from(now)), cadence: defaultCadence } as SendingDeps;
  let person = 0;
  const app = newRoutes();
  app.use('*', async (c, next) => {
    person += 1;
    const seen = { seesPrices: true, customers: null, via: 'session', scopes: [] } as const;
    const caller: Caller = { partner, person: String(person), name: 'Bench', role: 'administrator', ...seen };
    c.set('caller', caller);
    c.set('language', 'es');
    await next();
  });
  app.route('/', createApi({ sending, reportError: console.error }));
  return async (address) => {
    const response = await app.request(`/api/plan${address}`);
    if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    await response.json();
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

import { existsSync } from 'node:fs';
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
import type { SendingDeps } from '../src/notices/sending.ts';
import { type Database, openDatabase } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';
import { duration, whole } from './bench-report.ts';
import { fillInventory } from './planned-inventory.ts';
import { serverProcessor } from './server-processor.ts';

// The expiring page's API over a large inventory: each question alone, then so many clients at once that ask with a
// pause, as people do, then without one. Beside each the barest SQL for the same rows in the same run.
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    clients: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '20' },
    pause: { type: 'string', default: '1000' },
    folder: { type: 'string' },
    alone: { type: 'boolean', default: false },
  },
});
const orders = Number(values.orders);
const clients = Number(values.clients);
const today = '2026-11-24';
const now = `${today}T15:30:00Z`;

const questions: readonly (readonly [string, string])[] = [
  ['first page', ''],
  ['within 7 days', '?group=7'],
  ['notices off', '?notices=off'],
  ['by customer', '?sort=customer'],
  ['by product', '?sort=product'],
  ['latest first', '?sort=-expiry'],
  ['one owner', '?owner=Marta'],
  ['nobody’s', '?owner=none'],
  ['rare product', '?product=Rare%20EV'],
  ['two filters', '?product=Rare%20EV&owner=Marta'],
  ['certificates', '?kind=certificate&group=60'],
  ['one customer', 'customer'],
  ['requested', '?requested=yes'],
  ['perhaps renewed', '?renewed=perhaps'],
  ['decided today', '?next=today'],
  ['text, one hit', '?text=www.taller777777.example'],
  ['text, common', '?text=taller'],
  ['text, none', '?text=gibt-es-nicht'],
  ['company', '?text=Taller%20123%20S.L.'],
  ['deep by end', 'deep:expiry'],
  ['deep by customer', 'deep:customer'],
  ['deep by product', 'deep:product'],
];
/** Asked when the page opens, or once: measured alone, not in the crowd. */
const besides: readonly (readonly [string, string])[] = [
  ['counts', '/api/expiring/counts'],
  ['counts, one owner', '/api/expiring/counts?owner=Marta'],
  ['facets', '/api/expiring/facets'],
  ['dashboard', '/api/dashboard'],
];

const caller: Omit<Caller, 'partner' | 'person'> = {
  name: 'Bench',
  role: 'administrator',
  seesPrices: true,
  customers: null,
  via: 'session',
  scopes: [],
};

const pageSql = (partner: number) => `
  select c.id, c.kind, o.number, o.common_name, o.product_name, u.name, c.ends_at from clock c
  join orders o on o.partner = ${partner} and o.id = c.order_id
  join customer u on u.partner = ${partner} and u.id = o.customer
  where c.partner = ${partner} and c.ends_at >= '2026-11-18Z' and c.ends_at < '2027-02-24Z'
    and o.withdrawn_at is null and o.status = 'issued' and o.renewed <> 'renewed'
  order by c.ends_at, c.id limit 50`;

/** With --folder the filled database stays there, for the next run. */
const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'vigente-bench-')));
const isFilled = values.folder !== undefined && existsSync(join(folder, 'database', 'postgres'));
const server = process.env.BENCH_DATABASE_URL ? undefined : await startPostgres(join(folder, 'database'));
const url = process.env.BENCH_DATABASE_URL ?? server!.url;
try {
  await run();
} finally {
  await server?.release();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
  const db = await openDatabase({ url, connections: 10 });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const partner = isFilled ? await filledPartner(db) : await fill(db, client);
  await client.query(`set vigente.partner = ${partner}`);
  const ask = apiOver(partner, db);
  await alone(ask, client, partner);
  if (!values.alone) {
    for (const pause of [Number(values.pause), 0]) await together(ask, await addressesOf(ask), pause);
    await bareTogether(partner);
  }
  await client.end();
  await db.close();
}

async function filledPartner(db: Database): Promise<number> {
  const { id } = await db.system
    .selectFrom('partner')
    .select('id')
    .where('slug', 'like', 'bench%')
    .executeTakeFirstOrThrow();
  return id;
}

async function fill(db: Database, client: pg.Client): Promise<number> {
  const { id } = await db.system
    .insertInto('partner')
    .values({ slug: `bench-${Date.now()}`, name: 'Bench' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const began = performance.now();
  // One owner in two hundred customers, one product in two thousand orders: what a filter finds least quickly.
  await fillInventory(client, {
    ...{ partner: id, orders, due: Math.round(orders / 100), today },
    ...{ ownerEvery: 200, rareEvery: 2000 },
  });
  await db.refreshStatistics();
  console.log(`${whole(orders)} orders filled in ${duration(performance.now() - began)}`);
  return id;
}

async function alone(ask: Ask, client: pg.Client, partner: number): Promise<void> {
  console.log('\neach question alone, median and slowest of 20:');
  for (const [name, address] of [...(await addressesOf(ask)), ...besides]) {
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) times.push(await timed(() => ask(address)));
    console.log(`  ${name.padEnd(18)} ${at(times, 0.5)}  ${at(times, 1)}`);
  }
  const bare: number[] = [];
  for (let i = 0; i < 20; i += 1) bare.push(await timed(() => client.query(pageSql(partner))));
  console.log(`  ${'bare SQL, a page'.padEnd(18)} ${at(bare, 0.5)}  ${at(bare, 1)}`);
}

type Ask = (address: string) => Promise<{ rows: { customer: { id: string } }[]; next: string | null }>;

function apiOver(partner: number, db: Database): Ask {
  // Reading a list sends nothing, so what only sending needs is not built.
  const sending = { db, now: fixedNow(Temporal.Instant.from(now)), cadence: defaultCadence } as SendingDeps;
  let person = 0;
  const app = newRoutes();
  app.use('*', async (c, next) => {
    // A person of one's own for each request: what is measured is the list, not the limit on how often one may ask.
    person += 1;
    c.set('caller', { ...caller, partner, person: String(person) });
    c.set('language', 'es');
    await next();
  });
  app.route('/', createApi({ sending, reportError: console.error }));
  return async (address) => {
    const response = await app.request(address.startsWith('/') ? address : `/api/expiring${address}`);
    if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Awaited<ReturnType<Ask>>;
  };
}

/** Deep pages begin where a hundred pages of two hundred have been read. */
async function addressesOf(ask: Ask): Promise<[string, string][]> {
  const addresses: [string, string][] = [];
  for (const [name, address] of questions) {
    if (address.startsWith('deep:')) addresses.push([name, await deepPage(ask, address.slice(5))]);
    else if (address === 'customer')
      addresses.push([name, `?customer=${(await ask('?sort=-customer')).rows[0]!.customer.id}`]);
    else addresses.push([name, address]);
  }
  return addresses;
}

async function deepPage(ask: Ask, sort: string): Promise<string> {
  let next: string | null = null;
  for (let page = 0; page < 100; page += 1) {
    const place: string = next === null ? '' : `&after=${next}`;
    next = (await ask(`?sort=${sort}&limit=200${place}`)).next;
    if (next === null) break;
  }
  return next === null ? `?sort=${sort}` : `?sort=${sort}&after=${next}`;
}

async function together(ask: Ask, addresses: readonly [string, string][], pause: number): Promise<void> {
  const times: number[] = [];
  const ofServer = serverProcessor(server ? join(folder, 'database', 'postgres') : undefined);
  const ofNode = process.cpuUsage();
  const began = performance.now();
  const until = began + Number(values.seconds) * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      if (pause > 0) await sleep((client / clients) * pause);
      for (let turn = client; performance.now() < until; turn += 1) {
        times.push(await timed(() => ask(addresses[turn % addresses.length]![1])));
        if (pause > 0) await sleep(pause * (0.5 + ((turn * 7919) % 100) / 100));
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(ofNode);
  const said = pause > 0 ? `each pausing about ${pause} ms` : 'without a pause';
  console.log(
    `\n${clients} clients for ${values.seconds} s, ${said}: ${whole(times.length / seconds)} requests/s`,
  );
  console.log(`  p50 ${at(times, 0.5)} · p95 ${at(times, 0.95)} · p99 ${at(times, 0.99)} · aim p99 ≤ 50 ms`);
  const each = (millis: number) => duration(millis / times.length);
  console.log(
    `  processor per request: ${each((user + system) / 1000)} here (client and API), ${each(ofServer())} in PostgreSQL`,
  );
}

async function bareTogether(partner: number): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('connect', (fresh) => fresh.query(`set vigente.partner = ${partner}`));
  const times: number[] = [];
  const began = performance.now();
  const until = began + 5_000;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) times.push(await timed(() => pool.query(pageSql(partner))));
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  console.log(
    `\nthe bare SQL of a page, ${clients} clients over 10 connections without a pause: ${whole(times.length / seconds)}/s`,
  );
  console.log(`  p50 ${at(times, 0.5)} · p95 ${at(times, 0.95)} · p99 ${at(times, 0.99)}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function at(times: readonly number[], share: number): string {
  const sorted = times.toSorted((a, b) => a - b);
  return duration(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

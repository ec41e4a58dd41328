import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { defaultCadence } from '../src/cadence/default-cadence.ts';
import { fixedNow } from '../src/kernel/now.ts';
import { type PassOutcome, runPass } from '../src/notices/run-pass.ts';
import { findPartner, type Partner } from '../src/partners/partner.ts';
import { type Database, openDatabase } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';
import { duration, median, printBench, printPeakMemory, whole } from './bench-report.ts';
import { fillInventory } from './planned-inventory.ts';

// The planning tick (decide, gather, write the ledger; sending is not in it) at a tenth and at the whole of the orders
// with the same number due, against SQL that reads the same clocks and writes the very same rows.
const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    due: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    partners: { type: 'string', default: '0' },
    days: { type: 'string', default: '0' },
    'no-statistics': { type: 'boolean', default: false },
    only: { type: 'boolean', default: false },
  },
});
const orders = Number(values.orders);
const due = Number(values.due ?? Math.round(orders / 100));
const today = '2026-11-24';
/** A Tuesday, in office hours in Madrid, Mexico City and New York. */
const now = `${today}T15:30:00Z`;

const written = [
  ['touch', `decided_at = '${now}'`],
  ['touch_event', 'true'],
  ['notice', 'true'],
  ['delivery', 'true'],
] as const;

interface Measured {
  readonly millis: number;
  readonly bareMillis: number;
  readonly idleMillis: number;
}

const folder = await mkdtemp(join(tmpdir(), 'vigente-bench-'));
const server = process.env.BENCH_DATABASE_URL ? undefined : await startPostgres(join(folder, 'database'));
const serverUrl = process.env.BENCH_DATABASE_URL ?? server!.url;
try {
  const tenth = values.only ? undefined : await measure(orders / 10);
  const whole = await measure(orders);
  if (tenth) {
    console.log(
      `10 × the orders, the same due: ${(whole.millis / tenth.millis).toFixed(2)} × the time · aim ≤ 1.5`,
    );
  }
  printPeakMemory();
} finally {
  await server?.release();
  await rm(folder, { recursive: true, force: true });
}

async function measure(count: number): Promise<Measured> {
  return withDatabase(async (url) => {
    const db = await openDatabase({ url });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const partner = await prepare(db, client, count);
      return await measureOn({ db, client, partner, count });
    } finally {
      await client.end();
      await db.close();
    }
  });
}

async function prepare(db: Database, client: pg.Client, count: number): Promise<Partner> {
  const began = performance.now();
  const partner = { ...(await findPartner(db)), sendingOn: true };
  await addOtherPartners(client, Number(values.partners));
  await fillInventory(client, { partner: partner.id, orders: count, due, today });
  if (!values['no-statistics']) await db.refreshStatistics();
  await client.query('checkpoint').catch(() => {});
  console.log(`\n${whole(count)} orders, ${whole(due)} due; made in ${duration(performance.now() - began)}`);
  return partner;
}

/** Neighbours in the same tables, from a tenth of the orders down to a handful. */
async function addOtherPartners(client: pg.Client, partners: number): Promise<void> {
  for (let i = 1; i <= partners; i++) {
    const { rows } = await client.query('insert into partner (slug, name) values ($1, $1) returning id', [
      `p${i}`,
    ]);
    const size = Math.max(25, Math.round(orders / 10 / i));
    await fillInventory(client, { partner: rows[0].id, orders: size, due: Math.round(size / 100), today });
  }
}

interface Bench {
  readonly db: Database;
  readonly client: pg.Client;
  readonly partner: Partner;
  readonly count: number;
}

async function measureOn(bench: Bench): Promise<Measured> {
  const passes: number[] = [];
  const bare: number[] = [];
  const idle: number[] = [];
  let outcome: PassOutcome | undefined;
  await bench.client.query(`set vigente.partner = ${bench.partner.id}`);
  await bench.client.query(
    `create table clock_before as select id, next_at from clock where next_at <= '${now}'::timestamptz + interval '6 days'`,
  );
  await bench.client.query('create unique index on clock_before (id); analyze clock_before');
  for (let round = 0; round < Number(values.rounds); round++) {
    if (round > 0) await putBack(bench.client);
    const pass = await timed(() => tick(bench, now));
    outcome = pass.answer;
    passes.push(pass.millis);
    idle.push((await timed(() => tick(bench, now))).millis);
    bare.push((await timed(() => bareTick(bench.client))).millis);
  }
  const measured = { millis: median(passes), bareMillis: median(bare), idleMillis: median(idle.slice(-3)) };
  print(bench.count, measured, outcome!);
  console.log(`  rounds: ${passes.map(duration).join(', ')}; idle ${idle.map(duration).join(', ')}`);
  await manyDays(bench, Number(values.days));
  return measured;
}

function tick({ db, partner }: Bench, at: string): Promise<PassOutcome> {
  const deps = { db, now: fixedNow(Temporal.Instant.from(at)), cadence: defaultCadence };
  return runPass(deps, partner, { preview: false, goAhead: true });
}

function print(count: number, measured: Measured, { touches, notices }: PassOutcome): void {
  const suppressed = Object.values(touches.suppressed).reduce((sum, n) => sum + n, 0);
  console.log(
    `  ${whole(touches.due)} touches due, ${whole(touches.held)} held, ${whole(suppressed)} suppressed; ${whole(notices)} notices`,
  );
  printBench({
    name: `  tick at ${whole(count)} orders`,
    millis: measured.millis,
    done: { count: due, unit: 'clocks' },
    against: { name: 'bare SQL', millis: measured.bareMillis },
    ...(count === 1_000_000 && due === 10_000 ? { aim: '≤ 3 s' } : {}),
  });
  printBench({ name: '  nothing due', millis: measured.idleMillis, aim: '≤ 50 ms' });
}

/** The same clocks read and the same rows written to equally indexed tables, with nothing decided. */
async function bareTick(client: pg.Client): Promise<void> {
  await client.query('begin');
  await client.query(
    `select c.*, o.*, u.*, p.* from clock_before b join clock c on c.id = b.id join orders o on o.id = c.order_id
     join customer u on u.id = o.customer join contact p on p.id = o.contact where b.next_at <= $1`,
    [now],
  );
  for (const [table, where] of written) {
    await client.query(`create table bare_${table} (like ${table} including all)`);
    await client.query(
      `insert into bare_${table} overriding system value select * from ${table} where ${where}`,
    );
  }
  await client.query(
    `update clock c set next_at = c.next_at + interval '1 second' from clock_before b where b.id = c.id and b.next_at <= $1`,
    [now],
  );
  await client.query('rollback');
}

/** Everything as it was before the pass. */
async function putBack(client: pg.Client): Promise<void> {
  await client.query(`delete from touch where decided_at = '${now}'`);
  await client.query('truncate touch_event, notice, delivery, pass');
  await client.query(`update clock c set next_at = b.next_at from clock_before b
    where b.id = c.id and c.next_at is distinct from b.next_at`);
  await client.query('vacuum analyze clock, touch, touch_event, notice, delivery, pass');
}

/** Day after day with what comes up by itself: the time per decided clock must not grow. */
async function manyDays(bench: Bench, days: number): Promise<void> {
  const perClock: number[] = [];
  for (let day = 1; day <= days; day++) {
    const at = Temporal.Instant.from(now)
      .add({ hours: 24 * day })
      .toString();
    const counted = await bench.client.query('select count(*)::int as n from clock where next_at <= $1', [
      at,
    ]);
    const n = counted.rows[0].n as number;
    const { millis, answer } = await timed(() => tick(bench, at));
    perClock.push((millis * 1000) / Math.max(1, n));
    const memory = whole(process.memoryUsage().rss / 1048576);
    console.log(
      `  day ${day}: ${whole(n)} due, ${whole(answer.notices)} notices, ${duration(millis)}, ${memory} MiB`,
    );
  }
  if (days === 0) return;
  const [first, last] = [median(perClock.slice(0, 10)), median(perClock.slice(-10))];
  console.log(`  per clock: first ten ${first.toFixed(0)} µs, last ten ${last.toFixed(0)} µs`);
}

async function timed<T>(work: () => Promise<T>): Promise<{ millis: number; answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { millis: performance.now() - began, answer };
}

async function withDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const name = `vigente_bench_tick_${process.pid}`;
  await administer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  try {
    return await work(url.toString());
  } finally {
    await administer(`drop database ${name} with (force)`);
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

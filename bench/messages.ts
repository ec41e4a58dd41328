import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { loadMessages, type MessageFilter } from '../src/notices/load-messages.ts';
import { loadSendingState } from '../src/notices/sending-state.ts';
import { setUpPartner } from '../src/partners/set-up-partner.ts';
import { openDatabase, type PartnerTransaction } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';

// One message among a million, by whatever a supporter knows of it, and the page that watches a run of 100,000.
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    run: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '30' },
  },
});
const total = Number(values.messages);
const rounds = Number(values.rounds);
const customers = Math.ceil(total / 25);
const now = Temporal.Instant.from('2026-11-23T10:00:00Z');

const folder = await mkdtemp(join(tmpdir(), 'vigente-bench-'));
const server = await startPostgres(folder);
const db = await openDatabase({ url: server.url, connections: 4 });
try {
  const partner = (await setUpPartner(db, { slug: 'bench', name: 'Bench' })).id;
  const client = await db.connect();
  const began = performance.now();
  await fill(client, partner);
  client.release();
  await db.refreshStatistics();
  console.log(`filled in ${Math.round((performance.now() - began) / 1000)} s`);
  const scope = db.forPartner(partner);
  const page =
    (filter: Partial<MessageFilter>, after?: readonly (string | number)[]) => (tx: PartnerTransaction) =>
      loadMessages(tx, { filter: { visible: null, ...filter }, limit: 51, after });
  const deep = ['2026-03-01T10:00:00Z', '999999999'];
  const cases: [string, (tx: PartnerTransaction) => Promise<unknown>][] = [
    ['first page', page({})],
    ['deep page', page({}, deep)],
    ['a month', page({ from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' })],
    ['state failed', page({ state: 'failed' })],
    ['needs care', page({ attention: true })],
    ['state waiting', page({ state: 'waiting' })],
    ['stage 30, in March', page({ stage: 30, from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' })],
    ['whole address', page({ text: 'p77@taller77.example' })],
    ['beginning of an address', page({ text: 'p7777' })],
    ['company', page({ text: 'Taller 7777 S.L.' })],
    ['a word that every company has', page({ text: 'taller' })],
    ['a word that nobody has', page({ text: 'zzzz' })],
    ['order number', page({ text: 'VG-77777' })],
    ['host name', page({ text: 'www.h77777.example' })],
    ['one customer', page({ customer: '777' })],
    ['one order', page({ order: '7777' })],
    [
      'one company, in March',
      page({ text: 'Taller 7777 S.L.', from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' }),
    ],
    ['a run of 100,000, watched', (tx) => loadSendingState(tx, now)],
  ];
  for (const [name, work] of cases) {
    const times: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const start = performance.now();
      await scope.transaction(work);
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(1);
    console.log(`${name.padEnd(32)} p50 ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms`);
  }
} finally {
  await db.close();
  await server.release();
  await rm(folder, { recursive: true, force: true });
}

/** Messages over a year, a customer for every 25, an order for every 5; the newest run is on its way. */
async function fill(client: pg.PoolClient, partner: number): Promise<void> {
  const run = Math.min(Number(values.run), total);
  const orders = Math.ceil(total / 5);
  await client.query(`set vigente.partner = ${partner}`);
  for (const statement of [
    `insert into customer (partner, id, key, account_number, name, name_key) overriding system value
      select ${partner}, g, 'account:C' || g, 'C' || g, 'Taller ' || g || ' S.L.', 'taller ' || g || ' sl' from generate_series(1, ${customers}) g`,
    `insert into contact (partner, id, customer, name, address, address_key) overriding system value
      select ${partner}, g, g, 'Persona ' || g, 'p' || g || '@taller' || g || '.example', 'p' || g || '@taller' || g || '.example' from generate_series(1, ${customers}) g`,
    `insert into orders (partner, id, authority, number, customer, contact, status, common_name, names) overriding system value
      select ${partner}, g, 'digicert', 'VG-' || g, g % ${customers} + 1, g % ${customers} + 1, 'issued', 'www.h' || g || '.example', array['www.h' || g || '.example'] from generate_series(1, ${orders}) g`,
    `insert into order_name (partner, name, order_id, registrable)
      select ${partner}, 'www.h' || g || '.example', g, 'h' || g || '.example' from generate_series(1, ${orders}) g`,
    `insert into pass (partner, as_of, state, notices) values (${partner}, '2026-11-22T10:00:00Z', 'released', 0)`,
    `insert into pass (partner, as_of, state, notices) values (${partner}, '${now}', 'released', ${run})`,
    `insert into notice (partner, id, channel, contact, address_key, text_locale, locale, time_zone, purpose, tone, template, stage,
        planned_at, late_at, not_before, pass, state, subject, finished_at) overriding system value
      select ${partner}, g, 'email', g % ${customers} + 1, 'p' || (g % ${customers} + 1) || '@taller' || (g % ${customers} + 1) || '.example',
        'es-ES', 'es-ES', 'Europe/Madrid', 'reminder', 'early', 'early', (array[90, 60, 30, 7, 3])[g % 5 + 1],
        case when g > ${total - run} then '${now}'::timestamptz else '${now}'::timestamptz - interval '1 year' * (1 - g::float8 / ${total}) - interval '1 hour' end,
        '2027-01-01Z', '${now}', case when g > ${total - run} then 2 else 1 end,
        case when g > ${total - run} then (case when g % 3 = 0 then 'submitted' else 'waiting' end) when g % 5000 = 0 then 'failed' when g % 7000 = 0 then 'uncertain' else 'submitted' end,
        'www.h' || (g % ${orders} + 1) || '.example', '${now}' from generate_series(1, ${total}) g`,
    `insert into delivery (partner, notice, clock, anchor, stage, channel, order_id, kind, address_key)
      select ${partner}, g, g % ${orders} + 1, '2027-01-01', g / ${orders}, 'email', g % ${orders} + 1, 'coverage', 'p' || (g % ${customers} + 1) || '@taller' || (g % ${customers} + 1) || '.example' from generate_series(1, ${total}) g`,
  ]) {
    await client.query(statement);
  }
}

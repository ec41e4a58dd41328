import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import nodemailer from 'nodemailer';
import { defaultCadence } from '../src/cadence/default-cadence.ts';
import { openEmailChannel } from '../src/channels/email/open-email-channel.ts';
import { parseSmtpUrl } from '../src/channels/email/smtp-url.ts';
import { fixedNow } from '../src/kernel/now.ts';
import { listMessages } from '../src/notices/list-messages.ts';
import { runPass } from '../src/notices/run-pass.ts';
import { sendDueNotices } from '../src/notices/send-due-notices.ts';
import type { SendingDeps } from '../src/notices/sending.ts';
import { showMessage } from '../src/notices/show-message.ts';
import { startWorker } from '../src/notices/worker.ts';
import { setUpPartner } from '../src/partners/set-up-partner.ts';
import { switchSending } from '../src/partners/switch-sending.ts';
import { makeLinks } from '../src/renewals/renewal-link.ts';
import { type Database, openDatabase } from '../src/storage/database.ts';
import { startPostgres } from '../src/storage/embedded/start-postgres.ts';

// Claim, look again, render, submit, record, against a pooled nodemailer that is handed ready-made mails, both to the
// same local server in a process of its own. fsync is on. Aim: at least as fast, five times in the end; flat memory.
const { values } = parseArgs({
  options: {
    notices: { type: 'string', default: '10000' },
    plain: { type: 'string', default: '5000' },
    connections: { type: 'string', default: '8' },
  },
});
const count = Number(values.notices);
const now = Temporal.Instant.from('2026-11-23T10:00:00Z');
const secret = 'a bench has no secrets, but one is needed';

const folder = await mkdtemp(join(tmpdir(), 'vigente-bench-'));
const server = await startPostgres(folder);
const db = await openDatabase({ url: server.url, connections: 12 });
const sink = await startSinkProcess();
try {
  const deps = sendingDeps(db, `smtp://127.0.0.1:${sink.port}?connections=${values.connections}`);
  await setUpPartner(db, { slug: 'bench', name: 'Bench' });
  await switchSending(db, 'bench', true, now);
  const partner = await setUpPartner(db, { slug: 'bench' });
  await fill(db, partner.id, count);
  await db.refreshStatistics();
  await runPass(deps, partner, { preview: false, goAhead: true });
  await db.refreshStatistics();
  const [first] = await listMessages(db.forPartner(partner.id), { limit: 1 });
  const ready = Buffer.from((await showMessage(deps, partner, first!.id)).bytes);
  console.log(`a message has ${Math.round(ready.length / 1024)} kB`);

  const before = plainRate(await plain(ready, sink.port, Number(values.plain)));
  const worker = await startWorker(db);
  const cpu = process.cpuUsage();
  const began = performance.now();
  let told = 0;
  const counts = await sendDueNotices(deps, partner, {
    worker: worker.id,
    holdsLease: worker.holdsLease,
    onProgress: (so) => {
      if (so.submitted < told + count / 10) return;
      told = so.submitted;
      const rss = Math.round(process.memoryUsage.rss() / 1024 / 1024);
      console.log(
        `  ${told} submitted, ${Math.round((told * 1000) / (performance.now() - began))}/s, ${rss} MB`,
      );
    },
  });
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  await worker.stop();
  const after = plainRate(await plain(ready, sink.port, Number(values.plain)));
  const rate = counts.submitted / seconds;
  const best = Math.max(before, after);
  console.log(`submitted ${counts.submitted} of ${count} in ${seconds.toFixed(1)} s: ${Math.round(rate)}/s`);
  console.log(`CPU of the sender: ${Math.round((used.user + used.system) / counts.submitted)} µs a message`);
  console.log(`plain pooled nodemailer: ${Math.round(before)}/s before, ${Math.round(after)}/s after`);
  console.log(`ratio ${(rate / best).toFixed(2)} (to the better of the two)`);
  console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  await deps.email.transport.close();
} finally {
  sink.stop();
  await db.close();
  await server.release();
  await rm(folder, { recursive: true, force: true });
}

function sendingDeps(database: Database, smtpUrl: string): SendingDeps {
  const links = makeLinks('https://renovar.bench.example', [secret]);
  return {
    db: database,
    now: fixedNow(now),
    cadence: defaultCadence,
    email: openEmailChannel({
      mail: parseSmtpUrl(smtpUrl),
      bounceDomain: 'bounce.bench.example',
      secrets: [secret],
    }),
    sender: { name: 'Bench', address: 'renewals@bench.example', domain: 'bench.example', dkim: null },
    linksFor: (partner) => ({
      renew: (notice, order) => links.renew(partner, notice, order),
      renewAll: (notice) => links.renewAll(partner, notice),
      mute: (notice, order) => links.mute(partner, notice, order),
      notMine: (notice, order) => links.notMine(partner, notice, order),
      unsubscribe: (notice, purpose) => links.unsubscribe(partner, notice, purpose),
    }),
  };
}

/** One customer, contact and order for each notice, all with 29 days left: stage 30 is due for every one. */
async function fill(database: Database, partner: number, orders: number): Promise<void> {
  await database.forPartner(partner).transaction(async (tx) => {
    await sql`insert into customer (partner, key, name, name_key, account_number)
      select ${partner}, 'account:C' || i, 'Cliente ' || i || ' S.L.', 'cliente ' || i || ' s.l.', 'C' || i from generate_series(1, ${orders}) i`.execute(
      tx.db,
    );
    await sql`insert into contact (partner, customer, name, address, address_key, locale, time_zone)
      select ${partner}, id, 'Persona ' || id, 'persona' || id || '@cliente.example', 'persona' || id || '@cliente.example',
        'es-ES', 'Europe/Madrid' from customer where partner = ${partner}`.execute(tx.db);
    await sql`insert into orders (partner, authority, number, customer, contact, status, product_name, common_name, names,
        term, covers_from, covers_until, price_minor, currency)
      select ${partner}, 'digicert', 1000000 + id, customer, id, 'issued', 'Secure Site OV', 'www.cliente' || id || '.example',
        array['www.cliente' || id || '.example', 'cliente' || id || '.example'], 'P1Y', '2025-12-22', '2026-12-22', 39900, 'EUR'
      from contact where partner = ${partner}`.execute(tx.db);
    await sql`insert into clock (partner, kind, subject, order_id, began_at, ends_at, anchor, next_at)
      select ${partner}, 'coverage', id, id, '2025-12-22Z', '2026-12-23Z', '2026-12-22', '2026-11-23T00:00:00Z'
      from orders where partner = ${partner}`.execute(tx.db);
  });
}

interface Timed {
  readonly messages: number;
  readonly seconds: number;
}

/** What a program does that keeps no ledger: the same bytes again and again. */
async function plain(raw: Buffer, port: number, messages: number): Promise<Timed> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: Number(values.connections),
    maxMessages: Number.POSITIVE_INFINITY,
    ignoreTLS: true,
  });
  const envelope = { from: 'bounce@bench.example', to: 'persona@cliente.example' };
  const began = performance.now();
  for (let sent = 0; sent < messages; sent += 500) {
    const some = Math.min(500, messages - sent);
    await Promise.all(Array.from({ length: some }, () => transport.sendMail({ envelope, raw })));
  }
  const seconds = (performance.now() - began) / 1000;
  transport.close();
  return { messages, seconds };
}

function plainRate({ messages, seconds }: Timed): number {
  return messages / seconds;
}

async function startSinkProcess(): Promise<{ port: number; stop(): void }> {
  const child = fork(new URL('../test/smtp/sink.ts', import.meta.url), [], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const line = await new Promise<string>((resolve) =>
    child.stdout!.once('data', (data) => resolve(String(data))),
  );
  return { port: Number(/\d+/.exec(line)![0]), stop: () => child.kill() };
}

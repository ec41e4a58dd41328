import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { startTickProcess, type TickTask, tickProcessName } from '../../test/notices/tick-process.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

const day = '2026-11-23T10:00:00Z';

/** A partner that sends, with so many orders of as many people; every third is in its last days. */
async function deskWith(orders: number, smtpUrl?: string): Promise<SendingDesk> {
  const desk = await openDesk(database.db, day, smtpUrl === undefined ? {} : { smtpUrl });
  desks.push(desk);
  await desk.import(
    Array.from({ length: orders }, (_, i) => ({
      number: `${100_000 + i}`,
      ends: i % 3 === 0 ? '2026-11-28' : '2026-12-18',
    })),
  );
  return desk.sendingOn();
}

function taskFor(desk: SendingDesk, changes: Partial<TickTask> = {}): TickTask {
  const smtpUrl = `smtp://127.0.0.1:${desk.server.port}`;
  return { url: database.url, smtpUrl, slug: desk.slug, now: desk.now.toString(), ...changes };
}

/** As if half a minute had passed since the last sign of life of every worker. */
async function letWorkersAge(): Promise<void> {
  await sql`update worker set beat_at = beat_at - interval '40 seconds'`.execute(database.db.system);
}

/** A server finishes what it was asked before it notices that nobody is there any more. */
async function untilItsConnectionsAreGone(): Promise<void> {
  await until(async () => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from pg_stat_activity
      where datname = current_database() and application_name = ${tickProcessName}`.execute(
      database.db.system,
    );
    return rows[0]!.n === '0';
  });
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function inFlight(desk: SendingDesk): Promise<string[]> {
  const rows = await desk.rows<{ id: string }>(
    (partner) => sql`select message_id as id from notice where partner = ${partner} and state = 'attempted'`,
  );
  return rows.map((row) => row.id);
}

it('loses nothing of 2,000 notices when senders are killed, and repeats only what was in flight, byte for byte', async () => {
  const desk = await deskWith(2_000);
  await desk.plan(true);
  const perhapsRepeated = new Set<string>();
  const moments: number[] = [];
  for (const share of [0.05, 0.35, 0.65]) {
    const at = Math.floor((share + Math.random() * 0.2) * 2_000);
    moments.push(at);
    const sender = startTickProcess(taskFor(desk));
    await Promise.race([sender.done, until(() => desk.server.accepted.length >= at)]);
    await sender.kill();
    await untilItsConnectionsAreGone();
    for (const id of await inFlight(desk)) perhapsRepeated.add(id);
    await letWorkersAge();
  }
  await startTickProcess(taskFor(desk)).done;
  const context = `killed at ${moments.join(', ')}`;
  const notices = await desk.notices();
  const arrived = Map.groupBy(desk.server.accepted, (mail) => mail.messageId);
  expect(
    notices.filter(({ state }) => state !== 'submitted' && state !== 'uncertain'),
    context,
  ).toEqual([]);
  expect(
    notices.filter(({ state, messageId }) => state !== 'uncertain' && !arrived.has(messageId!)),
    context,
  ).toEqual([]);
  const repeated = [...arrived.values()].filter((mails) => mails.length > 1);
  expect(
    repeated.filter(([mail]) => !perhapsRepeated.has(mail!.messageId)),
    context,
  ).toEqual([]);
  for (const mails of repeated) {
    expect(mails.length, context).toBe(2);
    expect(new Set(mails.map(({ bytes }) => digest(bytes))).size, context).toBe(1);
  }
  expect(arrived.size, context).toBe(2_000);
}, 180_000);

it('shares 500 notices out between two processes, each of them once', async () => {
  const desk = await deskWith(500);
  await desk.plan();
  const senders = [startTickProcess(taskFor(desk)), startTickProcess(taskFor(desk))];
  const counts = await Promise.all(senders.map((sender) => sender.done));
  expect(counts.reduce((sum, one) => sum + (one?.submitted ?? 0), 0)).toBe(500);
  expect(desk.server.accepted).toHaveLength(500);
  expect(new Set(desk.server.accepted.map(({ messageId }) => messageId)).size).toBe(500);
});

it('completes planning that was killed in between, without saying anything twice', async () => {
  const desk = await deskWith(2_100, 'outbox:');
  const planner = startTickProcess(taskFor(desk, { only: 'plan' }));
  await Promise.race([planner.done, until(async () => (await desk.ledgerSize()).notice > 0)]);
  await planner.kill();
  await untilItsConnectionsAreGone();
  expect((await desk.ledgerSize()).notice).toBeLessThan(2_100);
  // Those of the killed pass count with what was left to plan.
  expect(await desk.plan(true)).toMatchObject({ kind: 'released', notices: 2_100 });
  const size = await desk.ledgerSize();
  expect(size).toMatchObject({ notice: 2_100, delivery: 2_100 });
  expect(await desk.plan()).toMatchObject({ notices: 0 });
  expect(await desk.ledgerSize()).toEqual(size);
  const enough = new AbortController();
  const counts = await desk.send({ signal: enough.signal, onProgress: () => enough.abort() });
  expect(counts.submitted).toBeGreaterThan(0);
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

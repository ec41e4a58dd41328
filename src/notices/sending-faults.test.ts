import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { OrderLine } from '../../test/notices/order-line.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import type { FaultAction, FaultStep } from '../../test/smtp/fault.ts';
import { type FaultyServer, startFaultyServer } from '../../test/smtp/faulty-server.ts';
import { claimNotices, registerWorker } from './claim-store.ts';
import { heldPassesOf } from './held-passes.ts';
import { recordOutcomes } from './outcome-store.ts';
import { settled } from './retry.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];
const servers: FaultyServer[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  for (const server of servers.splice(0)) await server.close();
});
afterAll(() => database.close());

async function deskWith(
  lines: readonly OrderLine[],
  options: { at?: string; settings?: Record<string, unknown>; smtpUrl?: string } = {},
): Promise<SendingDesk> {
  const desk = await openDesk(database.db, options.at ?? '2026-11-23', options);
  desks.push(desk);
  await desk.import(lines);
  return desk.sendingOn();
}

function people(n: number): OrderLine[] {
  return Array.from({ length: n }, (_, i) => ({ number: `${1001 + i}`, ends: '2027-01-11' }));
}

const reminder: OrderLine = { number: '1001', ends: '2027-01-11' };
/** In its stage of 7 days: a safety message. */
const lastDays: OrderLine = { number: '2001', ends: '2026-11-28' };

function failing(desk: SendingDesk, step: FaultStep, action: FaultAction, to?: string): void {
  desk.server.setFaults([{ step, action, ...(to ? { to } : {}) }]);
}

describe('a server that says "later"', () => {
  for (const step of ['connect', 'mail', 'rcpt', 'data', 'dot'] as const) {
    it(`at ${step} gets the message half an hour later`, async () => {
      const desk = await deskWith([reminder]);
      const code = step === 'connect' ? '421 4.3.2 closing' : '451 4.3.0 try later';
      failing(desk, step, { do: 'answer', with: code });
      expect((await desk.tick()).notices).toMatchObject({ submitted: 0, deferred: 1 });
      desk.server.setFaults([]);
      const [waiting] = await desk.notices();
      expect(waiting).toMatchObject({ state: 'waiting', tries: 1 });
      expect(waiting?.events.at(-1)).toBe('deferred');
      expect(desk.now.until(waiting!.notBefore).total('minutes')).toBe(30);
      expect((await desk.later({ minutes: 29 }).tick()).notices.submitted).toBe(0);
      expect((await desk.later({ minutes: 1 }).tick()).notices.submitted).toBe(1);
      expect(await desk.notices()).toMatchObject([{ state: 'submitted', tries: 2 }]);
      expect(desk.server.accepted).toHaveLength(1);
    });
  }

  it('after the whole message gets identical bytes with the same Message-ID again', async () => {
    const desk = await deskWith([reminder]);
    failing(desk, 'dot', { do: 'answer', with: '451 4.3.0 disk full', accept: true });
    await desk.tick();
    desk.server.setFaults([]);
    // Its contact is spelt otherwise by then; the message stays what it was.
    await desk.later({ hours: 1 }).import([{ ...reminder, contact: 'Ana María Ruiz' }]);
    await desk.tick();
    const [first, second] = desk.server.accepted;
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.bytes.equals(first!.bytes)).toBe(true);
    expect(await desk.notices()).toMatchObject([{ state: 'submitted', attempts: 2 }]);
  });

  it('until the message would be late is given up, and the ledger says so', async () => {
    const desk = await deskWith([{ number: '1', ends: '2026-11-23' }], { at: '2026-11-23T23:45:00Z' });
    failing(desk, 'rcpt', { do: 'answer', with: '450 4.2.1 busy' });
    expect((await desk.tick()).notices).toMatchObject({ deferred: 0, failed: 1 });
    expect((await desk.notices())[0]).toMatchObject({ state: 'failed' });
    expect((await desk.notices())[0]?.events).toContain('gave-up');
  });
});

describe('a server that says "no"', () => {
  for (const step of ['mail', 'rcpt', 'data', 'dot'] as const) {
    it(`at ${step} is not asked again, and its words are kept`, async () => {
      const desk = await deskWith([reminder]);
      failing(desk, step, { do: 'answer', with: '554 5.7.1 not from you' });
      expect((await desk.tick()).notices).toMatchObject({ failed: 1 });
      desk.server.setFaults([]);
      expect((await desk.later({ days: 2 }).tick()).notices.submitted).toBe(0);
      const [event] = await desk.rows<{ response: string; code: number }>(
        (partner) => sql`select detail ->> 'response' as response, (detail ->> 'code')::integer as code
          from notice_event where partner = ${partner} and kind = 'refused'`,
      );
      expect(event).toMatchObject({ code: 554, response: expect.stringContaining('not from you') });
    });
  }

  it('because the mailbox does not exist marks the address, and the next stage goes to the next person', async () => {
    const desk = await deskWith([{ ...lastDays, ends: '2026-11-30' }]);
    const [contact] = await desk.rows<{ id: string }>(
      (partner) => sql`insert into contact (partner, customer, name, address, address_key)
        select partner, customer, 'Luis', 'luis@luz.example', 'luis@luz.example' from orders
        where partner = ${partner} returning id`,
    );
    await desk.rows(
      (partner) => sql`update customer set technical_contact = ${contact!.id} where partner = ${partner}`,
    );
    failing(desk, 'rcpt', { do: 'answer', with: '550 5.1.1 no such user' });
    expect((await desk.tick()).notices).toMatchObject({ failed: 1 });
    desk.server.setFaults([]);
    await desk.at('2026-11-28').tick();
    expect(desk.server.accepted.map(({ to }) => to)).toEqual([['luis@luz.example']]);
  });
});

describe('a server that cuts the connection or falls silent', () => {
  const places = (['connect', 'ehlo', 'mail', 'rcpt', 'data'] as const).flatMap((step) =>
    (['drop', 'stall'] as const).map((does) => ({ step, does })),
  );
  it.each(places)('($does at $step) gets the message later, once', async ({ step, does }) => {
    const desk = await deskWith([reminder]);
    failing(desk, step, { do: does });
    expect((await desk.tick()).notices).toMatchObject({ submitted: 0, deferred: 1 });
    desk.server.setFaults([]);
    await desk.later({ minutes: 30 }).tick();
    expect(await desk.notices()).toMatchObject([{ state: 'submitted', tries: 2 }]);
    expect(desk.server.accepted).toHaveLength(1);
  });
});

it('repeats a safety message whose connection was cut in the middle, for all of it may have arrived', async () => {
  const desk = await deskWith([lastDays]);
  failing(desk, 'content', { do: 'drop' });
  expect((await desk.tick()).notices).toMatchObject({ submitted: 0, deferred: 1 });
  desk.server.setFaults([]);
  await desk.later({ minutes: 30 }).tick();
  expect(await desk.notices()).toMatchObject([{ state: 'submitted', attempts: 2 }]);
  expect(desk.server.accepted).toHaveLength(1);
});

describe('a connection lost after the whole message', () => {
  for (const action of [
    { do: 'drop', accept: true },
    { do: 'stall', accept: true },
  ] as const) {
    it(`(${action.do}) repeats a safety message once with identical bytes, and a reminder not`, async () => {
      const desk = await deskWith([reminder, lastDays]);
      failing(desk, 'dot', action);
      await desk.tick();
      const states = async () => (await desk.notices()).map(({ to, state }) => `${to} ${state}`).sort();
      expect(await states()).toEqual(['ana@1001.example.com uncertain', 'ana@2001.example.com waiting']);
      await desk.later({ minutes: 30 }).tick();
      await desk.later({ days: 1 }).tick();
      expect(await states()).toEqual(['ana@1001.example.com uncertain', 'ana@2001.example.com uncertain']);
      const arrived = Map.groupBy(desk.server.accepted, ({ to }) => to[0]);
      expect(arrived.get('ana@1001.example.com')).toHaveLength(1);
      const [first, second, ...more] = arrived.get('ana@2001.example.com')!;
      expect(more).toEqual([]);
      expect(second?.messageId).toBe(first?.messageId);
      expect(second?.bytes.equals(first!.bytes)).toBe(true);
    });
  }

  it('keeps what perhaps arrived in the ledger as said when everything in it is renewed before the repeat', async () => {
    const desk = await deskWith([lastDays]);
    failing(desk, 'dot', { do: 'drop', accept: true });
    await desk.tick();
    desk.server.setFaults([]);
    await desk.import([{ ...lastDays, renewed: true }]);
    await desk.later({ minutes: 30 }).tick();
    expect(await desk.notices()).toMatchObject([{ state: 'uncertain', orders: ['2001'], dropped: [] }]);
    expect(await desk.touches()).toContain('2001 coverage 7 due stage-open');
    expect(desk.server.accepted).toHaveLength(1);
  });
});

it('lets everything wait while the mail server is down, and loses nothing', async () => {
  const gone = await startFaultyServer();
  await gone.close();
  const desk = await deskWith(people(60), { smtpUrl: `smtp://127.0.0.1:${gone.port}` });
  const report = await desk.tick();
  expect(report.notices).toMatchObject({ submitted: 0, failed: 0, uncertain: 0 });
  const waiting = await desk.notices();
  expect(waiting).toHaveLength(60);
  expect(waiting.filter(({ state, attempts }) => state !== 'waiting' || attempts > 0)).toEqual([]);
  const back = await startFaultyServer({ port: gone.port });
  servers.push(back);
  await desk.later({ minutes: 2 }).tick();
  expect(back.accepted).toHaveLength(60);
});

it('loses and sticks nothing when the database goes away in the middle of a run', async () => {
  const desk = await deskWith(people(120));
  await desk.plan();
  const cut = setInterval(() => {
    if (desk.server.accepted.length < 40) return;
    clearInterval(cut);
    void sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db.system);
  }, 1);
  await desk.send().catch(() => undefined);
  clearInterval(cut);
  const worker = await registerWorker(database.db);
  await desk.send({ worker }).catch(() => undefined);
  // As if the first worker had been gone for a while: it may not have been able to give anything back.
  await sql`update worker set beat_at = beat_at - interval '40 seconds' where id = ${desk.worker}`.execute(
    database.db.system,
  );
  await desk.later({ minutes: 31 }).send({ worker });
  const notices = await desk.notices();
  expect(notices.filter(({ state }) => state !== 'submitted' && state !== 'uncertain')).toEqual([]);
  const arrived = new Set(desk.server.accepted.map(({ messageId }) => messageId));
  expect(notices.filter(({ messageId }) => !arrived.has(messageId!))).toEqual([]);
});

it('stops in the middle of a run when sending is switched off, and goes on when it is on again', async () => {
  const desk = await deskWith(people(600), { smtpUrl: 'outbox:' });
  let off: Promise<unknown> | undefined;
  const counts = await desk.send().then(async () => {
    await desk.plan();
    return desk.send({ onProgress: () => (off ??= desk.sendingOn(false)) });
  });
  await off;
  expect(counts.submitted).toBeGreaterThan(0);
  expect(counts.submitted).toBeLessThan(600);
  await desk.sendingOn();
  expect((await desk.send()).submitted).toBe(600 - counts.submitted);
});

it('holds a run that is far larger than usual, says why, and goes on at a person’s word', async () => {
  const desk = await deskWith(people(5), { settings: { unusualVolume: { atLeast: 4, times: 2 } } });
  const held = await desk.tick();
  expect(held).toMatchObject({
    outcome: { kind: 'held', notices: 5, usual: 0 },
    touches: { due: 0, heldBy: { 'run-too-large': 5 } },
    notices: { submitted: 0 },
  });
  expect(await heldPassesOf(desk.scope)).toMatchObject([{ notices: 5 }]);
  await desk.later({ hours: 1 }).tick();
  expect(desk.server.connections.total).toBe(0);
  expect((await desk.tick({ goAhead: true })).notices.submitted).toBe(5);
  expect(await heldPassesOf(desk.scope)).toEqual([]);
});

it('shows a day to come without a connection to the mail server or a word in the ledger', async () => {
  const desk = await deskWith(people(3));
  const report = await desk.at('2027-01-05').tick({ preview: true });
  expect(report).toMatchObject({ outcome: { kind: 'preview', why: 'in-the-future', notices: 3 } });
  expect(desk.server.connections.total).toBe(0);
  expect((await desk.ledgerSize()).touch).toBe(0);
});

it('lets no worker send, or write to the ledger, what another has taken over', async () => {
  const desk = await deskWith(people(3));
  await desk.plan();
  const now = desk.now.toString();
  const slow = await desk.scope.transaction((tx) => claimNotices(tx, { worker: desk.worker, now, limit: 3 }));
  expect(slow).toHaveLength(3);
  const other = await registerWorker(database.db);
  expect((await desk.send({ worker: other })).submitted).toBe(0);
  await sql`update worker set beat_at = beat_at - interval '40 seconds' where id = ${desk.worker}`.execute(
    database.db.system,
  );
  expect((await desk.send({ worker: other })).submitted).toBe(3);
  const late = slow.map((notice) => settled(notice, 'failed', 'refused', {}));
  await desk.scope.transaction((tx) => recordOutcomes(tx, desk.worker, late, now));
  expect((await desk.notices()).map(({ state }) => state)).toEqual(['submitted', 'submitted', 'submitted']);
  expect((await desk.send({ holdsLease: () => false })).submitted).toBe(0);
  expect(desk.server.accepted).toHaveLength(3);
});

it('hands nothing over once its lease has run out, and leaves it to others', async () => {
  const desk = await deskWith(people(3));
  await desk.plan();
  expect((await desk.send({ holdsLease: () => false })).submitted).toBe(0);
  expect(desk.server.accepted).toEqual([]);
  const other = await registerWorker(database.db);
  expect((await desk.send({ worker: other })).submitted).toBe(3);
});

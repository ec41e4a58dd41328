import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../src/access/caller.ts';
import { createApi } from '../../src/http/api/create-api.ts';
import { newRoutes } from '../../src/http/api/new-routes.ts';
import { registerWorker } from '../../src/notices/claim-store.ts';
import { callerOf, type Loose } from '../api-desk.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { openDesk, type SendingDesk } from './sending-desk.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

interface Control {
  readonly desk: SendingDesk;
  ask(method: string, path: string, body?: unknown, as?: Partial<Caller>): Promise<Loose>;
}

/** A partner with so many people to be told something, a mail server of its own, and the API over both. */
async function control(people: number, settings: Record<string, unknown> = {}): Promise<Control> {
  const desk = await openDesk(database.db, '2026-11-23', { settings });
  desks.push(desk);
  await desk.import(
    Array.from({ length: people }, (_, i) => ({ number: `${100_001 + i}`, ends: '2027-01-11' })),
  );
  const { id } = await desk.partner();
  let caller = callerOf(id);
  const app = newRoutes();
  app.use('*', async (c, next) => {
    c.set('caller', caller);
    c.set('language', 'en');
    await next();
  });
  const reportError = (error: unknown) => console.error(error);
  app.route('/', createApi({ sending: desk.deps, reportError }));
  const ask: Control['ask'] = async (method, path, body, as = {}) => {
    caller = { ...callerOf(id), ...as };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { 'content-type': 'application/json' };
    const answer = await app.request(path, { method, headers, ...init });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  return { desk, ask };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** A server that takes its time, so that a run has a middle. */
function slow(desk: SendingDesk): void {
  desk.server.setFaults([{ step: 'dot', action: { do: 'delay', milliseconds: 15 } }]);
}

function distinct(desk: SendingDesk): number {
  return new Set(desk.server.accepted.map(({ messageId }) => messageId)).size;
}

const states = async (desk: SendingDesk) => Map.groupBy(await desk.notices(), ({ state }) => state);

/** What is in the air when a word is said: two groups of 32 messages of each process. */
const inTheAir = 64;

it('switches sending off in the middle of a run: nothing follows what is on its way, and nothing is lost', async () => {
  const { desk, ask } = await control(400);
  expect(await ask('POST', '/api/sending/switch', { on: true })).toMatchObject({ changed: 1 });
  await desk.plan(true);
  slow(desk);
  const sent = desk.send();
  await until(() => desk.server.accepted.length >= 60);
  const before = desk.server.accepted.length;
  const off = await ask('POST', '/api/sending/switch', { on: false });
  expect(off).toMatchObject({ changed: 1, undo: expect.any(String) });
  const counts = await sent;
  const gone = counts.submitted + counts.uncertain;
  expect(gone).toBe(desk.server.accepted.length);
  expect(gone).toBeLessThanOrEqual(before + inTheAir + 8);
  const left = await states(desk);
  expect(left.get('waiting')).toHaveLength(400 - gone);
  expect([left.has('claimed'), left.has('attempted')]).toEqual([false, false]);
  expect((await desk.send()).submitted).toBe(0);
  // Undo is the switch put back.
  expect(await ask('POST', `/api/undo/${off.undo}`)).toMatchObject({ undone: 1 });
  await desk.send();
  expect([desk.server.accepted.length, distinct(desk)]).toEqual([400, 400]);
});

it('stops a run that goes on in two processes, says how much is left, and resumes it', async () => {
  const { desk, ask } = await control(400);
  await desk.sendingOn();
  await desk.plan(true);
  slow(desk);
  const other = await registerWorker(database.db);
  const sending = [desk.send(), desk.send({ worker: other })];
  await until(() => desk.server.accepted.length >= 60);
  const live = await ask('GET', '/api/sending');
  expect(live).toMatchObject({ on: true, runs: [{ state: 'released', planned: 400 }] });
  const [{ id, counts }] = live.runs;
  expect(Object.values(counts as Record<string, number>).reduce((a, b) => a + b)).toBe(400);
  const before = desk.server.accepted.length;
  const stopped = await ask('POST', `/api/sending/runs/${id}/stop`, {});
  expect(stopped.run).toMatchObject({ state: 'stopped', left: expect.any(Number) });
  await Promise.all(sending);
  const { length } = desk.server.accepted;
  expect(length).toBeLessThanOrEqual(before + 2 * inTheAir + 16);
  expect((await desk.tick()).notices.submitted).toBe(0);
  const held = await ask('GET', '/api/sending');
  expect(held.runs).toMatchObject([{ id, state: 'stopped', left: 400 - length }]);
  // On a busy machine an answer may come later than a sender waits for it.
  const { submitted, uncertain } = held.runs[0].counts;
  expect(submitted + uncertain).toBe(length);
  expect(await ask('POST', `/api/sending/runs/${id}/stop`, {})).toMatchObject({ status: 409 });
  await ask('POST', `/api/sending/runs/${id}/resume`, {});
  await desk.send();
  expect([desk.server.accepted.length, distinct(desk)]).toEqual([400, 400]);
  expect((await ask('GET', '/api/sending')).runs).toEqual([]);
  const [run] = (await ask('GET', '/api/sending/runs')).rows;
  expect(run).toMatchObject({ id, left: 0, counts: { waiting: 0, failed: 0 } });
});

it('shows what would leave before sending is switched on', async () => {
  const { desk, ask } = await control(7, { unusualVolume: { atLeast: 5, times: 2 } });
  const size = await desk.ledgerSize();
  const outlook = await ask('POST', '/api/sending/outlook');
  expect(outlook).toMatchObject({
    messages: 7,
    waiting: 0,
    unusual: { usual: 0, mostUnasked: 5 },
    shares: [{ stage: 60, count: 7 }],
  });
  expect(outlook.first).toHaveLength(7);
  expect(outlook.first[0]).toMatchObject({
    id: expect.stringMatching(/^p\d+$/),
    address: 'ana@100001.example.com',
  });
  expect((await ask('GET', `/api/messages/${outlook.first[0].id}`)).subject).not.toBe('');
  expect(await desk.ledgerSize()).toEqual(size);
  expect(await ask('POST', '/api/sending/switch', { on: true }, { role: 'support' })).toMatchObject({
    status: 403,
  });
  expect(await ask('POST', '/api/sending/switch', { on: true }, { customers: ['1'] })).toMatchObject({
    status: 403,
  });
});

it('lists a held run with its reason and contents; a person lets it go, and may call it back', async () => {
  const { desk, ask } = await control(6, { unusualVolume: { atLeast: 4, times: 2 } });
  await desk.sendingOn();
  await desk.tick();
  const [run] = (await ask('GET', '/api/sending')).runs;
  expect(run).toMatchObject({ state: 'held', planned: 6, left: 6, unusual: { usual: 0, mostUnasked: 4 } });
  const contents = await ask('GET', `/api/sending/runs/${run.id}`);
  expect(contents.shares).toEqual([
    { stage: 60, purpose: 'reminder', template: 'early', locale: 'es-ES', count: 6 },
  ]);
  expect(contents.first).toHaveLength(6);
  expect((await ask('GET', `/api/messages?run=${run.id}`)).rows).toHaveLength(6);
  const path = `/api/sending/runs/${run.id}/release`;
  expect(await ask('POST', path, {}, { role: 'sales' })).toMatchObject({ status: 403 });
  const released = await ask('POST', path, { note: 'The autumn import' });
  expect(released.run).toMatchObject({ state: 'released', word: { by: 'Marta', note: 'The autumn import' } });
  expect(await ask('POST', `/api/undo/${released.undo}`)).toMatchObject({ undone: 1 });
  expect((await desk.tick()).notices.submitted).toBe(0);
  await ask('POST', path, {});
  expect((await desk.send()).submitted).toBe(6);
  const told = await desk.rows<{ action: string }>(
    (partner) => sql`select action from audit where partner = ${partner} order by id`,
  );
  expect(told.map(({ action }) => action)).toEqual([
    'messages:release',
    'messages:release:undo',
    'messages:release',
  ]);
});

it('passes over the stages of a discarded run, and decides them anew where that was asked', async () => {
  const { desk, ask } = await control(6, { unusualVolume: { atLeast: 4, times: 2 } });
  await desk.sendingOn();
  await desk.tick();
  const discard = async (afterwards: string, note = 'Wrong file') => {
    const [run] = (await ask('GET', '/api/sending')).runs;
    return ask('POST', `/api/sending/runs/${run.id}/discard`, { afterwards, note });
  };
  expect(await discard('again', ' ')).toMatchObject({ status: 400 });
  expect((await discard('again')).run).toMatchObject({
    state: 'discarded',
    left: 0,
    counts: { withdrawn: 6 },
  });
  expect((await desk.touches()).filter((line) => / 60 /.test(line))).toEqual(
    Array.from({ length: 6 }, (_, i) => `${100_001 + i} coverage 60 suppressed discarded`),
  );
  await desk.later({ minutes: 1 }).tick();
  expect((await ask('GET', '/api/sending')).runs).toMatchObject([{ state: 'held', planned: 6 }]);
  expect((await discard('silent')).run).toMatchObject({ state: 'discarded', counts: { withdrawn: 6 } });
  await desk.later({ days: 3 }).tick();
  expect((await ask('GET', '/api/sending')).runs).toEqual([]);
  expect(desk.server.accepted).toEqual([]);
  // The next stage speaks when it opens.
  await desk.at('2026-12-14').tick({ goAhead: true });
  expect(desk.server.accepted).toHaveLength(6);
  const [first] = await desk.notices();
  expect(first).toMatchObject({ state: 'withdrawn', events: ['discarded'], orders: [] });
});

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/http/create-app.ts';
import { customerVerbs } from '../../src/http/customer-verbs.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import type { OrderLine } from './order-line.ts';
import { testSecrets } from './sending-deps.ts';
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

async function deskWith(lines: readonly OrderLine[]): Promise<SendingDesk> {
  const desk = await openDesk(database.db, '2026-11-23');
  desks.push(desk);
  await desk.import(lines);
  return desk.sendingOn();
}

/** The whole app, as a customer reaches it from a message. */
function visiting(desk: SendingDesk) {
  const app = createApp({
    exposure: { host: '127.0.0.1', publicUrl: 'https://avisos.example.com' },
    customer: customerVerbs(desk.deps, testSecrets),
    checkReady: async () => {},
    reportError: (error) => {
      throw error;
    },
  });
  const headers = { host: 'avisos.example.com' };
  return {
    get: async (url: string) => app.request(url, { headers }),
    post: async (url: string, fields: Record<string, string>) =>
      app.request(url, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

/** The link of that kind in the newest message: `r` renew, `m` mute, `n` not mine, `u` unsubscribe. */
async function linkIn(desk: SendingDesk, letter: 'r' | 'm' | 'n' | 'u'): Promise<string> {
  const mail = (await desk.mails()).at(-1)!;
  const link = new RegExp(`https://avisos\\.example\\.com/${letter}/[\\w.~-]+`).exec(mail.text ?? '')?.[0];
  if (!link) throw new Error(`no /${letter}/ link in ${mail.text}`);
  return link;
}

it('stops reminders, and not safety, for whoever unsubscribes with one click', async () => {
  const desk = await deskWith([{ number: '1', ends: '2027-01-11' }]);
  await desk.tick();
  const raw = desk.server.accepted[0]!.bytes.toString('latin1');
  const url = /^List-Unsubscribe: <([^>]+)>/m.exec(raw)![1]!;
  const customer = visiting(desk);
  expect((await customer.get(url)).status).toBe(200);
  await desk.at('2026-12-13').tick();
  expect(desk.server.accepted, 'looking at the page changes nothing').toHaveLength(2);
  expect((await customer.post(url, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  await desk.import([{ number: '2', ends: '2027-01-12', email: 'ana@1.example.com' }]);
  const stopped = await desk.at('2026-12-14').tick();
  expect(stopped.touches).toMatchObject({ due: 0, suppressed: { unsubscribed: 1 } });
  await desk.at('2027-01-06').tick();
  expect((await desk.notices()).map(({ stage, purpose }) => `${stage} ${purpose}`)).toEqual([
    '60 reminder',
    '30 reminder',
    '7 safety',
  ]);
});

it('stops what is waiting when a renewal is requested, and goes on when that is taken back', async () => {
  const desk = await deskWith([{ number: '1', ends: '2027-01-11' }]);
  await desk.tick();
  const link = await linkIn(desk, 'r');
  await desk.at('2026-12-13').plan();
  const customer = visiting(desk);
  expect((await customer.post(link, { how: 'same' })).status).toBe(303);
  expect(await desk.send()).toMatchObject({ submitted: 0, withdrawn: 1 });
  expect((await desk.later({ hours: 1 }).tick()).notices.submitted).toBe(0);
  expect(await desk.touches()).toContain('1 coverage 30 suppressed renewal-requested');
  const port = customerVerbs(desk.deps, testSecrets);
  const read = port.readLink(link.split('/').at(-1)!);
  if (read?.kind !== 'renew') throw new Error('the link does not renew');
  await port.withdrawRenewal(read, [read.order]);
  expect((await desk.later({ hours: 1 }).tick()).notices.submitted).toBe(1);
  expect(await desk.touches()).toContain('1 coverage 30 due stage-open');
});

it('keeps an order muted although a later file says that its notices are on', async () => {
  const desk = await deskWith([{ number: '1', ends: '2027-01-11' }]);
  await desk.tick();
  const customer = visiting(desk);
  await customer.post(await linkIn(desk, 'm'), { reason: 'no-longer-used' });
  await desk.at('2026-12-13').import([{ number: '1', ends: '2027-01-11', notices: true }]);
  expect((await desk.tick()).touches).toMatchObject({ due: 0, suppressed: { 'notices-off': 1 } });
  expect(desk.server.accepted).toHaveLength(1);
});

it('writes no more to whoever says that an order is not theirs, also when the message was planned already', async () => {
  const desk = await deskWith([
    { number: '1', ends: '2027-01-11', email: 'ana@luz.example' },
    { number: '2', ends: '2027-01-12', email: 'ana@luz.example' },
  ]);
  await desk.tick();
  await desk.at('2026-12-14').plan();
  const customer = visiting(desk);
  await customer.post(await linkIn(desk, 'n'), { reason: 'someone-else' });
  await desk.send();
  const [, second] = await desk.notices();
  expect(second).toMatchObject({
    state: 'submitted',
    dropped: [expect.stringMatching(/^[12] contact-changed$/)],
  });
  expect(second?.orders).toHaveLength(1);
});

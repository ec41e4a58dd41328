import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { OrderLine } from '../../test/notices/order-line.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { reasonWords } from '../cadence/reason-words.ts';
import { recordConsents } from './consents.ts';
import { planDays } from './plan-days.ts';
import { planTableOf } from './plan-table-of.ts';
import { planningRules } from './plan-touches.ts';
import { standingOfClocks } from './standing-of-clocks.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

/** A partner whose messages about these orders are planned and have not left. */
async function planned(
  lines: readonly OrderLine[],
  settings: Record<string, unknown> = {},
): Promise<SendingDesk> {
  const desk = await openDesk(database.db, '2026-11-23', { settings });
  desks.push(desk);
  await desk.sendingOn();
  await desk.import(lines);
  await desk.plan();
  return desk;
}

const ana = { email: 'ana@luz.example', account: 'C1' };
const three: readonly OrderLine[] = [
  { ...ana, number: '1', ends: '2026-12-18' },
  { ...ana, number: '2', ends: '2026-12-19' },
  { ...ana, number: '3', ends: '2026-12-20' },
];

const renewalOfTwo: OrderLine = {
  ...ana,
  ...{ number: '9', renewalOf: '2', begins: '2026-11-22', ends: '2027-12-19', names: ['www.2.example.com'] },
};

it('leaves out an order that was renewed after the message was planned', async () => {
  const desk = await planned(three);
  await desk.import([renewalOfTwo]);
  expect(await desk.send()).toMatchObject({ submitted: 1, withdrawn: 0 });
  const [notice] = await desk.notices();
  expect(notice).toMatchObject({ state: 'submitted', orders: ['1', '3'], dropped: ['2 renewed'] });
  const [mail] = await desk.mails();
  expect(mail?.text).toContain('www.1.example.com');
  expect(mail?.text).not.toContain('www.2.example.com');
  expect(await desk.touches()).toContain('2 coverage 30 suppressed renewed');
});

it('withdraws a message when everything it spoke of is renewed, before anybody is connected to', async () => {
  const desk = await planned(three);
  await desk.import(three.map((line) => ({ ...line, renewed: true })));
  expect(await desk.send()).toMatchObject({ submitted: 0, withdrawn: 1 });
  expect(await desk.notices()).toMatchObject([
    {
      state: 'withdrawn',
      orders: [],
      dropped: ['1 renewed', '2 renewed', '3 renewed'],
      events: ['dropped-out'],
    },
  ]);
  expect(desk.server.connections.total).toBe(0);
});

it('keeps a message back when its address objects before it leaves', async () => {
  const desk = await planned(three);
  const [notice] = await desk.notices();
  await desk.scope.transaction((tx) =>
    recordConsents(tx, notice!.id, { purposes: ['reminder'], objected: true, now: desk.now }),
  );
  expect(await desk.send()).toMatchObject({ submitted: 0, withdrawn: 1 });
  expect((await desk.notices())[0]?.dropped).toEqual(['1 unsubscribed', '2 unsubscribed', '3 unsubscribed']);
  expect((await desk.tick()).touches.due).toBe(0);
});

it('keeps quiet about an order whose notices were switched off meanwhile', async () => {
  const desk = await planned(three);
  await desk.import([{ ...three[0]!, notices: false }, three[1]!, three[2]!]);
  expect(await desk.send()).toMatchObject({ submitted: 1 });
  expect((await desk.notices())[0]).toMatchObject({ orders: ['2', '3'], dropped: ['1 notices-off'] });
});

it('tells the new address when the contact’s address changed before the message left', async () => {
  const desk = await planned([three[0]!]);
  await changeAddress(desk, 'ana@nueva.example');
  expect(await desk.send()).toMatchObject({ submitted: 0, withdrawn: 1 });
  await desk.later({ minutes: 1 }).tick();
  expect(desk.server.accepted.map(({ to }) => to)).toEqual([['ana@nueva.example']]);
  expect((await desk.notices()).map(({ state, to }) => `${to} ${state}`)).toEqual([
    'ana@luz.example withdrawn',
    'ana@nueva.example submitted',
  ]);
});

it('tells the order’s new contact when a file names another one before the message left', async () => {
  const desk = await planned([three[0]!]);
  await desk.import([{ ...three[0]!, email: 'eva@luz.example', contact: 'Eva Sanz' }]);
  await desk.tick();
  await desk.later({ minutes: 1 }).tick();
  expect(desk.server.accepted.map(({ to }) => to)).toEqual([['eva@luz.example']]);
});

it('has words in plans and lists for what dropped out at the last look', async () => {
  const desk = await planned([three[0]!]);
  await loseFacts(desk, '1');
  await desk.send();
  const now = desk.now.epochMilliseconds;
  const planning = planningRules(await desk.partner(), desk.deps.cadence);
  const span = { from: now, until: now + 40 * 86_400_000, now };
  const clocks: string[] = [];
  for await (const days of planDays(desk.scope, planning, span)) {
    for (const language of ['es', 'en'] as const) {
      const { lines } = await planTableOf(desk.scope, days, { planning, language });
      expect(lines.filter(({ why }) => why === '')).toEqual([]);
    }
    clocks.push(...days.clocks.keys());
  }
  const standing = await desk.scope.transaction((tx) => standingOfClocks(tx, clocks));
  const kept = [...standing.values()].flatMap(({ keptBack }) => keptBack ?? []);
  expect(kept.map(({ reason }) => reasonWords(reason, 'en'))).toContain(
    'Facts of the order are missing in the inventory',
  );
});

it('writes to the next person when the address turned out to bounce before the message left', async () => {
  const desk = await planned([three[0]!]);
  const [contact] = await desk.rows<{ id: string }>(
    (partner) => sql`insert into contact (partner, customer, name, address, address_key)
      select partner, customer, 'Luis', 'luis@luz.example', 'luis@luz.example' from orders
      where partner = ${partner} returning id`,
  );
  await desk.rows(
    (partner) => sql`update customer set main_contact = ${contact!.id} where partner = ${partner}`,
  );
  await desk.rows(
    (partner) => sql`insert into address_state (partner, address_key, bouncing_since, reason)
      values (${partner}, 'ana@luz.example', ${desk.now.toString()}::timestamptz, '550 5.1.1')`,
  );
  await desk.send();
  await desk.later({ minutes: 1 }).tick();
  expect(desk.server.accepted.map(({ to }) => to)).toEqual([['luis@luz.example']]);
});

it('says a stage after all when what had stopped it is taken back', async () => {
  const desk = await planned([three[0]!]);
  await desk.import([{ ...three[0]!, notices: false }]);
  await desk.send();
  expect(await desk.touches()).toContain('1 coverage 30 suppressed notices-off');
  await desk.later({ hours: 1 }).import([{ ...three[0]!, notices: true }]);
  await desk.tick();
  expect(await desk.touches()).toContain('1 coverage 30 due stage-open');
  expect(desk.server.accepted).toHaveLength(1);
});

it('leaves out an order whose facts are missing, says why, and sends the rest', async () => {
  const desk = await planned(three);
  await loseFacts(desk, '2');
  expect(await desk.send()).toMatchObject({ submitted: 1, failed: 0 });
  expect((await desk.notices())[0]).toMatchObject({ orders: ['1', '3'], dropped: ['2 facts-missing'] });
  const [touch] = await desk.rows<{ why: string }>(
    (partner) =>
      sql`select t.params ->> 'why' as why from touch t where t.partner = ${partner} and t.reason = 'facts-missing'`,
  );
  expect(touch?.why).toContain('order 2: "commonName"');
});

it('fails a message of which nothing can be said, and makes it once the facts are there', async () => {
  const desk = await planned([three[0]!]);
  await loseFacts(desk, '1');
  expect(await desk.send()).toMatchObject({ submitted: 0, failed: 1 });
  expect((await desk.later({ minutes: 1 }).tick()).notices).toMatchObject({ submitted: 0, failed: 0 });
  await desk.later({ hours: 1 }).import([{ ...three[0]!, product: 'GeoTrust DV' }]);
  await desk.tick();
  expect((await desk.mails())[0]?.text).toContain('GeoTrust DV');
});

it('lets one message that cannot be made wait, and sends the others', async () => {
  const desk = await planned([...three, { number: '7', ends: '2026-12-18', email: 'x@otra.example' }]);
  // What no planner ever writes.
  await desk.rows(
    (partner) =>
      sql`update notice set time_zone = 'No/Where' where partner = ${partner} and address_key = 'x@otra.example'`,
  );
  expect(await desk.send()).toMatchObject({ submitted: 1, deferred: 1 });
  const [sent, waiting] = (await desk.notices()).sort((a, b) => (a.to < b.to ? -1 : 1));
  expect(sent?.state).toBe('submitted');
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 0, events: ['deferred'] });
});

async function changeAddress(desk: SendingDesk, address: string): Promise<void> {
  await desk.rows(
    (partner) =>
      sql`update contact set address = ${address}, address_key = ${address} where partner = ${partner}`,
  );
}

async function loseFacts(desk: SendingDesk, number: string): Promise<void> {
  await desk.rows(
    (partner) =>
      sql`update orders set common_name = null, names = '{}' where partner = ${partner} and number = ${number}`,
  );
}

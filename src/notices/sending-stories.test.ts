import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

/** A Monday, ten o'clock in UTC. */
async function deskAt(day = '2026-11-23', settings: Record<string, unknown> = {}): Promise<SendingDesk> {
  const desk = await openDesk(database.db, day, { settings });
  desks.push(desk);
  return desk;
}

const nobody = { touch: 0, touch_event: 0, notice: 0, delivery: 0, notice_event: 0 };

it('shows previews and writes nothing to the ledger until sending is switched on', async () => {
  const desk = await deskAt();
  await desk.import([{ number: '1001', ends: '2027-01-11' }]);
  const report = await desk.tick();
  expect(report).toMatchObject({
    outcome: { kind: 'preview', why: 'sending-off', notices: 1 },
    touches: { due: 0, held: 1, heldBy: { 'sending-off': 1 } },
    notices: { submitted: 0 },
  });
  expect(await desk.ledgerSize()).toEqual(nobody);
  expect(desk.server.connections.total).toBe(0);
});

it('carries one order from a file to an inbox, with every step in the ledger', async () => {
  const desk = await deskAt();
  await desk.import([{ number: '1001', ends: '2027-01-11', email: 'ana@luz.example' }]);
  await desk.tick();
  await desk.sendingOn();
  const report = await desk.tick();
  expect(report.notices).toEqual({ submitted: 1, deferred: 0, failed: 0, uncertain: 0, withdrawn: 0 });
  const [mail] = await desk.mails();
  expect(mail?.to).toMatchObject({ text: '"Ana Ruiz" <ana@luz.example>' });
  expect(mail?.subject).not.toBe('');
  expect(mail?.html).toContain('www.1001.example.com');
  expect(mail?.text).toContain('1001');
  const raw = desk.server.accepted[0]!.bytes.toString('latin1');
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/avisos\.example\.com\/u\/\S+>\r$/m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(await desk.touches()).toEqual([
    '1001 coverage 90 suppressed superseded',
    '1001 coverage 60 due stage-open',
  ]);
  const [notice] = await desk.notices();
  expect(notice).toMatchObject({
    state: 'submitted',
    to: 'ana@luz.example',
    stage: 60,
    orders: ['1001'],
    attempts: 1,
    events: ['attempted', 'submitted'],
    messageId: mail?.messageId,
  });
});

it('finds nothing when it is run twice, and nothing with the clock set back a day', async () => {
  const desk = await (await deskAt()).sendingOn();
  await desk.import([
    { number: '1001', ends: '2027-01-11' },
    { number: '1002', ends: '2026-12-01' },
  ]);
  await desk.tick();
  const size = await desk.ledgerSize();
  expect(desk.server.accepted).toHaveLength(2);
  const again = await desk.tick();
  const back = await desk.at('2026-11-22').tick();
  for (const report of [again, back]) {
    expect(report.touches.due + report.touches.held).toBe(0);
    expect(report.notices.submitted).toBe(0);
  }
  expect(await desk.ledgerSize()).toEqual(size);
  expect(desk.server.accepted).toHaveLength(2);
});

it('says only the most urgent open stage after missed days, and loses nobody', async () => {
  const desk = await (await deskAt()).sendingOn();
  await desk.import([
    { number: '1001', ends: '2026-12-20' },
    { number: '1002', ends: '2027-01-16' },
  ]);
  await desk.tick();
  await desk.at('2026-12-13').tick();
  // While nothing runs, 1001 goes through its stages 7 and 3, and stage 30 of 1002 opens.
  await desk.at('2026-12-19').tick();
  expect(await desk.touches()).toEqual([
    '1001 coverage 90 suppressed superseded',
    '1001 coverage 60 suppressed superseded',
    '1001 coverage 30 due stage-open',
    '1001 coverage 7 suppressed superseded',
    '1001 coverage 3 due stage-open',
    '1002 coverage 90 suppressed superseded',
    '1002 coverage 60 due stage-open',
    '1002 coverage 30 due stage-open',
  ]);
  expect((await desk.notices()).map(({ to, stage, state }) => `${to} ${stage} ${state}`)).toEqual([
    'ana@1001.example.com 30 submitted',
    'ana@1002.example.com 60 submitted',
    'ana@1001.example.com 3 submitted',
    'ana@1002.example.com 30 submitted',
  ]);
});

it('sends stage 60 once to an order with 49 days left that was never written to', async () => {
  const desk = await (await deskAt()).sendingOn();
  await desk.import([{ number: '1001', ends: '2027-01-11' }]);
  expect((await desk.tick()).notices.submitted).toBe(1);
  expect((await desk.tick()).notices.submitted).toBe(0);
  expect((await desk.notices()).map(({ stage }) => stage)).toEqual([60]);
});

it('sends stage 30 only to an order first seen with 26 days left', async () => {
  const desk = await (await deskAt()).sendingOn();
  await desk.import([{ number: '1001', ends: '2026-12-19' }]);
  await desk.tick();
  expect(await desk.touches()).toEqual([
    '1001 coverage 90 suppressed superseded',
    '1001 coverage 60 suppressed superseded',
    '1001 coverage 30 due stage-open',
  ]);
  expect(desk.server.accepted).toHaveLength(1);
});

it('writes to nobody whose certificate ended long ago when an old inventory comes in', async () => {
  const desk = await (await deskAt()).sendingOn();
  const lines = Array.from({ length: 30 }, (_, i) => ({
    number: `${2000 + i}`,
    ends: `2025-${(i % 9) + 1}-10`,
  }));
  await desk.import(lines.map((line) => ({ ...line, ends: line.ends.replace(/-(\d)-/, '-0$1-') })));
  await desk.tick();
  expect(await desk.ledgerSize()).toEqual(nobody);
  expect(desk.server.connections.total).toBe(0);
});

it('gathers eight orders of four stages whose dates differ by a few days into one message', async () => {
  const desk = await (await deskAt('2027-02-01')).sendingOn();
  const ends = '05-01 04-28 04-26 04-01 03-30 03-08 02-27 02-09'.split(' ').map((day) => `2027-${day}`);
  await desk.import(
    ends.map((day, i) => ({ number: `300${i}`, ends: day, email: 'ana@luz.example', account: 'C1' })),
  );
  await desk.tick();
  expect(desk.server.accepted).toHaveLength(1);
  const [notice] = await desk.notices();
  expect(notice?.orders).toEqual(ends.map((_, i) => `300${i}`));
  const stages = (await desk.touches())
    .filter((line) => line.includes(' due '))
    .map((line) => line.split(' ')[2]);
  expect(new Set(stages).size).toBe(4);
  const [mail] = await desk.mails();
  for (const number of notice!.orders) expect(mail?.text).toContain(number);
  expect((await desk.tick()).notices.submitted).toBe(0);
});

it('goes quiet about exactly one of three servers when one of three orders for one name is renewed', async () => {
  const desk = await (await deskAt()).sendingOn();
  const names = ['www.tienda.example'];
  const shared = { names, account: 'C1', email: 'ana@tienda.example' };
  await desk.import([
    { ...shared, number: '1', ends: '2026-12-18' },
    { ...shared, number: '2', ends: '2026-12-19' },
    { ...shared, number: '3', ends: '2026-12-20' },
    { ...shared, number: '4', begins: '2026-11-20', ends: '2027-12-20', renewalOf: '2' },
  ]);
  await desk.tick();
  expect((await desk.touches()).filter((line) => / 30 /.test(line))).toEqual([
    '1 coverage 30 due stage-open',
    '2 coverage 30 suppressed renewed',
    '3 coverage 30 due stage-open',
  ]);
  expect((await desk.notices()).map(({ orders }) => orders)).toEqual([['1', '3']]);
});

it('writes nothing about an order that is renewed under names that cover the old ones and linked', async () => {
  const desk = await (await deskAt()).sendingOn();
  await desk.import([
    { number: '1', ends: '2026-12-18', names: ['www.tienda.example', 'tienda.example'], account: 'C1' },
    {
      number: '2',
      begins: '2026-11-20',
      ends: '2027-12-18',
      names: ['*.tienda.example', 'tienda.example'],
      account: 'C1',
      renewalOf: '1',
    },
  ]);
  await desk.tick();
  expect(await desk.notices()).toEqual([]);
  expect(await desk.touches()).toContain('1 coverage 30 suppressed renewed');
});

it('writes about the host that a renewal leaves uncovered, and names it', async () => {
  const desk = await (await deskAt()).sendingOn();
  const names = ['www.tienda.example', 'correo.tienda.example'];
  await desk.import([
    { number: '1', ends: '2026-12-18', names, account: 'C1' },
    {
      number: '2',
      begins: '2026-11-20',
      ends: '2027-12-18',
      names: names.slice(0, 1),
      account: 'C1',
      renewalOf: '1',
    },
  ]);
  await desk.tick();
  const [mail] = await desk.mails();
  expect(desk.server.accepted).toHaveLength(1);
  expect(mail?.text).toMatch(/correo\.tienda\.example/);
  const uncovered = mail!.text!.split('\n').filter((line) => line.includes('correo.tienda.example'));
  expect(uncovered.some((line) => !line.includes('www.tienda.example'))).toBe(true);
});

it('never writes to the holder behind an agency', async () => {
  const desk = await (await deskAt()).sendingOn();
  const agency = { customer: 'Agencia Sol', account: 'C9', email: 'cuentas@sol.example' };
  await desk.import([
    { ...agency, number: '1', ends: '2026-12-18', holder: 'Clínica Mar SA' },
    { ...agency, number: '2', ends: '2026-12-19', holder: 'Hotel Río SL' },
  ]);
  await desk.tick();
  expect(desk.server.accepted.map(({ to }) => to)).toEqual([['cuentas@sol.example']]);
  const [mail] = await desk.mails();
  expect(mail?.text).toContain('Clínica Mar SA');
});

it('writes one message to one address that stands under two customers', async () => {
  const desk = await (await deskAt()).sendingOn();
  await desk.import([
    { number: '1', ends: '2026-12-18', customer: 'Uno SL', account: 'C1', email: 'Marta@gestoria.example' },
    { number: '2', ends: '2026-12-19', customer: 'Dos SL', account: 'C2', email: 'marta@gestoria.example' },
  ]);
  await desk.tick();
  expect((await desk.notices()).map(({ orders }) => orders)).toEqual([['1', '2']]);
  expect(desk.server.accepted).toHaveLength(1);
});

it('keeps the ledger when an import is undone after sending, and sends nothing twice when it comes again', async () => {
  const desk = await (await deskAt()).sendingOn();
  const lines = [
    { number: '1', ends: '2026-12-18' },
    { number: '2', ends: '2027-01-11' },
  ];
  const importId = await desk.import(lines);
  await desk.tick();
  const [size, touches] = [await desk.ledgerSize(), await desk.touches()];
  expect(await desk.undo(importId)).toMatchObject({ kind: 'undone' });
  await desk.later({ hours: 1 }).tick();
  expect(await desk.ledgerSize()).toEqual(size);
  await desk.import(lines);
  const report = await desk.later({ hours: 1 }).tick();
  expect(report.notices.submitted).toBe(0);
  expect(await desk.touches()).toEqual(touches);
  expect(desk.server.accepted).toHaveLength(2);
});

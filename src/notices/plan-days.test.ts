import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { OrderLine } from '../../test/notices/order-line.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { planDays } from './plan-days.ts';
import type { PlannedMessage } from './plan-table.ts';
import { planTableOf } from './plan-table-of.ts';
import { planningRules } from './plan-touches.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Working hours and days in Madrid, two Fridays' holidays, and at most one message a day for one address. */
const settings = {
  quietHours: { from: '18:00', until: '09:00' },
  workingDays: [1, 2, 3, 4, 5],
  holidays: { ES: ['2026-12-07', '2026-12-08'] },
  dailyCap: 1,
};

/** Eighty orders of thirty people, ending on all sorts of days, some of them with shorter certificates. */
const orders: OrderLine[] = Array.from({ length: 80 }, (_, i) => {
  const ends = Temporal.PlainDate.from('2026-11-20').add({ days: (i * 37) % 130 });
  const shortLived = i % 7 === 3 ? { certificateEnds: ends.subtract({ days: 70 }).toString() } : {};
  return {
    number: String(5000 + i),
    ends: ends.toString(),
    ...shortLived,
    email: `persona${(i * 11) % 30}@example.com`,
    account: `C${(i * 11) % 30}`,
  };
});

const span = { days: 30 };

/** What every tick of the days sends, at nine, at noon and at five in the afternoon in Madrid. */
async function lived(desk: SendingDesk): Promise<string[]> {
  const first = Temporal.PlainDate.from('2026-11-23');
  for (let day = first; day.until(first.add(span)).days > 0; day = day.add({ days: 1 })) {
    for (const hour of [9, 12, 17]) {
      const at = day.toZonedDateTime({ timeZone: 'Europe/Madrid', plainTime: { hour } }).toInstant();
      await desk.at(at.toString()).tick();
    }
  }
  const notices = await desk.notices();
  return notices.map(({ to, stage, orders: numbers, notBefore }) =>
    line({ date: madridDay(notBefore), to, stage, orders: numbers }),
  );
}

function madridDay(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Europe/Madrid').toPlainDate().toString();
}

function line(message: { date: string; to: string; stage: number; orders: readonly string[] }): string {
  return `${message.date} ${message.to} ${message.stage}: ${[...new Set(message.orders)].sort().join(' ')}`;
}

it('tells on the first day what the ticks of thirty days will send, to whom, when and about what', async () => {
  const desk = await openDesk(database.db, '2026-11-23T08:00:00Z', { settings, smtpUrl: 'outbox:' });
  await desk.sendingOn();
  await desk.import(orders);
  const now = desk.now.epochMilliseconds;
  const until = desk.now
    .toZonedDateTimeISO('Europe/Madrid')
    .startOfDay()
    .add(span)
    .toInstant().epochMilliseconds;
  const planning = planningRules(await desk.partner(), desk.deps.cadence);
  const told: PlannedMessage[] = [];
  for await (const days of planDays(desk.scope, planning, { from: now, until, now })) {
    told.push(...(await planTableOf(desk.scope, days, { planning, language: 'en' })).messages);
  }
  const sizeBefore = await desk.ledgerSize();
  expect(sizeBefore.touch, 'a plan writes nothing').toBe(0);
  const messages = told.map(line).sort();
  expect(messages.length).toBeGreaterThan(30);
  expect((await lived(desk)).sort()).toEqual(messages);
  await desk.close();
});

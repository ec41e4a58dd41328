import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarBook } from '../../contract/settings.ts';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { bookOf } from '../cadence/cadence-document.ts';
import { cadenceAt, changeCadence } from '../partners/change-cadence.ts';

let database: TestDatabase;
let desk: SendingDesk;
beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database.db, '2026-11-21');
  await desk.sendingOn();
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

async function edit(day: string, change: (stage: CalendarBook['calendars'][0]['stages'][0]) => object) {
  desk.at(day);
  const { cadenceVersion: over } = await desk.partner();
  const by = { at: desk.now.toString(), person: null, personName: null, note: null };
  await desk.scope.transaction(async (tx) => {
    const book = bookOf((await cadenceAt(tx, over)).document);
    const calendars = book.calendars.map((calendar) => ({
      ...calendar,
      stages: calendar.stages.map((stage) => ({
        ...stage,
        ...(calendar.kind === 'coverage' && change(stage)),
      })),
    }));
    await changeCadence(tx, { book: { ...book, calendars }, over }, by);
  });
}

async function said(from: number): Promise<string[]> {
  return (await desk.notices()).slice(from).map(({ stage, orders }) => `${stage} ${orders.join(' ')}`);
}

it('a calendar that is edited between two runs tells nobody twice, loses nobody and floods nobody', async () => {
  // Ends on 20 December: the stage of 30 days opened on 21 November. The other order has 45 days left.
  await desk.import([
    { number: '1', ends: '2026-12-20', email: 'ana@uno.example' },
    { number: '2', ends: '2027-01-04', email: 'eva@dos.example' },
  ]);
  await desk.tick();
  expect(await said(0)).toEqual(['30 1', '60 2']);

  await edit('2026-11-22', ({ id, share }) =>
    id === 'd30' ? { daysBefore: 28, share: share! * (28 / 30) } : {},
  );
  for (const day of ['2026-11-22', '2026-11-23', '2026-11-26', '2026-12-03']) {
    desk.at(day);
    await desk.tick();
  }
  expect(await said(2)).toEqual([]);

  // 32 days before its end order 2 is past the new day of the stage: it keeps the old one, 28.
  await edit('2026-12-04', ({ id, share }) =>
    id === 'd30' ? { daysBefore: 40, share: share! * (40 / 28) } : {},
  );
  await desk.tick();
  expect(await said(2)).toEqual([]);
  desk.at('2026-12-08');
  await desk.tick();
  expect(await said(2)).toEqual(['40 2']);
  desk.at('2026-12-14');
  await desk.tick();
  expect(await said(3)).toEqual(['7 1']);
});

it('the ledger says under which version each decision was made', async () => {
  const rows = await desk.rows<{ cadence: string }>(
    (partner) => sql`select distinct cadence from touch_event where partner = ${partner} order by cadence`,
  );
  expect(rows.map(({ cadence }) => cadence)).toEqual(['default-1', 'v1', 'v2']);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDesk } from '../../test/notices/sending-desk.ts';
import { claimNotices } from './claim-store.ts';
import { recordConsents } from './consents.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('keeps two partners with the same addresses and order numbers apart', async () => {
  const one = await openDesk(database.db, '2026-11-23');
  const two = await openDesk(database.db, '2026-11-23');
  const lines = [
    { number: '1', ends: '2026-12-18', email: 'ana@luz.example' },
    { number: '2', ends: '2026-12-19', email: 'luis@mar.example' },
  ];
  for (const desk of [one, two]) {
    await desk.import(lines);
    await desk.sendingOn();
    await desk.plan();
  }
  const now = one.now.toString();
  const claimed = await one.scope.transaction((tx) =>
    claimNotices(tx, { worker: one.worker, now, limit: 10 }),
  );
  expect(claimed).toHaveLength(2);
  expect((await two.notices()).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  await one.scope.transaction((tx) =>
    recordConsents(tx, claimed[0]!.id, { purposes: ['reminder'], objected: true, now: one.now }),
  );
  // The same worker for both: what it holds for one partner is nobody's business at the other.
  expect((await two.send({ worker: one.worker })).submitted).toBe(2);
  expect((await one.notices()).map(({ state }) => state)).toEqual(['claimed', 'claimed']);
  expect(one.server.connections.total).toBe(0);
  const ids = [...(await one.notices()), ...(await two.notices())].map(({ id }) => id);
  expect(new Set(ids).size).toBe(4);
  await one.close();
  await two.close();
});

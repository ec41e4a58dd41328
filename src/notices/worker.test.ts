import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDatabase } from '../storage/database.ts';
import { startWorker } from './worker.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => database.close());

async function beatAt(worker: string): Promise<string | undefined> {
  const { rows } = await sql<{
    at: string;
  }>`select beat_at::text as at from worker where id = ${worker}`.execute(database.db.system);
  return rows[0]?.at;
}

/** Only what the lease looks at; the database's own timers stay real. */
function holdTime(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'], now: 1_000_000 });
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 2));
}

it('holds its lease as long as its beats arrive', async () => {
  holdTime();
  const worker = await startWorker(database.db);
  vi.advanceTimersByTime(21_000);
  expect(worker.holdsLease(), 'none of the beats has arrived yet').toBe(false);
  await until(() => worker.holdsLease());
  await worker.stop();
  expect(await beatAt(worker.id)).toBeUndefined();
});

it('beats again after others have tidied it away', async () => {
  holdTime();
  const worker = await startWorker(database.db);
  await sql`delete from worker where id = ${worker.id}`.execute(database.db.system);
  vi.advanceTimersByTime(5_000);
  await until(async () => (await beatAt(worker.id)) !== undefined);
  await worker.stop();
});

it('knows that its lease has run out when its beats no longer arrive', async () => {
  const own = await openDatabase({ url: database.url, migrate: false });
  holdTime();
  const worker = await startWorker(own);
  await own.close();
  vi.advanceTimersByTime(19_000);
  expect(worker.holdsLease()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(worker.holdsLease()).toBe(false);
  await worker.stop().catch(() => {});
});

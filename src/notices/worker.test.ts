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

/** Lets a beat reach the real database. */
async function untilItBeats(worker: string, before: string | undefined): Promise<void> {
  while ((await beatAt(worker)) === before) await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setTimeout(resolve, 5));
}

it('holds its lease as long as its heart beats, and beats again after others tidied it away', async () => {
  holdTime();
  const worker = await startWorker(database.db);
  const first = await beatAt(worker.id);
  expect(first).toBeDefined();
  vi.advanceTimersByTime(15_000);
  await untilItBeats(worker.id, first);
  vi.advanceTimersByTime(15_000);
  expect(worker.holdsLease()).toBe(true);
  await sql`delete from worker where id = ${worker.id}`.execute(database.db.system);
  vi.advanceTimersByTime(5_000);
  await untilItBeats(worker.id, undefined);
  await worker.stop();
  expect(await beatAt(worker.id)).toBeUndefined();
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

import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { runWorker, type WorkerEvent } from './run-worker.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

async function desk(orders: number): Promise<SendingDesk> {
  const opened = await openDesk(database.db, '2026-11-23');
  desks.push(opened);
  await opened.import(
    Array.from({ length: orders }, (_, i) => ({ number: `${1001 + i}`, ends: '2027-01-11' })),
  );
  return opened;
}

/** A worker that is told to stop once it has reported so much. */
function working(one: SendingDesk, everyMs: number, isEnough: (events: readonly WorkerEvent[]) => boolean) {
  const events: WorkerEvent[] = [];
  const stop = new AbortController();
  const report = (event: WorkerEvent) => {
    events.push(event);
    if (isEnough(events)) stop.abort();
  };
  return { events, done: runWorker(one.deps, { signal: stop.signal, everyMs, report }), stop };
}

it('sends for every partner that has switched sending on and for no other, and ends at once when told to', async () => {
  const [one, two] = [await desk(2), await desk(2)];
  await one.sendingOn();
  const work = working(one, 60_000, (events) => events.length > 0);
  await work.done;
  expect(work.events).toEqual([
    expect.objectContaining({ kind: 'ticked', due: 2, counts: expect.objectContaining({ submitted: 2 }) }),
  ]);
  expect(one.server.accepted).toHaveLength(2);
  expect(two.server.connections.total).toBe(0);
});

it('goes on after trouble with the database, as another worker, and leaves nothing behind', async () => {
  const one = await (await desk(60)).sendingOn();
  const cut = setInterval(() => {
    if (one.server.accepted.length < 5) return;
    clearInterval(cut);
    void sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(database.db.system);
  }, 1);
  const work = working(one, 20, () => false);
  const settled = async () => {
    const notices = await one.notices().catch(() => []);
    return (
      notices.length === 60 && notices.every(({ state }) => state === 'submitted' || state === 'uncertain')
    );
  };
  while (!(await settled())) await new Promise((resolve) => setTimeout(resolve, 20));
  work.stop.abort();
  await work.done;
  clearInterval(cut);
  const arrived = new Set(one.server.accepted.map(({ messageId }) => messageId));
  expect(arrived.size).toBe(60);
});

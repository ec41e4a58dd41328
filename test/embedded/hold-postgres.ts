// A process that uses the embedded PostgreSQL, for tests that need several of them or have to kill one:
//   node hold-postgres.ts FOLDER
// It writes one JSON line when the server answers (or what was wrong), one more for each line of SQL it reads,
// and leaves properly when its input ends.
import { createInterface } from 'node:readline';
import pg from 'pg';
import { isFault } from '../../src/kernel/fault.ts';
import { startPostgres } from '../../src/storage/embedded/start-postgres.ts';

const say = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);

try {
  const server = await startPostgres(process.argv[2]!, { notice: (sentence) => say({ notice: sentence }) });
  say({ url: server.url });
  for await (const sql of createInterface({ input: process.stdin })) {
    const client = new pg.Client(server.url);
    await client.connect();
    say({ rows: (await client.query(sql)).rows });
    await client.end();
  }
  await server.release();
} catch (error) {
  say({
    fault: isFault(error) ? error.message : String(error),
    hint: isFault(error) ? error.hint : undefined,
  });
  process.exitCode = 1;
}

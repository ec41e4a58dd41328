import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { setUpPartner } from '../partners/set-up-partner.ts';
import { commands } from './commands.ts';
import { runCommand } from './run-command.ts';

async function run(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const status = await runCommand({
    args,
    io: { stdin, stdout, stderr, signal: new AbortController().signal },
    environment: {},
    commands,
    context: () => Promise.reject(new Error('nothing is to be built for this')),
  });
  for (const stream of [stdout, stderr]) stream.end();
  const [out, err] = [await stdout.toArray(), await stderr.toArray()];
  return { status, out: out.join(''), err: err.join('') };
}

it('prints the version of the package', async () => {
  const { status, out } = await run('--version');
  expect(status).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

it('refuses what cannot be meant before anything is started', async () => {
  expect(await run('serve', '--only', 'foo')).toMatchObject({
    status: 2,
    err: 'error: --only expects web or worker, not "foo"\n',
  });
  expect(await run('expiring', '--csv', '--json', '--lang', 'es')).toMatchObject({
    status: 2,
    err: 'error: elija --json o --csv: los dos a la vez no se pueden escribir\n',
  });
});

it('refuses a slug that cannot be one, and stores nothing', async () => {
  await using database = await openTestDatabase();
  for (const slug of ['{"dailyCap":0}', '-x', 'Norte', '', 'a'.repeat(64)])
    await expect(setUpPartner(database.db, { slug })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'bad-slug',
    });
});

async function openTestDatabase() {
  const database = await testDatabase();
  return { db: database.db, [Symbol.asyncDispose]: () => database.close() };
}

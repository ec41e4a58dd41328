import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { personCommand } from '../../src/cli/person.ts';
import { AccessDesk, goodPassword } from './access-desk.ts';

let desk: AccessDesk;
beforeAll(async () => {
  desk = await AccessDesk.open();
});
afterAll(() => desk.close());

async function say(line: string, language: 'en' | 'es' = 'en'): Promise<string> {
  let said = '';
  const stdout = new PassThrough().on('data', (chunk) => {
    said += chunk;
  });
  const io = {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    language,
    signal: new AbortController().signal,
  };
  const context = { db: desk.database.db, access: desk.access } as unknown as Context;
  await personCommand.run([...line.split(' '), '--partner', 'first'], io, async () => context);
  await new Promise((resolve) => stdout.end(resolve));
  return said;
}

test('somebody is added, joins with the link, is listed, gets a new link, and is shut out', async () => {
  expect(await say('list')).toMatch(/^Nobody yet\. Add the first/);
  const added = await say('add --email Marta@faro.example --name Marta --role administrator');
  const token = /#token=([\w.-]+)/.exec(added)![1]!;
  expect(await say('list')).toBe('marta@faro.example  Marta  administrator  (invited)\n');
  const marta = desk.visitor();
  expect((await marta.post('/api/access/invitation/accept', { token, password: goodPassword })).status).toBe(
    200,
  );
  expect((await marta.get('/api/access/me')).body).toMatchObject({ role: 'administrator', seesPrices: true });
  await expect(say('disable --email marta@faro.example')).rejects.toMatchObject({ kind: 'conflict' });
  const reset = /#token=([\w.-]+)/.exec(await say('reset --email marta@faro.example', 'es'))![1]!;
  const body = { token: reset, password: 'una frase bastante nueva' };
  expect((await desk.visitor().post('/api/access/password/reset', body)).status).toBe(204);
  await desk.person('viewer');
  expect(await say('disable --email viewer@faro.example', 'es')).toBe(
    'Una viewer ya no puede entrar aquí.\n',
  );
  expect(await say('list', 'es')).toContain('viewer@faro.example  Una viewer  viewer  (sin acceso)');
});

test('a role that does not exist is refused with those that do', async () => {
  await expect(say('add --email x@faro.example --role boss')).rejects.toThrow(
    'administrator, renewals-manager, sales',
  );
  await expect(say('add --role viewer')).rejects.toThrow('--email is missing');
  await expect(say('reset --email nobody@faro.example')).rejects.toMatchObject({ kind: 'not-found' });
});

import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeHeader } from '../../contract/access.ts';
import { defaultCadence } from '../../src/cadence/default-cadence.ts';
import type { Context } from '../../src/cli/context.ts';
import { appOver } from '../../src/cli/serve.ts';
import { logTo } from '../../src/cli/service-log.ts';
import { readSettings } from '../../src/settings.ts';
import { AccessDesk, goodPassword, secret } from './access-desk.ts';

let desk: AccessDesk;
beforeAll(async () => {
  desk = await AccessDesk.open();
  await desk.person('administrator');
});
afterAll(() => desk.close());

test('passwords, tokens, cookies and addresses reach no log, whatever goes wrong', async () => {
  let logged = '';
  const sink = new Writable({
    write(chunk, _, done) {
      logged += chunk;
      done();
    },
  });
  const letters: string[] = [];
  const context = {
    ...desk.api.sending,
    cadence: defaultCadence,
    settings: readSettings({ environment: {}, folder: '/tmp', language: 'en' }),
    secrets: [secret],
    access: {
      ...desk.access,
      mail: async (letter: { text: string; to: { address: string } }) => {
        letters.push(letter.text);
        throw new Error(`550 ${letter.to.address} refused: ${letter.text}`);
      },
    },
  } as unknown as Context;
  const app = await appOver(() => context, logTo(sink, 'trace'), 'first');
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    app.request(`http://localhost${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        host: 'localhost',
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        [changeHeader]: '1',
        ...more,
      },
    });
  const email = 'administrator@faro.example';
  expect((await post('/api/access/sign-in', { email, password: 'wrong-secret-words' })).status).toBe(401);
  const signedIn = await post('/api/access/sign-in', { email, password: goodPassword });
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  expect((await post('/api/access/password/forgot', { email })).status).toBe(202);
  await expect.poll(() => logged).toContain('request failed');
  const invited = { email: 'luis@faro.example', name: 'Luis', role: 'sales', language: 'es' };
  expect((await post('/api/access/invitations', invited, { cookie })).status).toBe(500);
  expect(letters).toHaveLength(2);
  for (const letter of letters) expect(logged).not.toContain(/#token=([\w.-]+)/.exec(letter)![1]!);
  expect(logged).not.toContain('wrong-secret-words');
  expect(logged).not.toContain(goodPassword);
  expect(logged).not.toContain(cookie.split('=')[1]!.slice(0, 20));
  expect(logged).not.toContain('faro.example');
});

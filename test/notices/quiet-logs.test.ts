import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FaultyServer, startFaultyServer } from '../smtp/faulty-server.ts';
import { inventoryFile } from './order-line.ts';

const main = join(import.meta.dirname, '../../src/main.ts');
const secret = 'quiet-secret-0123456789-abcdefghijklm';

let folder: string;
let server: FaultyServer;
const running: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigente-quiet-'));
  server = await startFaultyServer({
    login: { user: 'marta@proveedor.example', password: 'contrasena-secreta' },
  });
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      PATH: process.env.PATH,
      VIGENTE_DATA_DIR: join(folder, 'data'),
      VIGENTE_SECRET: secret,
      SMTP_URL: `smtp://marta%40proveedor.example:contrasena-secreta@127.0.0.1:${server.port}?tls=off`,
      LOG_LEVEL: 'trace',
      PORT: '0',
      HOST: '127.0.0.1',
      PUBLIC_URL: 'https://avisos.example.com',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += text));
  child.stderr?.on('data', (text: Buffer) => (said += text));
  const ended = once(child, 'close');
  return {
    said: () => said,
    ended: async () => {
      const [code] = (await ended) as [number];
      return { code, said };
    },
    stop: () => child.kill('SIGTERM'),
  };
}

/** One command, to its end. */
async function vigente(...args: string[]): Promise<string> {
  const { code, said } = await start(...args).ended();
  expect(code, said).toBe(0);
  return said;
}

async function until(isSo: () => boolean, why: () => string): Promise<void> {
  for (const began = Date.now(); !isSo(); ) {
    if (Date.now() - began > 45_000) throw new Error(`waited in vain: ${why()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it('keeps addresses, tokens and keys out of every log, whatever goes wrong', async () => {
  const today = Temporal.Now.plainDateISO('UTC');
  const settings = join(folder, 'ajustes.json');
  await writeFile(
    settings,
    JSON.stringify({ quietHours: { from: '00:00', until: '00:00' }, workingDays: [1, 2, 3, 4, 5, 6, 7] }),
  );
  const file = join(folder, 'cartera.csv');
  await writeFile(
    file,
    inventoryFile(
      ['taken', 'refused', 'busy', 'lost'].map((word, i) => ({
        number: `9${i}`,
        ends: today.add({ days: 5 }).toString(),
        email: `${word}@cliente.example`,
      })),
    ),
  );
  server.setFaults([
    {
      step: 'rcpt',
      to: 'refused',
      action: { do: 'answer', with: '550 5.1.1 <refused@cliente.example> unknown' },
    },
    { step: 'rcpt', to: 'busy', action: { do: 'answer', with: '450 4.2.1 busy@cliente.example is busy' } },
    { step: 'dot', to: 'lost', action: { do: 'drop' } },
  ]);
  const pages = start('serve', '--only', 'web');
  await until(() => pages.said().includes('listening'), pages.said);
  await vigente('partner', 'set', 'default', '--settings', settings);
  await vigente('import', file, '--json');
  await vigente('sending', 'on');
  const service = start('serve', '--only', 'worker');
  await until(() => /"submitted":1/.test(service.said()), service.said);
  const bytes = server.accepted[0]!.bytes.toString('latin1');
  const tokens = [...bytes.matchAll(/avisos\.example\.com\/[rmnu]\/([\w.~-]{12,})/g)].map(
    ([, token]) => token!,
  );
  expect(tokens.length).toBeGreaterThan(0);
  const port = /"url":"http:\/\/[^"]*:(\d+)/.exec(pages.said())![1]!;
  await fetch(`http://127.0.0.1:${port}/u/${tokens.at(-1)}`, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
  });
  await fetch(`http://127.0.0.1:${port}/u/${tokens.at(-1)}x`);
  await fetch(`http://127.0.0.1:${port}/?text=taken@cliente.example`);
  service.stop();
  pages.stop();
  const [worked, shown] = [await service.ended(), await pages.ended()];
  const logs = [worked.said, shown.said, ...(await serverLogs())].join('\n');
  expect(logs).toContain('tick');
  expect(logs).not.toMatch(/@(?!\w+\/)[\w.-]*example|cliente\.example|proveedor/);
  expect(logs).not.toContain('contrasena');
  expect(logs).not.toContain(secret);
  for (const token of tokens) expect(logs).not.toContain(token);
});

/** What the database server that Vigente brings wrote down. */
async function serverLogs(): Promise<string[]> {
  const names = await readdir(join(folder, 'data'), { recursive: true });
  const logs = names.filter((name) => name.endsWith('.log'));
  expect(logs.length).toBeGreaterThan(0);
  return Promise.all(logs.map((name) => readFile(join(folder, 'data', name), 'utf8')));
}

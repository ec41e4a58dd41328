import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../src/cli/command.ts';
import type { Context } from '../../src/cli/context.ts';
import { expiringCommand } from '../../src/cli/expiring.ts';
import { importCommand } from '../../src/cli/import.ts';
import { partnerCommand } from '../../src/cli/partner.ts';
import { personCommand } from '../../src/cli/person.ts';
import { sendingCommand } from '../../src/cli/sending.ts';
import { tickCommand } from '../../src/cli/tick.ts';
import { inventoryFile } from '../notices/order-line.ts';
import { AccessDesk, type Visitor } from './access-desk.ts';

let desk: AccessDesk;
let admin: Visitor;
let folder: string;
beforeAll(async () => {
  desk = await AccessDesk.open();
  folder = await mkdtemp(join(tmpdir(), 'vigente-commands-'));
  await desk.person('administrator');
  admin = await desk.visitor().signIn('administrator@faro.example');
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(command: Command<never>, ...args: string[]): Promise<number> {
  const io = {
    stdin: new PassThrough(),
    stdout: new PassThrough().resume(),
    stderr: new PassThrough().resume(),
    language: 'en' as const,
    signal: new AbortController().signal,
  };
  const context = { ...desk.api.sending, access: desk.access } as unknown as Context;
  return command.run([...args, '--partner', 'first'], io, async () => context as never);
}

/** The newest entries that commands have left. */
async function entries(action: string): Promise<unknown[]> {
  const { rows } = (await admin.get(`/api/access/audit?action=${action}`)).body;
  return rows.filter((row: { via: string }) => row.via === 'command');
}

const operator = userInfo().username;

test('an import and its undo are told with who ran them, and a plan alone is not', async () => {
  const file = join(folder, 'cartera.csv');
  await writeFile(file, inventoryFile([{ number: 'VG-1', ends: '2027-03-01' }]));
  await run(importCommand as never, file, '--dry-run');
  expect(await entries('imports')).toEqual([]);
  await run(importCommand as never, file, '--yes');
  expect(await entries('imports:apply')).toMatchObject([
    { operator, person: null, subject: { kind: 'import', label: 'cartera.csv' }, after: { added: 1 } },
  ]);
  await run(importCommand as never, 'undo', '1');
  expect(await entries('imports:undo')).toMatchObject([
    { operator, subject: { id: '1', label: 'cartera.csv' }, after: { ordersRemoved: 1 } },
  ]);
});

test('sending is told when it changes, and only then', async () => {
  await run(sendingCommand as never, 'on');
  await run(sendingCommand as never, 'on');
  expect(await entries('settings:switch-sending')).toMatchObject([
    { operator, before: { sendingOn: false }, after: { sendingOn: true } },
  ]);
});

test('settings are told field by field', async () => {
  const file = join(folder, 'settings.json');
  await writeFile(file, JSON.stringify({ dailyCap: 7 }));
  await partnerSet('--name', 'Faro', '--settings', file);
  await partnerSet('--name', 'Faro');
  const [told, ...others] = (await entries('settings:set-up')) as { after: object }[];
  expect(others).toEqual([]);
  expect(told).toMatchObject({ before: { name: 'first' }, after: { name: 'Faro', dailyCap: 7 } });
  expect(Object.keys(told!.after)).toEqual(['name', 'dailyCap']);
});

async function partnerSet(...args: string[]): Promise<void> {
  const io = { stdout: new PassThrough().resume(), language: 'en' } as never;
  await partnerCommand.run(['set', 'first', ...args], io, async () => desk.api.sending as never);
}

test('what is written out, a run let go and a link for a password are told', async () => {
  await run(expiringCommand as never, '--csv');
  expect(await entries('exports:make')).toMatchObject([
    { operator, subject: { id: 'expiring' }, after: { format: 'csv', rows: expect.any(Number) } },
  ]);
  await run(tickCommand as never, '--yes');
  expect(await entries('messages:release')).toHaveLength(1);
  await run(personCommand as never, 'reset', '--email', 'administrator@faro.example');
  expect(await entries('people:reset-link')).toMatchObject([{ operator }]);
});

import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import type { Language } from '../kernel/locale.ts';
import type { Context } from './context.ts';
import { outboxCommand } from './outbox.ts';

let database: TestDatabase;
let desk: SendingDesk;

beforeAll(async () => {
  database = await testDatabase();
  desk = await openDesk(database.db, '2026-11-23');
  await desk.import([
    { number: 'A-1', ends: '2027-01-11', email: 'ana@uno.example' },
    { number: 'B-2', ends: '2027-01-11', email: 'luis@dos.example', account: 'C2', customer: 'Dos S.L.' },
  ]);
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

async function outbox(args: readonly string[], language: Language = 'en'): Promise<string> {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const io = { stdin, stdout, stderr, language, signal: new AbortController().signal };
  await outboxCommand.run(['--partner', desk.slug, ...args], io, async () => desk.deps as Context);
  stdout.end();
  return (await stdout.toArray()).join('');
}

describe('previews', () => {
  it('have the ids that show takes', async () => {
    await desk.tick();
    const { previews } = JSON.parse(await outbox(['--json'])) as { previews: { id: string }[] };
    expect(previews).toHaveLength(2);
    expect(await outbox(['show', previews[0]!.id])).toContain('To: ');
  });

  it('are found by address, customer and order', async () => {
    for (const text of ['LUIS@', 'dos s.l.', 'b-2']) {
      const found = await outbox(['--find', text]);
      expect(found, text).toContain('luis@dos.example');
      expect(found, text).not.toContain('ana@uno.example');
    }
    expect(await outbox(['--find', 'nobody'], 'es')).toBe('Ningún mensaje coincide.\n');
  });
});

describe('messages', () => {
  it('that did not simply leave say why', async () => {
    await desk.sendingOn();
    desk.server.setFaults([
      { step: 'rcpt', to: 'ana@uno.example', action: { do: 'answer', with: '550 5.7.1 not here' } },
      { step: 'rcpt', to: 'luis@dos.example', action: { do: 'answer', with: '451 4.3.0 try later' } },
    ]);
    await desk.tick();
    const list = await outbox([]);
    expect(list).toMatch(/failed .*\n {4}↳ refused by the mail server: .*550 5\.7\.1/);
    expect(list).toMatch(/waiting .*\n {4}↳ not taken yet, will be tried again: .*451 4\.3\.0/);
    desk.server.setFaults([]);
    await desk.later({ hours: 2 }).tick();
    expect(await outbox(['--state', 'submitted'])).not.toContain('↳');
  });
});

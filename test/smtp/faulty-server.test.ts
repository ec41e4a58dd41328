import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import { startFaultyServer } from './faulty-server.ts';
import { startSink } from './sink.ts';

const mail = {
  from: 'a@example.com',
  to: 'b@example.com',
  subject: 'x',
  text: 'hola\n.punto',
  messageId: '<1@example.com>',
};

it('is a mail server that an ordinary client can talk to, signed in and encrypted', async () => {
  const login = { user: 'marta', password: 'geheim' };
  const server = await startFaultyServer({ startTls: true, login });
  const client = createTransport({
    host: '127.0.0.1',
    port: server.port,
    requireTLS: true,
    tls: { rejectUnauthorized: false },
    auth: { user: 'marta', pass: 'geheim' },
  });
  await client.sendMail(mail);
  expect(server.accepted).toMatchObject([
    { messageId: '<1@example.com>', to: ['b@example.com'], secured: true, user: 'marta' },
  ]);
  expect(server.accepted[0]!.bytes.toString()).toContain('\r\n.punto\r\n');
  await server.close();
});

it('as a process of its own prints a line for each message before it answers', async () => {
  const file = new URL('./faulty-server.ts', import.meta.url).pathname;
  const faults = JSON.stringify([{ step: 'dot', on: [2], action: { do: 'drop', accept: true } }]);
  const child = spawn(process.execPath, [file, '--faults', faults], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const port = Number(/^listening (\d+)$/.exec((await lines.next()).value ?? '')?.[1]);
  const client = createTransport({ host: '127.0.0.1', port });
  await client.sendMail(mail);
  await expect(client.sendMail({ ...mail, messageId: '<2@example.com>' })).rejects.toThrow();
  for (const messageId of ['<1@example.com>', '<2@example.com>']) {
    expect(JSON.parse((await lines.next()).value ?? '')).toEqual({
      messageId,
      from: 'a@example.com',
      to: ['b@example.com'],
    });
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
});

it('has a sister that only counts', async () => {
  const sink = await startSink();
  await createTransport({ host: '127.0.0.1', port: sink.port, ignoreTLS: true }).sendMail(mail);
  expect(sink.counts.messages).toBe(1);
  await sink.close();
});

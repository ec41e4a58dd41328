import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault, FaultAction, FaultStep } from '../../../test/smtp/fault.ts';
import type { FaultyServer, FaultyServerOptions } from '../../../test/smtp/faulty-server.ts';
import { startFaultyServer } from '../../../test/smtp/faulty-server.ts';
import { selfSigned } from '../../../test/smtp/self-signed.ts';
import type { OutgoingMessage, SubmitResult } from '../channel.ts';
import type { SmtpTimeouts } from './smtp-timeouts.ts';
import { SmtpTransport } from './smtp-transport.ts';
import type { SmtpSettings } from './smtp-url.ts';
import { parseSmtpUrl } from './smtp-url.ts';

const patient: SmtpTimeouts = {
  connect: 10_000,
  mail: 10_000,
  rcpt: 10_000,
  data: 10_000,
  content: 10_000,
  dot: 10_000,
  idle: 2_000,
  fence: 5_000,
  reconnect: 5,
  close: 5_000,
};
const impatient = { connect: 400, mail: 150, rcpt: 150, data: 150, dot: 150 };

const yes = async () => true;
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function setUp(options: FaultyServerOptions = {}, query = '', timeouts: Partial<SmtpTimeouts> = {}) {
  const server = await startFaultyServer(options);
  opened.push(server.close);
  const who = options.login ? `${options.login.user}:${options.login.password}@` : '';
  const scheme = options.implicitTls ? 'smtps' : 'smtp';
  const settings = parseSmtpUrl(
    `${scheme}://${who}127.0.0.1:${server.port}?connections=1${query}`,
  ) as SmtpSettings;
  const transport = new SmtpTransport(settings, { ...patient, ...timeouts });
  opened.push(() => transport.close());
  return { server, transport };
}

function message(id: number | string, over: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const head = `From: vigente@example.com\r\nTo: marta@example.com\r\nMessage-ID: <${id}@example.com>\r\n`;
  return {
    from: 'b1@bounces.example.com',
    to: 'marta@example.com',
    bytes: Buffer.from(`${head}Subject: prueba\r\n\r\nhola\r\n.punto\r\n`),
    smtpUtf8: false,
    ...over,
  };
}

const ids = (server: FaultyServer) => server.accepted.map((one) => one.messageId);

describe.each([
  ['together', ''],
  ['one by one', '&pipelining=off'],
])('with commands sent %s', (_, query) => {
  const all = (step: FaultStep, action: FaultAction): Fault[] => [{ step, action }];
  const say = (words: string, accept = false): FaultAction => ({ do: 'answer', with: words, accept });

  it('hands messages over exactly as they are', async () => {
    const { server, transport } = await setUp({}, query);
    const results = [];
    for (let id = 1; id <= 5; id++) results.push(await transport.submit(message(id), yes));
    expect(results).toEqual(Array(5).fill({ kind: 'submitted', response: '250 2.0.0 taken' }));
    expect(ids(server)).toEqual([1, 2, 3, 4, 5].map((id) => `<${id}@example.com>`));
    expect(server.accepted[0]).toMatchObject({ from: 'b1@bounces.example.com', to: ['marta@example.com'] });
    expect(server.accepted[0]!.bytes.equals(Buffer.from(message(1).bytes))).toBe(true);
    expect(server.connections.total).toBe(1);
  });

  const cases: [string, Fault[], Partial<SubmitResult>, number][] = [
    [
      'a greeting that refuses',
      all('connect', say('554 go away')),
      { kind: 'deferred', code: 554, phase: 'connect' },
      0,
    ],
    [
      'a busy greeting',
      all('connect', say('421 too many')),
      { kind: 'deferred', code: 421, phase: 'connect' },
      0,
    ],
    ['no greeting', all('connect', { do: 'stall' }), { kind: 'deferred', phase: 'connect' }, 0],
    [
      'a connection cut before the greeting',
      all('connect', { do: 'drop' }),
      { kind: 'deferred', phase: 'connect' },
      0,
    ],
    ['a connection cut at EHLO', all('ehlo', { do: 'drop' }), { kind: 'deferred', phase: 'connect' }, 0],
    ['silence at EHLO', all('ehlo', { do: 'stall' }), { kind: 'deferred', phase: 'connect' }, 0],
    [
      'a sender refused for good',
      all('mail', say('550 5.1.8 no')),
      { kind: 'refused', code: 550, phase: 'mail' },
      0,
    ],
    [
      'a sender refused for now',
      all('mail', say('451 4.3.0 later')),
      { kind: 'deferred', code: 451, phase: 'mail' },
      0,
    ],
    [
      'a recipient refused for good',
      all('rcpt', say('550 5.1.1 no')),
      { kind: 'refused', code: 550, phase: 'rcpt' },
      0,
    ],
    [
      'a recipient refused for now',
      all('rcpt', say('450 4.2.1 later')),
      { kind: 'deferred', code: 450, phase: 'rcpt' },
      0,
    ],
    [
      'DATA refused for good',
      all('data', say('554 5.7.1 no')),
      { kind: 'refused', code: 554, phase: 'data' },
      0,
    ],
    [
      'DATA refused for now',
      all('data', say('452 4.3.1 full')),
      { kind: 'deferred', code: 452, phase: 'data' },
      0,
    ],
    [
      'the content refused for good',
      all('dot', say('554 5.6.0 no')),
      { kind: 'refused', code: 554, phase: 'dot' },
      0,
    ],
    [
      'the content refused for now',
      all('dot', say('451 4.7.1 later')),
      { kind: 'deferred', code: 451, phase: 'dot' },
      0,
    ],
    [
      'a server that leaves at MAIL',
      all('mail', say('421 bye')),
      { kind: 'deferred', code: 421, phase: 'mail' },
      0,
    ],
    [
      'a server that leaves at RCPT',
      all('rcpt', say('421 bye')),
      { kind: 'deferred', code: 421, phase: 'rcpt' },
      0,
    ],
    [
      'a server that leaves at DATA',
      all('data', say('421 bye')),
      { kind: 'deferred', code: 421, phase: 'data' },
      0,
    ],
    [
      'a server that leaves at the dot',
      all('dot', say('421 bye')),
      { kind: 'deferred', code: 421, phase: 'dot' },
      0,
    ],
    ['silence at MAIL', all('mail', { do: 'stall' }), { kind: 'deferred' }, 0],
    ['silence at RCPT', all('rcpt', { do: 'stall' }), { kind: 'deferred' }, 0],
    ['silence at DATA', all('data', { do: 'stall' }), { kind: 'deferred' }, 0],
    ['silence after the dot, not taken', all('dot', { do: 'stall' }), { kind: 'uncertain' }, 0],
    ['silence after the dot, taken', all('dot', { do: 'stall', accept: true }), { kind: 'uncertain' }, 1],
    ['a connection cut at MAIL', all('mail', { do: 'drop' }), { kind: 'deferred' }, 0],
    ['a connection cut at RCPT', all('rcpt', { do: 'drop' }), { kind: 'deferred' }, 0],
    ['a connection cut at DATA', all('data', { do: 'drop' }), { kind: 'deferred' }, 0],
    ['a connection cut within the content', all('content', { do: 'drop' }), { kind: 'uncertain' }, 0],
    ['a connection cut after the dot, not taken', all('dot', { do: 'drop' }), { kind: 'uncertain' }, 0],
    [
      'a connection cut after the dot, taken',
      all('dot', { do: 'drop', accept: true }),
      { kind: 'uncertain' },
      1,
    ],
    ['garbage at MAIL', all('mail', say('what?')), { kind: 'deferred' }, 0],
    ['garbage at DATA', all('data', say('HTTP/1.1 400')), { kind: 'deferred' }, 0],
    ['garbage after the dot, taken', all('dot', say('\x00\x01', true)), { kind: 'uncertain' }, 1],
    ['a 354 to the dot', all('dot', say('354 again?', true)), { kind: 'uncertain' }, 1],
    ['a 250 to DATA', all('data', say('250 hm')), { kind: 'deferred', phase: 'data' }, 0],
    ['a 354 to MAIL', all('mail', say('354 hm')), { kind: 'deferred' }, 0],
  ];

  it.each(cases)('tells what became of the message on %s', async (_name, faults, result, accepted) => {
    const isSilent = faults.some((fault) => fault.action.do === 'stall');
    const { server, transport } = await setUp({ faults }, query, isSilent ? impatient : {});
    expect(await transport.submit(message(1), yes)).toMatchObject(result);
    expect(server.accepted).toHaveLength(accepted);
    server.setFaults([]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    expect(ids(server).filter((id) => id === '<2@example.com>')).toHaveLength(1);
    expect(server.accepted).toHaveLength(accepted + 1);
  });

  it('waits for a slow server as long as it answers in time', async () => {
    const faults = (['mail', 'rcpt', 'data', 'dot'] as const).flatMap((step) =>
      all(step, { do: 'delay', milliseconds: 80 }),
    );
    const { transport } = await setUp({ faults }, query);
    expect(await transport.submit(message(1), yes)).toMatchObject({ kind: 'submitted' });
  });

  it('sends nothing when the fence says no, and goes on with the next message', async () => {
    const { server, transport } = await setUp({}, query);
    expect(await transport.submit(message(1), async () => false)).toEqual({ kind: 'abandoned' });
    expect(server.commands).not.toContain('DATA');
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    expect(ids(server)).toEqual(['<2@example.com>']);
    expect(server.connections.total).toBe(1);
  });

  it('sends nothing when the fence cannot be asked', async () => {
    const { server, transport } = await setUp({}, query);
    const result = await transport.submit(message(1), () => Promise.reject(new Error('database gone')));
    expect(result).toMatchObject({ kind: 'deferred' });
    expect(server.commands).not.toContain('DATA');
  });

  it('takes the message back when the fence falls while the server hesitates', async () => {
    const faults = all('data', { do: 'delay', milliseconds: 100 });
    const { server, transport } = await setUp({ faults }, query, { fence: 50 });
    let asked = 0;
    expect(await transport.submit(message(1), async () => ++asked === 1)).toEqual({ kind: 'abandoned' });
    expect(asked).toBe(2);
    expect(server.accepted).toHaveLength(0);
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
  });

  it('begins again on a fresh connection when the server had closed the old one', async () => {
    const { server, transport } = await setUp({}, query);
    await transport.submit(message(1), yes);
    server.setFaults([{ step: 'mail', action: { do: 'drop' }, on: [2] }]);
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    expect(ids(server)).toEqual(['<1@example.com>', '<2@example.com>']);
    expect(server.connections.total).toBe(2);
  });

  it('begins again on a fresh connection after 421 between messages', async () => {
    const { server, transport } = await setUp({}, query);
    await transport.submit(message(1), yes);
    server.setFaults([{ step: 'mail', action: say('421 4.4.2 enough'), on: [2] }]);
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    expect(server.connections.total).toBe(2);
  });

  it('does not begin a third time', async () => {
    const { server, transport } = await setUp({}, query);
    await transport.submit(message(1), yes);
    server.setFaults([{ step: 'mail', action: { do: 'drop' } }]);
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'deferred' });
    expect(server.commands.filter((line) => line.startsWith('MAIL'))).toHaveLength(3);
  });

  it('loses only the message whose answer is missing, not the one behind it', async () => {
    const { server, transport } = await setUp({}, query);
    await transport.submit(message(0), yes);
    server.setFaults([{ step: 'dot', action: { do: 'drop', accept: true }, on: [2] }]);
    const results = await Promise.all([1, 2, 3].map((id) => transport.submit(message(id), yes)));
    expect(results.map((one) => one.kind)).toEqual(['uncertain', 'submitted', 'submitted']);
    expect(ids(server)).toEqual([0, 1, 2, 3].map((id) => `<${id}@example.com>`));
  });

  it('notices a server that closes an idle connection or speaks out of turn', async () => {
    const { server, transport } = await setUp({}, query);
    server.setFaults([{ step: 'dot', action: { do: 'answer-and-close' }, on: [1] }]);
    expect(await transport.submit(message(1), yes)).toMatchObject({ kind: 'submitted' });
    server.setFaults([{ step: 'dot', action: { do: 'add', text: '250 2.0.0 and another' }, on: [2] }]);
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    server.setFaults([]);
    expect(await transport.submit(message(3), yes)).toMatchObject({ kind: 'submitted' });
    expect(ids(server)).toEqual(['<1@example.com>', '<2@example.com>', '<3@example.com>']);
    expect(server.connections.total).toBe(3);
  });

  it('never takes an answer for that of another message', async () => {
    const faults: Fault[] = [
      { step: 'rcpt', action: say('550 5.1.1 unknown'), to: 'nobody' },
      { step: 'dot', action: say('554 5.7.1 spam'), to: 'spam' },
      { step: 'mail', action: say('451 4.3.0 later'), every: 7 },
    ];
    const { server, transport } = await setUp({ faults }, `${query}&connections=1`);
    const names = Array.from({ length: 60 }, (_, i) =>
      i % 5 === 0 ? 'nobody' : i % 5 === 2 ? 'spam' : 'marta',
    );
    const results = await Promise.all(
      names.map((name, i) => transport.submit(message(i, { to: `${name}@example.com` }), yes)),
    );
    for (const [i, result] of results.entries()) {
      const taken = ids(server).filter((id) => id === `<${i}@example.com>`).length;
      expect(taken).toBe(result.kind === 'submitted' ? 1 : 0);
      if (result.kind === 'deferred') expect(result).toMatchObject({ code: 451, phase: 'mail' });
      else if (names[i] === 'nobody')
        expect(result).toMatchObject({ kind: 'refused', code: 550, phase: 'rcpt' });
      else if (names[i] === 'spam')
        expect(result).toMatchObject({ kind: 'refused', code: 554, phase: 'dot' });
      else expect(result.kind).toBe('submitted');
    }
    expect(server.connections.total).toBe(1);
  });

  it('keeps every message to one fate over eight connections with faults at every step', async () => {
    const faults: Fault[] = [
      { step: 'connect', action: say('421 busy'), every: 5 },
      { step: 'mail', action: { do: 'drop' }, every: 41 },
      { step: 'rcpt', action: say('450 4.2.0 later'), every: 17 },
      { step: 'data', action: { do: 'drop' }, every: 43 },
      { step: 'content', action: { do: 'drop' }, every: 37 },
      { step: 'dot', action: { do: 'drop', accept: true }, every: 29 },
      { step: 'dot', action: { do: 'drop' }, every: 31 },
      { step: 'dot', action: say('421 bye'), every: 23 },
    ];
    const { server, transport } = await setUp(
      { faults, keepBytes: false },
      `${query}&connections=8&messages=50`,
      { reconnect: 5 },
    );
    const results = await Promise.all(
      Array.from({ length: 1000 }, (_, i) => transport.submit(message(i), async () => i % 11 !== 0)),
    );
    const taken = new Map<string, number>();
    for (const id of ids(server)) taken.set(id, (taken.get(id) ?? 0) + 1);
    for (const [i, { kind }] of results.entries()) {
      const times = taken.get(`<${i}@example.com>`) ?? 0;
      if (i % 11 === 0) expect(['abandoned', 'deferred']).toContain(kind);
      if (kind === 'submitted') expect(times).toBe(1);
      else if (kind === 'uncertain') expect(times).toBeLessThanOrEqual(1);
      else expect(times).toBe(0);
    }
    expect(results.filter((one) => one.kind === 'submitted').length).toBeGreaterThan(700);
    expect(server.connections.most).toBeLessThanOrEqual(8);
  });
});

describe('content', () => {
  const large = (id: string) =>
    message(id, {
      bytes: Buffer.concat([message(id).bytes, Buffer.alloc(20_000_000, 'ñandú. \r\n', 'latin1')]),
    });

  it('of many megabytes arrives whole', async () => {
    const { server, transport } = await setUp({});
    const sent = message('big', {
      bytes: Buffer.concat([message('big').bytes, Buffer.alloc(3_000_000, '.linea\r\n')]),
    });
    expect(await transport.submit(sent, yes)).toMatchObject({ kind: 'submitted' });
    expect(server.accepted[0]!.bytes.equals(Buffer.from(sent.bytes))).toBe(true);
  });

  it('cut off before the dot left is certainly not accepted', async () => {
    const { server, transport } = await setUp({ faults: [{ step: 'content', action: { do: 'drop' } }] });
    expect(await transport.submit(large('a'), yes)).toMatchObject({ kind: 'deferred', phase: 'content' });
    expect(server.accepted).toHaveLength(0);
  });

  it('refused before its end is settled by that answer and never ended with a dot', async () => {
    const faults: Fault[] = [
      { step: 'content', action: { do: 'answer', with: '552 5.3.4 too much' }, on: [1] },
    ];
    const { server, transport } = await setUp({ faults });
    const result = await transport.submit(large('a'), yes);
    expect(result).toMatchObject({ kind: 'refused', code: 552, phase: 'content' });
    expect(ids(server)).toEqual([]);
    expect(await transport.submit(message('b'), yes)).toMatchObject({ kind: 'submitted' });
  });
});

describe('a server', () => {
  it('that invites content for a refused recipient gets a lone dot and goes on (RFC 2920 3.1)', async () => {
    const faults: Fault[] = [
      { step: 'rcpt', action: { do: 'answer', with: '550 5.1.1 unknown' }, on: [1] },
      { step: 'data', action: { do: 'answer', with: '354 go on' }, on: [1] },
    ];
    const { server, transport } = await setUp({ faults });
    expect(await transport.submit(message(1), yes)).toMatchObject({
      kind: 'refused',
      code: 550,
      phase: 'rcpt',
    });
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    expect(ids(server)).toEqual(['<2@example.com>']);
    expect(server.connections.total).toBe(1);
  });

  it('without PIPELINING is spoken to one command at a time', async () => {
    const { server, transport } = await setUp({ announces: ['SIZE 1000000'] });
    expect(await transport.submit(message(1), async () => false)).toEqual({ kind: 'abandoned' });
    expect(server.commands.map((line) => line.split(' ')[0])).toEqual(['EHLO', 'MAIL', 'RCPT']);
    expect(await transport.submit(message(2), yes)).toMatchObject({ kind: 'submitted' });
    expect(server.commands.map((line) => line.split(' ')[0])).toEqual([
      'EHLO',
      'MAIL',
      'RCPT',
      'RSET',
      'MAIL',
      'RCPT',
      'DATA',
    ]);
  });

  it('without SMTPUTF8 is never asked to take a local part beyond ASCII', async () => {
    const { server, transport } = await setUp({ announces: ['PIPELINING', '8BITMIME'] });
    const result = await transport.submit(message(1, { to: 'josé@example.com' }), yes);
    expect(result).toMatchObject({
      kind: 'refused',
      phase: 'check',
      response: expect.stringContaining('SMTPUTF8'),
    });
    expect(server.commands.filter((line) => !line.startsWith('EHLO'))).toEqual([]);
  });

  it('with SMTPUTF8 gets the local part as it is and the domain as A-labels', async () => {
    const { server, transport } = await setUp();
    expect(await transport.submit(message(1, { to: 'josé@españa.example' }), yes)).toMatchObject({
      kind: 'submitted',
    });
    expect(server.accepted[0]).toMatchObject({
      to: ['josé@xn--espaa-rta.example'],
      parameters: expect.stringContaining('SMTPUTF8'),
    });
  });

  it('is told the size, and not given what is too large', async () => {
    const { server, transport } = await setUp({ announces: ['SIZE 100', 'PIPELINING'] });
    expect(await transport.submit(message(1), yes)).toMatchObject({
      kind: 'refused',
      code: 552,
      phase: 'check',
    });
    expect(server.commands).toHaveLength(1);
  });

  it('never sees a command that came in with an address', async () => {
    const { server, transport } = await setUp();
    for (const to of [
      'a@example.com\r\nRCPT TO:<b@example.com>',
      'a@example.com>\r\nDATA',
      'a@x.com,b@x.com',
      'a b@x.com',
      '',
    ]) {
      expect(await transport.submit(message(1, { to }), yes)).toMatchObject({
        kind: 'refused',
        phase: 'check',
      });
      expect(await transport.submit(message(1, { from: to }), yes)).toMatchObject({
        kind: 'refused',
        phase: 'check',
      });
    }
    expect(server.commands.filter((line) => !line.startsWith('EHLO'))).toEqual([]);
  });

  it('is given so many messages a connection', async () => {
    const { server, transport } = await setUp({}, '&messages=3');
    const results = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((id) => transport.submit(message(id), yes)));
    expect(results.every((one) => one.kind === 'submitted')).toBe(true);
    expect(server.connections.total).toBe(3);
  });

  it('is given so many messages a second', async () => {
    const { transport } = await setUp({}, '&rate=50');
    const started = performance.now();
    await Promise.all(Array.from({ length: 25 }, (_, id) => transport.submit(message(id), yes)));
    expect(performance.now() - started).toBeGreaterThan(350);
  });

  it('that is not there defers everything at once and is found again later', async () => {
    const { server, transport } = await setUp();
    await server.close();
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, id) => transport.submit(message(id), yes)),
    );
    expect(results.every((one) => one.kind === 'deferred' && one.phase === 'connect')).toBe(true);
    expect(await transport.verify()).toMatchObject({ kind: 'not-ready' });
    const again = await startFaultyServer({ port: server.port });
    opened.push(again.close);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await transport.submit(message(1), yes)).toMatchObject({ kind: 'submitted' });
  });

  it('that takes connections and ends every one of them is not stormed', async () => {
    const { server, transport } = await setUp(
      { faults: [{ step: 'mail', action: { do: 'drop' } }] },
      '&connections=4',
    );
    const results = await Promise.all(
      Array.from({ length: 300 }, (_, id) => transport.submit(message(id), yes)),
    );
    expect(results.every((one) => one.kind === 'deferred')).toBe(true);
    expect(server.connections.total).toBeLessThan(20);
  });

  it('that allows fewer connections gets fewer', async () => {
    const faults: Fault[] = [
      { step: 'connect', action: { do: 'answer', with: '421 4.7.0 too many' }, on: [2, 3, 4] },
    ];
    const { transport } = await setUp({ faults }, '&connections=4');
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, id) => transport.submit(message(id), yes)),
    );
    expect(results.filter((one) => one.kind === 'submitted')).toHaveLength(50);
  });
});

describe('TLS and signing in', () => {
  const login = { user: 'vigente@example.com', password: 'geheim' };

  it('encrypts when the server offers it, without asking who it is, if nothing is at stake', async () => {
    const { server, transport } = await setUp({ startTls: true });
    expect(await transport.submit(message(1), yes)).toMatchObject({ kind: 'submitted' });
    expect(server.accepted[0]).toMatchObject({ secured: true });
  });

  it('refuses a server that cannot prove who it is, or cannot encrypt, where TLS is required', async () => {
    for (const options of [{ startTls: true }, { startTls: false }]) {
      const { server, transport } = await setUp(options, '&tls=required');
      expect(await transport.submit(message(1), yes)).toMatchObject({ kind: 'deferred', phase: 'connect' });
      expect(await transport.verify()).toMatchObject({ kind: 'not-ready' });
      expect(server.commands.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
    }
  });

  it('signs in over STARTTLS and over TLS from the first byte', async () => {
    for (const options of [{ startTls: true }, { implicitTls: true }]) {
      const server = await startFaultyServer({ ...options, login });
      opened.push(server.close);
      const scheme = options.implicitTls ? 'smtps' : 'smtp';
      const tls = options.implicitTls ? '' : 'tls=required&';
      const url = `${scheme}://vigente%40example.com:geheim@127.0.0.1:${server.port}?${tls}verify=no`;
      const transport = new SmtpTransport(parseSmtpUrl(url) as SmtpSettings, patient);
      opened.push(() => transport.close());
      expect(await transport.verify()).toMatchObject({ kind: 'ready', secured: true });
      expect(await transport.submit(message(1), yes)).toMatchObject({ kind: 'submitted' });
      expect(server.accepted[0]).toMatchObject({ secured: true, user: login.user });
      expect(selfSigned().cert).toContain('CERTIFICATE');
    }
  });

  it('defers when the password is wrong and never repeats it', async () => {
    const server = await startFaultyServer({ login });
    opened.push(server.close);
    const url = `smtp://vigente%40example.com:falsch@127.0.0.1:${server.port}`;
    const transport = new SmtpTransport(parseSmtpUrl(url) as SmtpSettings, patient);
    opened.push(() => transport.close());
    const result = await transport.submit(message(1), yes);
    expect(result).toMatchObject({ kind: 'deferred', code: 535, phase: 'connect' });
    expect(JSON.stringify([result, await transport.verify()])).not.toMatch(/falsch|ZmFsc2No/);
  });
});

describe('closing', () => {
  it('waits for answers under way, defers what waits, and takes nothing more', async () => {
    const faults: Fault[] = [{ step: 'dot', action: { do: 'delay', milliseconds: 300 } }];
    const { server, transport } = await setUp({ faults });
    const under = transport.submit(message(1), yes);
    await vi.waitFor(() => expect(server.commands).toContain('DATA'), { interval: 5, timeout: 5_000 });
    const waiting = [2, 3].map((id) => transport.submit(message(id), yes));
    await transport.close();
    expect(await under).toMatchObject({ kind: 'submitted' });
    for (const result of await Promise.all(waiting)) expect(['submitted', 'deferred']).toContain(result.kind);
    expect(await transport.submit(message(4), yes)).toMatchObject({ kind: 'deferred' });
    expect(ids(server)).not.toContain('<4@example.com>');
    await vi.waitFor(() => expect(server.commands.at(-1)).toBe('QUIT'));
  });

  it('does not wait for ever', async () => {
    const { transport } = await setUp({ faults: [{ step: 'dot', action: { do: 'stall' } }] }, '', {
      close: 100,
    });
    const under = transport.submit(message(1), yes);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await transport.close();
    expect(await under).toMatchObject({ kind: 'uncertain' });
  });
});

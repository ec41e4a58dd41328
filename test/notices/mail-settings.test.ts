import { createPublicKey } from 'node:crypto';
import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../src/access/caller.ts';
import { dnsLookups } from '../../src/channels/email/dns-lookups.ts';
import { createApi } from '../../src/http/api/create-api.ts';
import { newRoutes } from '../../src/http/api/new-routes.ts';
import type { Language } from '../../src/kernel/locale.ts';
import { callerOf, type Loose } from '../api-desk.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { type FakeDns, startFakeDns } from '../dns/fake-dns.ts';
import { type FaultyServer, startFaultyServer } from '../smtp/faulty-server.ts';
import { verifyDkim } from '../smtp/verify-dkim.ts';
import { openDesk, type SendingDesk } from './sending-desk.ts';

let database: TestDatabase;
let dns: FakeDns;
const desks: SendingDesk[] = [];
const servers: FaultyServer[] = [];

beforeAll(async () => {
  database = await testDatabase();
  dns = await startFakeDns();
  await sql`insert into people.person (id, name, email, "emailVerified", "updatedAt")
    values ('p1', 'Marta', 'marta@faro.example', true, now())`.execute(database.db.system);
});
afterEach(async () => {
  dns.setZone({});
  for (const desk of desks.splice(0)) await desk.close();
  for (const server of servers.splice(0)) await server.close();
});
afterAll(async () => {
  await dns.close();
  await database.close();
});

type Ask = (
  method: string,
  path: string,
  body?: unknown,
  as?: Partial<Caller> & { language?: Language },
) => Promise<Loose>;

async function setUp(): Promise<{ desk: SendingDesk; ask: Ask }> {
  const desk = await openDesk(database.db, '2026-11-23', { dns: dnsLookups([dns.server]) });
  desks.push(desk);
  const { id } = await desk.partner();
  let caller = callerOf(id);
  let language: Language = 'en';
  const app = newRoutes();
  app.use('*', async (c, next) => {
    c.set('caller', caller);
    c.set('language', language);
    await next();
  });
  const { deps } = desk;
  const reportError = (error: unknown) => console.error(error);
  app.route('/', createApi({ sending: deps, mail: deps.mailSetup, reportError }));
  const ask: Ask = async (method, path, body, { language: speaks = 'en', ...as } = {}) => {
    caller = { ...callerOf(id), ...as };
    language = speaks;
    const answer = await app.request(`/api/mail-settings${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  return { desk, ask };
}

async function mailServer(options: Parameters<typeof startFaultyServer>[0] = {}): Promise<FaultyServer> {
  const server = await startFaultyServer({ keepBytes: true, ...options });
  servers.push(server);
  return server;
}

const login = { user: 'avisos', password: 'muy secreta' };

function at(server: FaultyServer, changes: object = {}) {
  return {
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    verifyCertificate: true,
    user: null,
    ...changes,
  };
}

it('keeps a mail server of the partner’s own without ever showing its password, and sends through it', async () => {
  const { desk, ask } = await setUp();
  expect(await ask('GET', '')).toMatchObject({
    source: 'installation',
    own: null,
    sender: { address: 'avisos@example.com', source: 'installation' },
  });
  const own = await mailServer({ login });
  const kept = await ask('PUT', '/server', at(own, login));
  expect(kept).toMatchObject({
    source: 'own',
    own: { hasPassword: true, passwordReadable: true, user: 'avisos' },
  });
  expect(JSON.stringify([kept, await ask('GET', '')])).not.toContain(login.password);
  const rows = await desk.rows<{ text: string }>(
    (partner) => sql`select row_to_json(m)::text as text from mail_server m where partner = ${partner}
      union all select row_to_json(a)::text from audit a where partner = ${partner}`,
  );
  expect(rows).toHaveLength(2);
  expect(JSON.stringify(rows)).not.toContain(login.password);
  await ask('PUT', '/sender', {
    name: 'Faro',
    address: 'avisos@faro.example',
    replyTo: 'ayuda@faro.example',
  });
  await desk.import([{ number: '1001', ends: '2027-01-11' }]);
  await desk.sendingOn();
  expect((await desk.tick()).notices.submitted).toBe(1);
  expect(desk.server.accepted).toEqual([]);
  expect(own.accepted).toMatchObject([{ user: 'avisos', from: expect.stringMatching(/@faro\.example$/) }]);
  const mail = await simpleParser(own.accepted[0]!.bytes);
  expect(mail.from?.text).toBe('"Faro" <avisos@faro.example>');
  // Taken back, the next message goes the installation's way.
  expect(await ask('DELETE', '/server')).toMatchObject({ source: 'installation', own: null });
  await desk.import([{ number: '1002', ends: '2027-01-11' }]);
  await desk.tick();
  expect([own.accepted.length, desk.server.accepted.length]).toEqual([1, 1]);
});

it('takes a kept password to no other host or user than those that it was entered for', async () => {
  const { ask } = await setUp();
  const own = await mailServer({ login });
  expect(await ask('PUT', '/server', at(own, { user: 'avisos' }))).toMatchObject({ status: 400 });
  await ask('PUT', '/server', at(own, login));
  const withoutPassword = { user: 'avisos', security: 'starttls-if-offered' };
  expect(await ask('PUT', '/server', at(own, withoutPassword))).toMatchObject({ own: { hasPassword: true } });
  for (const changed of [{ host: 'localhost' }, { user: 'otro' }]) {
    const server = at(own, { ...withoutPassword, ...changed });
    expect(await ask('PUT', '/server', server)).toMatchObject({ status: 400 });
    expect(await ask('POST', '/server-check', { server })).toMatchObject({ status: 400 });
  }
  expect(own.commands.filter((line) => /^AUTH/.test(line))).toEqual([]);
});

it('says of a kept password that another secret has sealed that it has to be entered again, and sends nothing', async () => {
  const { desk, ask } = await setUp();
  const own = await mailServer({ login });
  await ask('PUT', '/server', at(own, login));
  await desk.rows(
    (partner) =>
      sql`update mail_server set password_sealed = '1.' || repeat('A', 60) where partner = ${partner}`,
  );
  expect(await ask('GET', '')).toMatchObject({ own: { passwordReadable: false } });
  await desk.import([{ number: '1001', ends: '2027-01-11' }]);
  await desk.sendingOn();
  await expect(desk.tick()).rejects.toThrow(/sealed with another/);
  expect([own.accepted.length, desk.server.accepted.length]).toEqual([0, 0]);
});

it('names each way in which a mail server can fail, and what to do', async () => {
  const { ask } = await setUp();
  const check = (server: object, as = {}) => ask('POST', '/server-check', { server }, as);
  const plain = await mailServer();
  expect(await check(at(plain))).toMatchObject({ ok: true, encrypted: false, failure: null });
  expect(plain.accepted).toEqual([]);
  const secured = await mailServer({ startTls: true, login });
  expect(
    await check(at(secured, { ...login, security: 'starttls', verifyCertificate: false })),
  ).toMatchObject({
    ok: true,
    encrypted: true,
    steps: expect.arrayContaining([
      { step: 'encryption', state: 'ok' },
      { step: 'sign-in', state: 'ok' },
    ]),
  });
  const withoutTls = await mailServer({
    faults: [{ step: 'starttls', action: { do: 'answer', with: '502 5.5.1 not here' } }],
  });
  const failures: [object, string][] = [
    [{ ...at(plain), host: 'no-such-name.invalid' }, 'no-such-host'],
    [{ ...at(plain), port: 1 }, 'refused'],
    [at(withoutTls, { security: 'starttls' }), 'tls-missing'],
    [at(plain, { security: 'tls' }), 'tls-failed'],
    [at(secured, { ...login, security: 'starttls' }), 'certificate-invalid'],
    [at(withoutTls, login), 'sign-in-missing'],
    [at(secured, { user: 'avisos', password: 'otra', security: 'starttls-if-offered' }), 'sign-in-refused'],
    [{ ...at(plain), host: '169.254.169.254' }, 'address-forbidden'],
  ];
  for (const [server, failure] of failures) {
    const answer = await check(server);
    expect(answer, failure).toMatchObject({ ok: false, failure, words: expect.stringMatching(/\.$/) });
    expect(answer.todo, failure).not.toBeNull();
    expect(answer.steps.filter(({ state }: Loose) => state === 'failed')).toHaveLength(1);
  }
  plain.setFaults([{ step: 'mail', action: { do: 'answer', with: '553 5.7.1 sender not allowed' } }]);
  const refused = await check(at(plain), { language: 'es' });
  expect(refused).toMatchObject({ failure: 'sender-refused', said: '553 5.7.1 sender not allowed' });
  expect(refused.words).toContain('no deja enviar como avisos@example.com');
  expect(await check(at(plain), { role: 'renewals-manager' })).toMatchObject({ status: 403 });
});

it('sends a test message to whoever asks for it', async () => {
  const { desk, ask } = await setUp();
  expect(await ask('POST', '/test-message', {})).toMatchObject({
    outcome: 'submitted',
    to: 'marta@faro.example',
  });
  const [first] = await desk.mails();
  expect(first?.to).toMatchObject({ text: '"Marta" <marta@faro.example>' });
  const entered = await mailServer();
  const sender = { name: 'Faro', address: 'avisos@faro.example' };
  await ask('POST', '/test-message', { server: at(entered), sender }, { language: 'es' });
  expect((await simpleParser(entered.accepted[0]!.bytes)).subject).toBe('Mensaje de prueba de Vigente');
  entered.setFaults([{ step: 'rcpt', action: { do: 'answer', with: '550 5.1.1 nobody here' } }]);
  expect(await ask('POST', '/test-message', { server: at(entered), sender })).toMatchObject({
    outcome: 'refused',
    said: '550 5.1.1 nobody here',
  });
});

it('makes a key, shows the record, and signs once the record is seen in the DNS', async () => {
  const { desk, ask } = await setUp();
  await ask('PUT', '/sender', { name: 'Faro', address: 'avisos@faro.example' });
  const key = await ask('POST', '/dkim', {});
  expect(key).toMatchObject({ domain: 'faro.example', activeSince: null });
  expect(await ask('POST', '/dkim', {})).toMatchObject({ selector: key.selector });
  const { name, value, zoneFile, host } = key.record;
  expect([name, host]).toEqual([`${key.selector}._domainkey.faro.example`, `${key.selector}._domainkey`]);
  const pieces = [...zoneFile.matchAll(/"([^"]*)"/g)].map(([, piece]) => piece);
  expect(pieces.every((piece: string) => piece.length <= 255)).toBe(true);
  expect(pieces.join('')).toBe(value);
  await desk.import([
    { number: '1001', ends: '2027-01-11' },
    { number: '1002', ends: '2026-12-18' },
  ]);
  await desk.sendingOn();
  dns.setZone({ txt: { [name]: ['v=DKIM1; p=AAAA'] } });
  expect((await ask('POST', '/domain-check')).dkim).toMatchObject({ state: 'wrong', record: { value } });
  expect((await ask('GET', '')).dkim).toMatchObject({ activeSince: null });
  dns.setZone({ txt: { [name]: [value] } });
  expect((await ask('POST', '/domain-check')).dkim).toMatchObject({ state: 'good', record: null });
  await desk.tick();
  const publicKey = createPublicKey({
    key: Buffer.from(/p=(.*)$/.exec(value)![1]!, 'base64'),
    format: 'der',
    type: 'spki',
  });
  expect(desk.server.accepted).toHaveLength(2);
  for (const { bytes } of desk.server.accepted) expect(verifyDkim(bytes, publicKey)).toContain('from');
  // A new key does not sign before its own record is seen.
  const next = await ask('POST', '/dkim', { replace: true });
  expect(next.selector).not.toBe(key.selector);
  await ask('POST', '/test-message', {});
  expect(verifyDkim(desk.server.accepted.at(-1)!.bytes, publicKey)).toContain('from');
  const rows = await desk.rows<{ text: string }>(
    (partner) => sql`select row_to_json(k)::text as text from dkim_key k where partner = ${partner}`,
  );
  expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
});

it('judges SPF, DMARC and MX of the sender’s domain and names the record to set', async () => {
  const { ask } = await setUp();
  await ask('PUT', '/sender', { name: 'Faro', address: 'avisos@faro.example' });
  await ask('PUT', '/server', {
    host: 'email-smtp.eu-west-1.amazonaws.com',
    port: 587,
    security: 'starttls',
    user: null,
  });
  const check = async (zone: Parameters<FakeDns['setZone']>[0]) => {
    dns.setZone(zone);
    return ask('POST', '/domain-check');
  };
  const nothing = await check({});
  expect(nothing.spf).toMatchObject({
    state: 'missing',
    record: { host: '@', value: 'v=spf1 include:amazonses.com ~all' },
  });
  expect(nothing.dmarc).toMatchObject({
    state: 'missing',
    record: { name: '_dmarc.faro.example', value: 'v=DMARC1; p=none; rua=mailto:avisos@faro.example' },
  });
  expect(nothing.mx).toMatchObject({ state: 'warning' });
  const other = await check({ txt: { 'faro.example': ['v=spf1 mx -all', 'something else'] } });
  expect(other.spf).toMatchObject({
    state: 'wrong',
    record: { value: 'v=spf1 mx include:amazonses.com -all' },
  });
  const deep = {
    'faro.example': ['v=spf1 include:a.example ~all'],
    'a.example': ['v=spf1 include:amazonses.com -all'],
  };
  expect((await check({ txt: deep, mx: { 'faro.example': ['mx.faro.example'] } })).spf).toMatchObject({
    state: 'good',
    lookups: 2,
  });
  const many = Array.from({ length: 11 }, (_, i) => `include:s${i}.example`).join(' ');
  const tooMany = await check({ txt: { 'faro.example': [`v=spf1 include:amazonses.com ${many} ~all`] } });
  expect(tooMany.spf).toMatchObject({ state: 'wrong', lookups: 12, words: expect.stringContaining('12') });
  expect((await check({ txt: { 'faro.example': ['v=spf1 a -all', 'v=spf1 mx -all'] } })).spf).toMatchObject({
    state: 'wrong',
  });
  const loop = { 'faro.example': ['v=spf1 include:faro.example include:amazonses.com +all'] };
  expect((await check({ txt: loop })).spf).toMatchObject({ state: 'warning' });
  expect((await check({ txt: { '_dmarc.faro.example': ['v=DMARC1; p=reject'] } })).dmarc).toMatchObject({
    state: 'good',
  });
  expect((await ask('GET', '')).lastDomainCheck).toMatchObject({
    domain: 'faro.example',
    dmarc: { state: 'good' },
  });
  expect(dns.asked.every((line) => /^(txt|mx) /.test(line))).toBe(true);
});

it('says that the DNS did not answer, and asks for nothing that is no name', async () => {
  const { ask } = await setUp();
  await ask('PUT', '/sender', { name: 'Faro', address: 'avisos@calla.example' });
  dns.setZone({ txt: { 'calla.example': 'silent', '_dmarc.calla.example': 'silent' } });
  expect(await ask('POST', '/domain-check')).toMatchObject({
    spf: { state: 'unknown' },
    dmarc: { state: 'unknown' },
  });
  for (const address of ['avisos@faro', 'avisos@[127.0.0.1]', 'avisos', 'a@b.example\r\nx']) {
    expect((await ask('PUT', '/sender', { name: 'Faro', address })).status).toBe(400);
  }
  for (const host of ['smtp://x.example', 'x.example:587', 'x example', '', 'a'.repeat(300)]) {
    expect((await ask('PUT', '/server', { host, port: 587, security: 'tls', user: null })).status).toBe(400);
  }
});

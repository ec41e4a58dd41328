import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { addColleague } from '../../test/inbox/add-colleague.ts';
import { testSecrets } from '../../test/notices/sending-deps.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { digestRoutes } from '../http/digest-routes.ts';
import { keepInbox } from './keep-inbox.ts';
import { type DigestDeps, sendDigests } from './send-digests.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];
let people = 0;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

interface Opened {
  readonly desk: SendingDesk;
  readonly deps: DigestDeps;
  readonly name: string;
  /** A look at what waits, then the mails. */
  readonly run: () => ReturnType<typeof sendDigests>;
  readonly states: () => Promise<string[]>;
}

/** A partner with one colleague whose order lapses in two days. 23 November is a Monday; nine o'clock in Madrid. */
async function opened(
  options: { smtpUrl?: string; timeZone?: string; language?: 'es' | 'en' } = {},
): Promise<Opened> {
  const desk = await openDesk(database.db, '2026-11-23T08:00:00Z', {
    settings: { workingDays: [1, 2, 3, 4, 5] },
    ...(options.smtpUrl ? { smtpUrl: options.smtpUrl } : {}),
  });
  desks.push(desk);
  const { id } = await desk.partner();
  const name = `Luis ${'abcdefghijklmnop'[people++]}`;
  const { smtpUrl: _, ...person } = options;
  await addColleague({ ...database, partner: id }, { name, ...person });
  await desk.import([{ number: '71', ends: '2026-11-25', customer: 'Zapatos & Hijos SL' }]);
  await desk.rows((partner) => sql`update customer set owner = ${name} where partner = ${partner}`);
  const { db, now, mailSetup: mail } = desk.deps;
  const deps: DigestDeps = { db, now, mail, secrets: testSecrets, publicUrl: 'https://vigente.example' };
  const run = async () => {
    const partner = await desk.partner();
    await keepInbox(deps, partner);
    return sendDigests(deps, partner);
  };
  const states = async () =>
    (
      await desk.rows<{ line: string }>(
        (partner) => sql`
      select day || ' ' || state as line from digest where partner = ${partner} order by day`,
      )
    ).map(({ line }) => line);
  return { desk, deps, name, run, states };
}

test('writes once a day what waits, in the person’s language, also while sending to customers is off', async () => {
  const { desk, run, states, name } = await opened();
  expect(await run()).toMatchObject({ submitted: 1 });
  expect(await run()).toMatchObject({ submitted: 0 });
  desk.at('2026-11-23T12:00:00Z');
  expect(await run()).toMatchObject({ submitted: 0 });
  const [mail] = await desk.mails();
  expect(mail!.subject).toBe('Le espera 1 asunto · Certificados del Norte');
  expect(mail!.text).toContain(`Hola, ${name}:`);
  expect(mail!.text).toContain('Termina el 25 de noviembre y nadie ha respondido');
  expect(mail!.text).toContain('Zapatos & Hijos SL · pedido 71 · www.71.example.com');
  expect(mail!.text).toContain('El envío a clientes está desactivado');
  expect(mail!.text).toContain('Vigente se lo recuerda los días laborables desde las 08:00 (Europe/Madrid)');
  expect(mail!.html).toContain('Zapatos &#38; Hijos SL');
  expect(mail!.headers.get('list')).toMatchObject({ unsubscribe: { url: expect.stringContaining('/d/1-') } });
  expect(await states()).toEqual(['2026-11-23 submitted']);
  desk.at('2026-11-24T07:00:00Z');
  await run();
  expect(await states()).toEqual(['2026-11-23 submitted', '2026-11-24 submitted']);
  expect(desk.server.accepted).toHaveLength(2);
});

test('by the person’s own clock, and with customers’ notices on nothing is said of it', async () => {
  const { desk, run } = await opened({ timeZone: 'America/Bogota', language: 'en' });
  await desk.sendingOn();
  expect(await run()).toMatchObject({ submitted: 0 });
  desk.at('2026-11-23T13:00:00Z');
  expect(await run()).toMatchObject({ submitted: 1 });
  const [mail] = await desk.mails();
  expect(mail!.subject).toBe('1 thing waits for you · Certificados del Norte');
  expect(mail!.text).not.toContain('Sending to customers is off');
});

test('after three days without a run it writes one mail, and none in the evening or at the weekend', async () => {
  const { desk, run, states } = await opened();
  desk.at('2026-11-22T09:00:00Z');
  await run();
  desk.at('2026-11-23T19:00:00Z');
  await run();
  expect(await states()).toEqual([]);
  desk.at('2026-11-26T09:00:00Z');
  await run();
  await run();
  expect(await states()).toEqual(['2026-11-26 submitted']);
  expect(desk.server.accepted).toHaveLength(1);
});

test('writes nothing where nothing waits, and does not ask again that day', async () => {
  const { desk, run, states } = await opened();
  await desk.rows((partner) => sql`update customer set owner = null where partner = ${partner}`);
  expect(await run()).toMatchObject({ nothing: 1 });
  expect(await run()).toMatchObject({ nothing: 0 });
  expect(await states()).toEqual(['2026-11-23 nothing']);
});

test('claims nothing where mail leaves nowhere', async () => {
  const { run, states } = await opened({ smtpUrl: 'outbox:' });
  expect(await run()).toMatchObject({ submitted: 0, nothing: 0 });
  expect(await states()).toEqual([]);
});

test('killed before the message left, the next run sends it; killed while it left, nobody sends it again', async () => {
  const { desk, deps, run, states } = await opened();
  await keepInbox(deps, await desk.partner());
  const killed = {
    ...deps,
    mail: { ...deps.mail, mail: { ...deps.mail.mail, of: () => stalled() } },
  };
  const stalled = async () => {
    const way = await deps.mail.mail.of(await desk.partner());
    // The process ends between its claim and its message.
    return { ...way, email: { ...way.email, compose: () => new Promise<never>(() => {}) } };
  };
  void sendDigests(killed, await desk.partner());
  await untilThere(states, '2026-11-23 claimed');
  expect(await run()).toMatchObject({ submitted: 0 });
  desk.later({ minutes: 10 });
  expect(await run()).toMatchObject({ submitted: 1 });
  expect(await states()).toEqual(['2026-11-23 submitted']);

  desk.at('2026-11-24T08:00:00Z');
  const lost = async () => {
    const way = await deps.mail.mail.of(await desk.partner());
    const transport = { ...way.email.transport, submit: () => new Promise<never>(() => {}) };
    return { ...way, email: { ...way.email, transport } };
  };
  void sendDigests(
    { ...deps, mail: { ...deps.mail, mail: { ...deps.mail.mail, of: lost } } },
    await desk.partner(),
  );
  await untilThere(states, '2026-11-24 attempted');
  desk.later({ minutes: 11 });
  expect(await run()).toMatchObject({ submitted: 0 });
  expect(await states()).toEqual(['2026-11-23 submitted', '2026-11-24 uncertain']);
  expect(desk.server.accepted).toHaveLength(1);
});

test('the link in the mail shows and changes nothing by itself; one click, or the button, stops it', async () => {
  const { desk, deps, run, states } = await opened();
  await run();
  const { html } = await simpleParser(desk.server.accepted[0]!.bytes);
  const path = /https:\/\/vigente\.example(\/d\/[\w.-]+)/.exec(String(html))![1]!;
  const app = digestRoutes(deps);
  const form = (fields: Record<string, string>) => ({
    method: 'POST',
    body: new URLSearchParams(fields),
  });
  const shown = await (await app.request(path)).text();
  expect(shown).toContain('No recibirlo más');
  expect((await app.request(path, form({}))).status).toBe(303);
  expect(await (await app.request(path)).text()).toContain('No recibirlo más');
  expect((await app.request(path, form({ do: 'off' }))).status).toBe(303);
  expect(await (await app.request(path)).text()).toContain('Volver a recibirlo');
  desk.at('2026-11-24T08:00:00Z');
  await run();
  expect(await states()).toEqual(['2026-11-23 submitted']);
  await app.request(path, form({ do: 'on' }));
  await run();
  expect(await states()).toEqual(['2026-11-23 submitted', '2026-11-24 submitted']);
  expect((await app.request(path, form({ 'List-Unsubscribe': 'One-Click' }))).status).toBe(200);
  expect(await (await app.request(path)).text()).toContain('Volver a recibirlo');
  expect((await app.request(`${path}x`)).status).toBe(404);
  const log = await desk.rows<{ via: string; after: unknown }>(
    (partner) =>
      sql`select via, after from audit where partner = ${partner} and action = 'inbox:preference' order by id`,
  );
  expect(log.map(({ via }) => via)).toEqual(['link', 'link', 'link']);
});

async function untilThere(states: () => Promise<string[]>, line: string): Promise<void> {
  while (!(await states()).includes(line)) await new Promise((resolve) => setTimeout(resolve, 20));
}

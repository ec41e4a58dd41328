import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Caller } from '../../src/access/caller.ts';
import { createApi } from '../../src/http/api/create-api.ts';
import { newRoutes } from '../../src/http/api/new-routes.ts';
import type { Language } from '../../src/kernel/locale.ts';
import { callerOf, type Loose } from '../api-desk.ts';
import { type TestDatabase, testDatabase } from '../database.ts';
import { openDesk, type SendingDesk } from './sending-desk.ts';

let database: TestDatabase;
const desks: SendingDesk[] = [];

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});
afterAll(() => database.close());

type Ask = (
  method: string,
  path: string,
  body?: unknown,
  as?: Partial<Caller> & { language?: Language },
) => Promise<Loose>;

const luz = { customer: 'Luz SL', account: 'C1', email: 'ana@luz.example' };

async function desk(lines: readonly object[] = [{ ...luz, number: '1001', ends: '2027-01-11' }]) {
  const one = await openDesk(database.db, '2026-11-23');
  desks.push(one);
  await one.import(lines as never);
  await one.sendingOn();
  const { id } = await one.partner();
  let caller = callerOf(id);
  let language: Language = 'en';
  const app = newRoutes();
  app.use('*', async (c, next) => {
    c.set('caller', caller);
    c.set('language', language);
    await next();
  });
  app.route('/', createApi({ sending: one.deps, reportError: (error) => console.error(error) }));
  const ask: Ask = async (method, path, body, { language: speaks = 'en', ...as } = {}) => {
    caller = { ...callerOf(id), ...as };
    language = speaks;
    const headers = { 'content-type': 'application/json' };
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await app.request(`/api${path}`, { method, headers, ...init });
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  return { desk: one, ask, app };
}

it('sends a message again as one of its own, as of today, linked to the first, and once for two clicks', async () => {
  const { desk: one, ask } = await desk();
  await one.tick();
  const [first] = (await ask('GET', '/messages')).rows;
  await one.later({ days: 4 });
  const again = () =>
    ask('POST', `/messages/${first.id}/resend`, { reason: 'Cannot find it' }, { role: 'support' });
  const [made, twice] = await Promise.all([again(), again()]);
  expect([made, twice].map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  expect(made.message).toBe(twice.message);
  await one.tick();
  await one.tick();
  expect(one.server.accepted).toHaveLength(2);
  const [old, copy] = await one.mails();
  expect(copy!.messageId).not.toBe(old!.messageId);
  expect([old!.text, copy!.text].map((text) => /(\d+) días/.exec(text!)?.[1])).toEqual(['49', '45']);
  const shown = await ask('GET', `/messages/${made.message}`);
  expect(shown).toMatchObject({
    state: 'submitted',
    asked: { by: 'Marta', why: 'Cannot find it' },
    family: [{ id: first.id, isFirst: true }],
    customer: { name: 'Luz SL' },
  });
  expect((await ask('GET', `/messages/${first.id}`)).family).toMatchObject([
    { id: made.message, isFirst: false },
  ]);
  const order = shown.deliveries[0].order;
  const { clocks } = await ask('GET', `/orders/${order}`);
  expect(clocks[0].touches.find(({ stage }: Loose) => stage === 60)).toMatchObject({ message: made.message });
  const audit = await one.rows<{ action: string }>(
    (partner) => sql`select action from audit where partner = ${partner}`,
  );
  expect(audit).toEqual([{ action: 'messages:resend' }]);
  expect(
    await ask('POST', `/messages/${first.id}/resend`, { reason: 'x' }, { role: 'viewer' }),
  ).toMatchObject({ status: 403 });
  expect(await ask('POST', `/messages/${first.id}/resend`, { reason: ' ' })).toMatchObject({ status: 400 });
  expect(
    await ask('POST', `/messages/${first.id}/resend`, { reason: 'x' }, { customers: ['999'] }),
  ).toMatchObject({ status: 404 });
});

it('sends a message to another contact of the customer, and to nobody elsewhere', async () => {
  const { desk: one, ask } = await desk([
    { ...luz, number: '1001', ends: '2027-01-11' },
    { ...luz, email: 'eva@luz.example', number: '1002', ends: '2028-01-11' },
    { number: '2001', ends: '2028-01-11', customer: 'Otra SL', account: 'C2', email: 'x@otra.example' },
  ]);
  await one.tick();
  const [first] = (await ask('GET', '/messages')).rows;
  const { contacts } = await ask('GET', `/messages/${first.id}/recipients`);
  expect(contacts.map(({ address, isSame }: Loose) => [address, isSame])).toEqual([
    ['ana@luz.example', true],
    ['eva@luz.example', false],
  ]);
  const eva = contacts[1].id;
  expect(
    await ask('POST', `/messages/${first.id}/resend`, { contact: eva, reason: 'Ana has left' }),
  ).toMatchObject({
    address: 'eva@luz.example',
    isNew: true,
  });
  await one.tick();
  expect(one.server.accepted.map(({ to }) => to)).toEqual([['ana@luz.example'], ['eva@luz.example']]);
  const [stranger] = await one.rows<{ id: string }>(
    (partner) => sql`select id from contact where partner = ${partner} and address_key = 'x@otra.example'`,
  );
  expect(
    await ask('POST', `/messages/${first.id}/resend`, { contact: stranger!.id, reason: 'x' }),
  ).toMatchObject({ status: 409 });
});

it('says in clear words why a message is not sent again', async () => {
  const { desk: one, ask } = await desk();
  await one.tick();
  const [first] = (await ask('GET', '/messages')).rows;
  const refused = async (
    change: (partner: number) => ReturnType<typeof sql>,
    back: (partner: number) => ReturnType<typeof sql>,
  ) => {
    await one.rows(change as never);
    const answer = await ask('POST', `/messages/${first.id}/resend`, { reason: 'x' }, { language: 'es' });
    const { contacts } = await ask('GET', `/messages/${first.id}/recipients`, undefined, { language: 'es' });
    await one.rows(back as never);
    expect(answer.status).toBe(409);
    return [answer.detail as string, contacts[0].why as string | null];
  };
  expect(
    await refused(
      (p) =>
        sql`insert into address_state (partner, address_key, bouncing_since) values (${p}, 'ana@luz.example', now())`,
      (p) => sql`delete from address_state where partner = ${p}`,
    ),
  ).toEqual([
    'este mensaje no se reenvía: La dirección devuelve los mensajes',
    'La dirección devuelve los mensajes',
  ]);
  const [unsubscribed] = await refused(
    (p) =>
      sql`insert into consent (partner, address_key, purpose, objected, at, source) values (${p}, 'ana@luz.example', 'reminder', true, now(), 'test')`,
    (p) => sql`delete from consent where partner = ${p}`,
  );
  expect(unsubscribed).toContain('Se dio de baja de los recordatorios');
  const [off] = await refused(
    (p) => sql`update orders set notices_on = false where partner = ${p}`,
    (p) => sql`update orders set notices_on = true where partner = ${p}`,
  );
  expect(off).toContain('Los avisos de este pedido están desactivados');
  await one.sendingOn(false);
  expect(await ask('POST', `/messages/${first.id}/resend`, { reason: 'x' })).toMatchObject({ status: 409 });
  expect(one.server.accepted).toHaveLength(1);
});

it('tries a failed message again, made anew, but not at an address that bounces', async () => {
  const { desk: one, ask } = await desk([
    { ...luz, number: '1001', ends: '2027-01-11' },
    { number: '2001', ends: '2027-01-11', customer: 'Otra SL', account: 'C2', email: 'x@otra.example' },
  ]);
  one.server.setFaults([
    { step: 'rcpt', action: { do: 'answer', with: '550 5.1.1 no such user' }, to: 'ana@' },
    { step: 'dot', action: { do: 'answer', with: '554 5.7.1 looks like junk' }, to: 'x@' },
  ]);
  await one.tick();
  one.server.setFaults([]);
  const { rows } = await ask('GET', '/messages?attention=yes');
  expect(rows).toHaveLength(2);
  const ana = rows.find(({ address }: Loose) => address === 'ana@luz.example');
  const other = rows.find(({ address }: Loose) => address === 'x@otra.example');
  const seen = await ask('GET', `/messages/${ana.id}`, undefined, { language: 'es' });
  expect(seen.actions).toEqual(['resend', 'try-again', 'see']);
  expect(seen.events.at(-1)).toMatchObject({
    said: '550 5.1.1 no such user',
    means: 'Esa dirección no existe.',
  });
  expect(await ask('POST', `/messages/${ana.id}/try-again`)).toMatchObject({ status: 409 });
  expect(await ask('POST', `/messages/${other.id}/try-again`)).toMatchObject({ status: 200 });
  expect(await ask('POST', `/messages/${other.id}/try-again`)).toMatchObject({ status: 409 });
  await one.tick();
  expect((await one.notices()).find(({ to }) => to === 'x@otra.example')).toMatchObject({
    state: 'submitted',
    events: ['attempted', 'refused', 'try-again', 'attempted', 'submitted'],
  });
  // Taken care of, it asks for nobody any more; taken back, it does.
  const marked = await ask('POST', '/messages/seen', { messages: [ana.id], seen: true });
  expect(marked).toMatchObject({ changed: 1 });
  expect((await ask('GET', '/messages?attention=yes')).rows).toEqual([]);
  expect((await ask('GET', `/messages/${ana.id}`)).seen).toMatchObject({ by: 'Marta' });
  expect(await ask('POST', `/undo/${marked.undo}`)).toMatchObject({ undone: 1 });
  expect((await ask('GET', '/messages?attention=yes')).rows).toHaveLength(1);
});

it('repeats a message of doubt with the same bytes and Message-ID, or leaves it', async () => {
  const { desk: one, ask } = await desk();
  one.server.setFaults([{ step: 'dot', action: { do: 'drop', accept: true }, on: [1] }]);
  await one.tick();
  const [doubt] = (await ask('GET', '/messages?state=uncertain')).rows;
  expect((await ask('GET', `/messages/${doubt.id}`)).actions).toEqual(['resend', 'repeat', 'see']);
  expect(await ask('POST', `/messages/${doubt.id}/try-again`)).toMatchObject({ status: 409 });
  expect(await ask('POST', `/messages/${doubt.id}/repeat`)).toMatchObject({ status: 200 });
  await one.later({ days: 12 }).tick();
  const [a, b] = one.server.accepted;
  expect(one.server.accepted).toHaveLength(2);
  expect(b!.messageId).toBe(a!.messageId);
  expect(Buffer.from(b!.bytes).equals(Buffer.from(a!.bytes))).toBe(true);
  expect((await ask('GET', `/messages/${doubt.id}`)).state).toBe('submitted');
});

it('finds messages by person, company, address, order, name, stage and day', async () => {
  const {
    desk: one,
    ask,
    app,
  } = await desk([
    { ...luz, number: '1001', ends: '2027-01-11', names: ['www.luz.example'] },
    {
      number: '2001',
      ends: '2026-12-10',
      customer: 'Panadería García',
      account: 'C2',
      email: 'pan@garcia.example',
      names: ['tienda.garcia.example'],
    },
  ]);
  await one.tick();
  const found = async (query: string) =>
    (await ask('GET', `/messages?${query}`)).rows.map(({ address }: Loose) => address).sort();
  for (const text of [
    'garcia',
    'GARCÍA',
    'panaderia',
    'pan@',
    'pan@garcia.example',
    '2001',
    '200',
    'tienda.garcia',
    'garcia.example',
  ]) {
    expect(await found(`text=${encodeURIComponent(text)}`), text).toEqual(['pan@garcia.example']);
  }
  const file = await app.request('/api/messages/export?text=garcia&format=csv');
  expect((await file.text()).split('\r\n').slice(1, 2)).toEqual([
    expect.stringContaining('submitted,pan@garcia.example'),
  ]);
  expect(await found('text=example.org')).toEqual([]);
  expect(await found('text=%25')).toEqual([]);
  expect(await found('stage=60')).toEqual(['ana@luz.example']);
  expect(await found('from=2026-11-23&until=2026-11-23')).toHaveLength(2);
  expect(await found('until=2026-11-22')).toEqual([]);
  expect(await found('text=garcia&state=failed')).toEqual([]);
});

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import { addColleague } from '../../../test/inbox/add-colleague.ts';
import { keepInbox, keepInboxIfNeeded } from '../../inbox/keep-inbox.ts';
import { forgetRemovedNotes } from '../../inventory/forget-old.ts';
import { partnerOfId } from '../../partners/partner.ts';

let desk: ApiDesk;
let marta: Loose;
let luis: Loose;
let limited: Loose;
const ids = new Map<string, string>();
const customers = new Map<string, string>();

beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import([
    { number: '1', ends: '2026-11-25', customer: 'Zapatos SL', account: 'Z1' },
    { number: '2', ends: '2027-03-01', customer: 'Zapatos SL', account: 'Z1' },
    { number: '3', ends: '2026-11-24', customer: 'Árbol SA', account: 'A1' },
  ]);
  for (const row of (await desk.get('/api/orders')).body.rows) ids.set(row.number, row.id);
  for (const row of (await desk.get('/api/customers')).body.rows) customers.set(row.name, row.id);
  marta = await addColleague(desk.database, { name: 'Marta Vidal', role: 'renewals-manager' });
  luis = await addColleague(desk.database, { name: 'Luis Prieto' });
  const own = [customers.get('Zapatos SL')!];
  limited = await addColleague(desk.database, { name: 'Eva Corta', role: 'support', customers: own });
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.at('2026-11-23T10:00:00Z').as(marta);
});

const keep = async () =>
  keepInbox(
    { db: desk.database.db, now: () => desk.now },
    (await partnerOfId(desk.database.db, desk.database.partner))!,
  );
const inbox = async (who: Loose, query = ''): Promise<Loose[]> =>
  (await desk.as(who).get(`/api/inbox${query}`)).body.rows;
const kinds = async (who: Loose, query = '') => (await inbox(who, query)).map(({ kind }) => kind);
const note = (words: string, number = '2') =>
  desk.send('POST', `/api/orders/${ids.get(number)}/notes`, { words });
const say = (who: Loose, body: object) => desk.as(who).send('POST', '/api/inbox/changes', body);
const undo = (who: Loose, token: string) => desk.as(who).send('POST', `/api/undo/${token}`);

test('a colleague named in a note hears of it at once, with names in place of accounts', async () => {
  const written = await note(`@[${luis.person}] please call them. @[${marta.person}] too`);
  expect(written.body.words).toBe('@Luis Prieto please call them. @Marta Vidal too');
  const [item] = await inbox(luis);
  expect(item).toMatchObject({
    kind: 'mentioned',
    by: 'Marta Vidal',
    words: '@Luis Prieto please call them. @Marta Vidal too',
    read: false,
    order: { number: '2' },
    customer: { name: 'Zapatos SL' },
  });
  expect((await desk.get('/api/inbox/count')).body).toEqual({ open: 1, unread: 1 });
  // Whoever names themselves knows it.
  expect(await inbox(marta)).toEqual([]);
  await keep();
  expect(await inbox(luis)).toHaveLength(1);

  desk.as(marta);
  const gone = await desk.send('DELETE', `/api/orders/${ids.get('2')}/notes/${written.body.id}`);
  expect(await inbox(luis)).toEqual([]);
  await undo(marta, gone.body.undo);
  expect(await inbox(luis)).toHaveLength(1);

  desk.as(marta);
  const path = `/api/orders/${ids.get('2')}/notes/${written.body.id}`;
  const edited = await desk.send('PATCH', path, { words: 'Nobody now' });
  expect(await inbox(luis)).toEqual([]);
  desk.as(marta);
  expect((await desk.get(`/api/orders/${ids.get('2')}`)).body.notes[0]).toMatchObject({
    words: 'Nobody now',
    editedAt: '2026-11-23T10:00:00Z',
  });
  expect((await undo(marta, edited.body.undo)).body).toEqual({ undone: 1, left: 0 });
  expect((await desk.get(`/api/orders/${ids.get('2')}`)).body.notes[0]).toMatchObject({
    source: `@[${luis.person}] please call them. @[${marta.person}] too`,
    editedAt: null,
  });
  expect(await inbox(luis)).toHaveLength(1);
  const log = await desk.inside(
    async (tx) =>
      (
        await sql<Loose>`select action, after from audit where action like 'notes:%' order by id`.execute(
          tx.db,
        )
      ).rows,
  );
  expect(JSON.stringify(log)).not.toContain('@[');
});

test('names nobody who does not see the customer, and lets nobody edit another’s note', async () => {
  expect((await note(`@[${limited.person}]`, '3')).body).toMatchObject({ code: 'cannot-be-named' });
  expect((await note('@[nobody]')).status).toBe(400);
  const written = await note(`@[${limited.person}] look`, '2');
  expect(written.status).toBe(200);
  expect(await kinds(limited)).toEqual(['mentioned']);
  desk.as(luis);
  const path = `/api/orders/${ids.get('2')}/notes/${written.body.id}`;
  expect((await desk.send('PATCH', path, { words: 'mine now' })).status).toBe(404);
  desk.as(marta);
  const other = await note(`@[${limited.person}] again`, '2');
  await desk.send('DELETE', `/api/orders/${ids.get('2')}/notes/${other.body.id}`);
  const left = await desk.inside(async (tx) => {
    await forgetRemovedNotes(tx, Temporal.Instant.from('2027-01-01T00:00:00Z'));
    return (await sql`select from note_mention where note = ${other.body.id}::bigint`.execute(tx.db)).rows;
  });
  expect([left, await kinds(limited)]).toEqual([[], ['mentioned']]);
  const seen = (await desk.get(`/api/colleagues?customer=${customers.get('Árbol SA')}`)).body.rows;
  expect(seen.map(({ name }: Loose) => name)).toEqual(['Luis Prieto', 'Marta Vidal']);
});

test('what an owner has to look at comes once, and goes with its cause', async () => {
  const order = (await desk.get(`/api/orders/${ids.get('1')}`)).body;
  const assign = { 'if-match': order.etag };
  await desk.send('PATCH', `/api/orders/${order.id}`, { owner: 'prieto, LUIS' }, assign);
  expect((await desk.get('/api/owners')).body.rows).toEqual([
    { name: 'prieto, LUIS', people: [luis.person] },
  ]);
  expect(await keep()).toEqual({ added: 1, gone: 0 });
  expect(await keep()).toEqual({ added: 0, gone: 0 });
  expect((await inbox(luis, '?kind=lapsing'))[0]).toMatchObject({
    order: { number: '1' },
    dueAt: '2026-11-26T00:00:00Z',
  });
  // A request is an answer; its own thing waits instead, but not for who noted it.
  desk.as(luis);
  const asked = await desk.send('POST', `/api/orders/${order.id}/requests`, { answer: 'renew' });
  await keep();
  expect(await kinds(luis)).toEqual(['mentioned']);
  await undo(luis, asked.body.undo);
  desk.as(marta);
  await desk.send('POST', `/api/orders/${order.id}/requests`, { answer: 'renew' });
  await keep();
  expect((await inbox(luis, '?kind=request'))[0]).toMatchObject({
    by: 'Marta Vidal',
    order: { number: '1' },
  });
  const request = (await desk.get('/api/requests')).body.rows[0];
  desk.as(luis);
  const next = { kind: 'next', on: '2026-11-24' };
  await desk.send('POST', '/api/requests/changes', { requests: [request.id], change: next });
  await keep();
  expect(await kinds(luis)).not.toContain('request');
  desk.at('2026-11-24T08:00:00Z');
  await keep();
  expect((await inbox(luis, '?kind=request-day'))[0]).toMatchObject({ nextOn: '2026-11-24' });
  const close = { kind: 'declined', reason: 'price' };
  const closed = await desk.send('POST', '/api/requests/changes', { requests: [request.id], change: close });
  expect(closed.status).toBe(200);
  await keep();
  expect(await kinds(luis)).toEqual(['mentioned']);
});

test('after three days without a look, it finds what waits still, and once', async () => {
  await desk.inside((tx) =>
    sql`update customer set owner = 'LUIS-prieto@faro.example' where name = 'Árbol SA'`.execute(tx.db),
  );
  desk.at('2026-11-27T10:00:00Z');
  await keep();
  await keep();
  expect((await inbox(luis, '?kind=lapsing')).map((item) => item.order.number)).toEqual(['3']);
  // It lapsed on the 24th: a month later nobody needs to hear of it here.
  desk.at('2026-12-27T10:00:00Z');
  await keep();
  expect(await inbox(luis, '?kind=lapsing')).toEqual([]);
});

test('done, put off and undone; read is a mark and no decision', async () => {
  await keep();
  const mention = '?kind=mentioned';
  const [item] = await inbox(luis, '?kind=mentioned');
  const items = [item.id];
  expect((await say(luis, { kind: 'read', items: null })).body).toMatchObject({ changed: 2, undo: null });
  expect((await desk.get('/api/inbox/count')).body).toEqual({ open: 2, unread: 0 });
  await say(luis, { kind: 'unread', items });
  expect((await desk.get('/api/inbox/count')).body).toEqual({ open: 2, unread: 1 });

  const done = await say(luis, { kind: 'done', items });
  expect(await inbox(luis, mention)).toEqual([]);
  expect(await kinds(luis, '?state=done')).toEqual(['mentioned']);
  expect((await say(luis, { kind: 'done', items })).body.changed).toBe(0);
  await keep();
  expect(await inbox(luis, mention)).toEqual([]);
  expect((await undo(luis, done.body.undo)).body.undone).toBe(1);
  expect(await inbox(luis, mention)).toHaveLength(1);

  expect((await say(luis, { kind: 'snooze', items, until: '2026-11-23' })).body.code).toBe(
    'not-a-day-to-come',
  );
  await say(luis, { kind: 'snooze', items, until: '2026-11-25' });
  expect([await inbox(luis, mention), await kinds(luis, '?state=snoozed')]).toEqual([[], ['mentioned']]);
  desk.at('2026-11-25T00:00:00Z');
  expect(await kinds(luis, mention)).toEqual(['mentioned']);
  desk.at('2026-11-23T10:00:00Z');
  await say(luis, { kind: 'open', items });
  expect(await kinds(luis, mention)).toEqual(['mentioned']);
});

test('nobody changes another’s, and whoever loses the customer sees it no longer', async () => {
  const [item] = await inbox(luis, '?kind=mentioned');
  expect((await say(marta, { kind: 'done', items: [item.id] })).body.changed).toBe(0);
  expect(await inbox({ ...limited, customers: [customers.get('Árbol SA')!] })).toEqual([]);
  expect(await inbox({ ...limited })).toHaveLength(1);
  const page = await desk.as(luis).get('/api/inbox?limit=1');
  const next = await desk.get(`/api/inbox?limit=1&after=${page.body.next}`);
  expect([next.body.rows.length, next.body.next]).toEqual([1, null]);
  expect(next.body.rows[0].id).not.toBe(page.body.rows[0].id);
  expect((await desk.get('/api/inbox?after=abc')).status).toBe(400);
});

test('with nothing happening nobody looks at the whole inventory again, but for the time that passes', async () => {
  const deps = { db: desk.database.db, now: () => desk.now };
  const partner = (await partnerOfId(desk.database.db, desk.database.partner))!;
  const first = await keepInboxIfNeeded(deps, partner, undefined);
  expect(first.outcome).toEqual({ added: 0, gone: expect.any(Number) });
  expect((await keepInboxIfNeeded(deps, partner, first.look)).outcome).toBe('same');
  await note('Something happened');
  const second = await keepInboxIfNeeded(deps, partner, first.look);
  expect(second.outcome).toEqual({ added: 0, gone: 0 });
  desk.at('2026-11-23T10:05:00Z');
  expect((await keepInboxIfNeeded(deps, partner, second.look)).outcome).toEqual({ added: 0, gone: 0 });
});

test('a failed notice, a held run, a day to approve and a broken file wait for whom they concern', async () => {
  await desk.inside(async (tx) => {
    const p = tx.partner;
    await sql`insert into pass (partner, as_of, state, notices) values (${p}, now(), 'held', 1200)`.execute(
      tx.db,
    );
    await sql`insert into pass (partner, as_of, state, notices, report)
      values (${p}, now(), 'held', 12, '{"why": "not-approved"}')`.execute(tx.db);
    await sql`update partner set sending_on = true, settings = '{"dayApproval": {"needed": true, "tolerance": 20}}'
      where id = ${p}`.execute(desk.database.db.system);
    await sql`insert into import_upload (partner, id, file_name, person, person_name, at, stage, expires_at)
      values (${p}, 'u1', 'cartera.xlsx', ${marta.person}, 'Marta', now(), 'failed', '2026-12-01')`.execute(
      tx.db,
    );
    const notice = await sql<{
      id: string;
    }>`insert into notice (partner, channel, contact, address_key, text_locale,
        locale, purpose, tone, template, stage, planned_at, late_at, not_before, pass, state)
      values (${p}, 'email', 1, 'a@b.example', 'es-ES', 'es', 'safety', 'early', 'early', 30, '2026-11-23', '2026-11-24',
        '2026-11-23', 1, 'bounced') returning id`.execute(tx.db);
    await sql`insert into delivery (partner, notice, clock, anchor, stage, channel, order_id, kind, address_key)
      values (${p}, ${notice.rows[0]!.id}::bigint, 1, '2026-11-24', 30, 'email', ${ids.get('3')}::bigint, 'coverage',
        'a@b.example')`.execute(tx.db);
  });
  await keep();
  expect((await kinds(marta)).sort()).toEqual(['approve-day', 'held-run', 'import-failed']);
  expect((await inbox(marta, '?kind=held-run'))[0]).toMatchObject({ messages: 1200 });
  expect((await inbox(luis, '?kind=failed-notice'))[0]).toMatchObject({
    state: 'bounced',
    order: { number: '3' },
  });
  expect(await kinds(limited)).toEqual(['mentioned']);
  await desk.inside((tx) => sql`update pass set state = 'released'`.execute(tx.db));
  await desk.inside((tx) => sql`update notice set seen_at = now()`.execute(tx.db));
  await keep();
  expect(await kinds(marta)).toEqual(['import-failed']);
  expect(await kinds(luis)).not.toContain('failed-notice');
});

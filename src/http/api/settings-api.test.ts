import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarBook, CalendarView } from '../../../contract/settings.ts';
import { ApiDesk, type Loose } from '../../../test/api-desk.ts';
import { undoImport } from '../../inventory/undo-import.ts';
import { runRetention } from '../../jobs/run-retention.ts';
import { partnerOfId } from '../../partners/partner.ts';

let desk: ApiDesk;
beforeAll(async () => {
  desk = await ApiDesk.open();
  await desk.import([
    { number: '1', customer: 'Alfa', email: 'ana@alfa.example', ends: '2026-12-20' },
    { number: '2', customer: 'Beta', email: 'bea@beta.example', ends: '2027-01-20' },
    { number: '3', customer: 'Gama', email: 'gil@gama.example', ends: '2027-02-10' },
  ]);
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.as({});
});

async function calendars() {
  const { body, headers } = await desk.get<CalendarView>('/api/settings/calendars');
  return { ...body, etag: headers.get('etag')! };
}

function moved(book: CalendarBook, id: string, daysBefore: number): CalendarBook {
  return {
    ...book,
    calendars: book.calendars.map((one) => ({
      ...one,
      stages: one.stages.map((stage) =>
        one.kind === 'coverage' && stage.id === id
          ? { ...stage, daysBefore, share: (stage.share! * daysBefore) / stage.daysBefore }
          : stage,
      ),
    })),
  };
}

function put(book: CalendarBook, etag: string, more: object = {}) {
  return desk.send('PUT', '/api/settings/calendars', { book, ...more }, { 'if-match': etag });
}

describe('the calendars of notices', () => {
  it('begin as the built-in ones and change in versions, with who and why', async () => {
    const first = await calendars();
    expect([first.version, first.etag]).toEqual([0, '"v0"']);
    const saved = await put(moved(first.book, 'd60', 55), first.etag, { note: 'mejor en martes' });
    expect([saved.status, saved.body.version, saved.headers.get('etag')]).toEqual([200, 1, '"v1"']);
    const { body } = await desk.get('/api/settings/calendars/versions');
    expect(body.versions).toMatchObject([
      { version: 1, by: 'Marta', note: 'mejor en martes' },
      { version: 0, at: null, by: null },
    ]);
    expect((await partnerOfId(desk.database.db, desk.database.partner))?.cadence?.version).toBe('v1');
  });

  it('are not overwritten by who began with an older version, who is told whose is newer', async () => {
    const { book, etag } = await calendars();
    expect((await put(moved(book, 'd30', 28), etag)).status).toBe(200);
    const late = await put(moved(book, 'd30', 25), etag);
    expect([late.status, late.body.changed.by]).toEqual([412, 'Marta']);
    expect((await calendars()).book.calendars[0]!.stages.map(({ daysBefore }) => daysBefore)).toContain(28);
  });

  it('go back to an old version as a new one, and a change can be undone unless another came after it', async () => {
    const now = await calendars();
    const { body: old } = await desk.get<CalendarView>('/api/settings/calendars/versions/0');
    const back = await put(old.book, now.etag, { fromVersion: 0 });
    expect((await calendars()).book).toEqual(old.book);
    expect((await desk.send('POST', `/api/undo/${back.body.undo}`)).body).toEqual({ undone: 1, left: 0 });
    const undone = await calendars();
    expect([undone.version, undone.fromVersion]).toEqual([back.body.version + 1, now.version]);
    const one = await put(moved(undone.book, 'd90', 85), undone.etag);
    await put(old.book, one.headers.get('etag')!);
    expect((await desk.send('POST', `/api/undo/${one.body.undo}`)).body).toEqual({ undone: 0, left: 1 });
  });

  it('wake what waits, also what had nothing more to come, but not what was withdrawn', async () => {
    await desk.inside((tx) =>
      sql`update clock set next_at = case when ends_at < '2027-01-15' then null
      else '2027-01-01T00:00:00Z'::timestamptz end where partner = ${tx.partner}`.execute(tx.db),
    );
    await desk.inside((tx) =>
      sql`update orders set withdrawn_at = now() where partner = ${tx.partner} and number = '2'`.execute(
        tx.db,
      ),
    );
    await desk.inside((tx) =>
      sql`update clock set next_at = null where partner = ${tx.partner} and order_id in
      (select id from orders where partner = ${tx.partner} and number = '2')`.execute(tx.db),
    );
    desk.at('2026-11-23T10:05:00Z');
    const { book, etag } = await calendars();
    await put(moved(book, 'd60', 50), etag);
    const awake = () =>
      desk.inside(
        async (tx) =>
          (
            await sql<{ number: string; at: Temporal.Instant | null }>`
      select o.number, c.next_at as at from clock c join orders o on o.partner = c.partner and o.id = c.order_id
      where c.partner = ${tx.partner} and c.kind = 'coverage' order by o.number`.execute(tx.db)
          ).rows,
      );
    await expect
      .poll(async () => (await awake()).map(({ number, at }) => `${number} ${at?.toString() ?? 'never'}`))
      .toEqual(['1 2026-11-23T10:05:00Z', '2 never', '3 2026-11-23T10:05:00Z']);
    await desk.inside((tx) =>
      sql`update orders set withdrawn_at = null where partner = ${tx.partner}`.execute(tx.db),
    );
  });

  it('are for managers to change; what is deleted for good is for administrators', async () => {
    const { book, etag } = await calendars();
    desk.as({ role: 'renewals-manager' });
    expect((await desk.get('/api/settings/calendars')).status).toBe(200);
    expect((await put(book, etag)).status).toBe(200);
    expect((await desk.send('PUT', '/api/settings/retention', {})).status).toBe(403);
    desk.as({ role: 'support' });
    expect((await desk.get('/api/settings/calendars')).status).toBe(403);
  });

  it('are refused with the place of what is wrong', async () => {
    const { book, etag } = await calendars();
    const answer = await put(moved(book, 'd90', 30), etag);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([
      400,
      '/book/calendars/0/stages/2/daysBefore',
    ]);
    expect((await put(book, 'W/"x"')).status).toBe(400);
  });
});

describe('the effect before saving', () => {
  const ask = (body: object) => desk.send('POST', '/api/settings/effect', body);

  it('is nothing where nothing changes', async () => {
    const { book } = await calendars();
    const { body } = await ask({ book });
    expect(body.effect).toMatchObject({
      sampledOneIn: 1,
      orders: 0,
      differences: [],
      customers: { more: 0, fewer: 0, otherwise: 0 },
    });
    expect(body.effect.perDay).toHaveLength(31);
  });

  it('names the orders, days and stages that a moved stage changes', async () => {
    const { book } = await calendars();
    // Order 2 ends on 20 January: its 30 days open on 22 December.
    const { body } = await ask({ book: moved(book, 'd30', 35) });
    const [one] = body.effect.differences.filter(({ orderNumber }: Loose) => orderNumber === '2');
    expect(one).toMatchObject({ customerName: 'Beta', kind: 'coverage' });
    expect(one.after.at(-1)).toEqual({ day: '2026-12-17', stage: 35 });
    expect(body.effect.perStage).toContainEqual(expect.objectContaining({ stage: 35, before: 0 }));
  });

  it('warns of a safety stage that goes, of stages nearer than the gap, and shows what short lives leave', async () => {
    const { book } = await calendars();
    const [coverage, ...others] = book.calendars;
    const stages = coverage!.stages.filter(({ lastSafety, daysBefore }) => !lastSafety || daysBefore < 0);
    const near = [...stages, { ...stages[0]!, id: 'near', daysBefore: stages[0]!.daysBefore - 1 }];
    const { body } = await ask({
      book: { ...book, calendars: [{ ...coverage!, stages: near }, ...others] },
      effect: false,
    });
    expect(body.effect).toBeNull();
    const codes = body.warnings
      .filter(({ calendar }: Loose) => calendar === 'coverage')
      .map(({ code }: Loose) => code);
    expect(codes).toEqual(expect.arrayContaining(['no-safety', 'safety-removed', 'gap-over-distance']));
    const short = body.falls.find((fall: Loose) => fall.calendar === 'coverage' && fall.lifetimeDays === 47);
    expect(short.stages).toEqual(
      expect.arrayContaining([
        { id: 'd90', opensDaysBefore: null, why: 'merged' },
        { id: 'near', opensDaysBefore: 11, why: null },
      ]),
    );
  });

  it('shows what other sending rules would do', async () => {
    const { body: sending } = await desk.get('/api/settings/sending');
    const { body } = await ask({ sending: { ...sending.value, workingDays: [6, 7] } });
    const onWeekdays = (side: 'before' | 'after') =>
      body.effect.perDay
        .filter(({ day }: Loose) => Temporal.PlainDate.from(day).dayOfWeek < 6)
        .reduce((sum: number, one: Loose) => sum + one[side], 0);
    // The last safety words still go on whatever day they must.
    expect(onWeekdays('after')).toBeLessThan(onWeekdays('before'));
  });
});

describe('the other settings', () => {
  it('change by parts, in versions, and tell a stale edit which fields have moved', async () => {
    const { body, headers } = await desk.get('/api/settings/sending');
    const etag = { 'if-match': headers.get('etag')! };
    const value = { ...body.value, dailyCap: 5 };
    const saved = await desk.send('PUT', '/api/settings/sending', { value }, etag);
    expect(saved.body.changed).toBe(true);
    const late = await desk.send(
      'PUT',
      '/api/settings/sending',
      { value: { ...value, pullForwardDays: 2 } },
      etag,
    );
    expect([late.status, late.body.changed]).toEqual([412, { dailyCap: 5 }]);
    const { body: versions } = await desk.get('/api/settings/sending/versions');
    expect(versions.versions[0]).toMatchObject({
      by: 'Marta',
      before: { dailyCap: 3 },
      after: { dailyCap: 5 },
    });
    expect((await desk.send('POST', `/api/undo/${saved.body.undo}`)).body.undone).toBe(1);
    expect((await desk.get('/api/settings/sending')).body.value.dailyCap).toBe(3);
  });

  it('are refused where nothing could be written in them', async () => {
    const { headers } = await desk.get('/api/settings/languages');
    const value = { defaultLocale: 'es-ES', defaultTimeZone: 'Europa/Madrid' };
    const answer = await desk.send(
      'PUT',
      '/api/settings/languages',
      { value },
      { 'if-match': headers.get('etag')! },
    );
    expect([answer.status, answer.body.detail]).toEqual([400, expect.stringContaining('IANA')]);
  });

  it('are in the audit log, with what was before', async () => {
    const rows = await desk.inside(
      async (tx) =>
        (
          await sql<{ before: Loose }>`select before from audit
      where partner = ${tx.partner} and action = 'settings:change' and subject_id = 'sending'`.execute(tx.db)
        ).rows,
    );
    expect(rows[0]!.before.dailyCap).toBe(3);
  });
});

describe('retention', () => {
  it('removes what messages said, old audit entries and what imports changed, once a day, and keeps the proof', async () => {
    await desk.inside(async (tx) => {
      await sql`insert into notice (partner, channel, contact, address_key, text_locale, locale, purpose, tone, template,
        stage, planned_at, late_at, state, not_before, pass, facts, subject, digest, finished_at)
        select ${tx.partner}, 'email', 1, 'ana@alfa.example', 'es-ES', 'es-ES', 'safety', 'urgent', 'last-days', 7, at, at,
          'submitted', at, 1, '{"allowed": []}', 'Renueve', 'abc', at
        from (values ('2026-01-01'::timestamptz), ('2026-11-20'::timestamptz)) as v (at)`.execute(tx.db);
      await sql`insert into audit (partner, at, via, action, subject_kind, subject_id)
        values (${tx.partner}, now() - interval '800 days', 'command', 'old', 'x', '1')`.execute(tx.db);
    });
    const { body, headers } = await desk.get('/api/settings/retention');
    const value = { ...body.value, messageContentDays: 90, auditDays: 730 };
    expect((await desk.send('POST', '/api/settings/retention/count', value)).body).toEqual({
      messages: 1,
      imports: 0,
      notes: 0,
      audit: 1,
    });
    await desk.send('PUT', '/api/settings/retention', { value }, { 'if-match': headers.get('etag')! });
    const deps = { db: desk.database.db, now: () => desk.now };
    const partner = (await partnerOfId(desk.database.db, desk.database.partner))!;
    expect(await runRetention(deps, partner)).toEqual({ messages: 1, imports: 0, notes: 0, audit: 1 });
    expect(await runRetention(deps, partner)).toBeUndefined();
    const kept = await desk.inside(
      async (tx) =>
        (
          await sql<Loose>`select subject, facts, digest, content_removed_at is not null as gone
      from notice where partner = ${tx.partner} order by id`.execute(tx.db)
        ).rows,
    );
    expect(kept).toEqual([
      { subject: null, facts: null, digest: 'abc', gone: true },
      { subject: 'Renueve', facts: { allowed: [] }, digest: 'abc', gone: false },
    ]);
    expect((await desk.get('/api/settings/retention')).body.last.removed).toMatchObject({
      messages: 1,
      audit: 1,
    });
  });

  it('says of a message that its words are gone, and of an import that it can no longer be undone', async () => {
    const { rows } = (await desk.get('/api/messages')).body;
    const gone = rows.find(({ subject }: Loose) => subject === null);
    expect((await desk.get(`/api/messages/${gone.id}`)).body.detail).toContain('kept no longer');
    await desk.inside((tx) =>
      sql`update import set applied_at = '2026-01-01' where partner = ${tx.partner}`.execute(tx.db),
    );
    const { body, headers } = await desk.get('/api/settings/retention');
    const value = { ...body.value, importChangesDays: 30 };
    await desk.send('PUT', '/api/settings/retention', { value }, { 'if-match': headers.get('etag')! });
    const partner = (await partnerOfId(desk.database.db, desk.database.partner))!;
    desk.at('2026-11-24T10:00:00Z');
    const deps = { db: desk.database.db, now: () => desk.now };
    expect(await runRetention(deps, partner)).toMatchObject({ imports: 1 });
    const undo = undoImport(desk.database.db.forPartner(partner.id), '1', { now: deps.now });
    await expect(undo).rejects.toThrow('no longer be undone');
  });

  it('cannot touch what the log holds of the last year, not even by hand', async () => {
    const attempt = desk.inside(async (tx) => {
      await sql`set local vigente.retention = 'on'`.execute(tx.db);
      await sql`delete from audit where partner = ${tx.partner}`.execute(tx.db);
    });
    await expect(attempt).rejects.toThrow('keeps everything for a year');
  });
});

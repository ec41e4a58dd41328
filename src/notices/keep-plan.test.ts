import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { OrderLine } from '../../test/notices/order-line.ts';
import { openDesk, type SendingDesk } from '../../test/notices/sending-desk.ts';
import { setUpPartner } from '../partners/set-up-partner.ts';
import { keepPlan } from './keep-plan.ts';
import { planDays } from './plan-days.ts';
import { planTableOf } from './plan-table-of.ts';
import { planningRules } from './plan-touches.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const settings = { quietHours: { from: '18:00', until: '09:00' }, workingDays: [1, 2, 3, 4, 5], dailyCap: 1 };

/** Twelve customers with three orders each; the mailbox of the third stands at the fourth as well. */
const orders: OrderLine[] = Array.from({ length: 36 }, (_, i) => ({
  number: String(8000 + i),
  ends: Temporal.PlainDate.from('2026-11-28')
    .add({ days: i * 5 })
    .toString(),
  account: `C${i % 12}`,
  email: i % 12 === 3 ? 'persona2@example.com' : `persona${i % 12}@example.com`,
}));

async function planned(at = '2026-11-23T08:00:00Z'): Promise<SendingDesk> {
  const desk = await openDesk(database.db, at, { settings, smtpUrl: 'outbox:' });
  await desk.import(orders);
  expect((await keep(desk)).kind).toBe('made');
  return desk;
}

const keep = async (desk: SendingDesk, ordersAtOnce = 4) =>
  keepPlan(desk.deps, await desk.partner(), { ordersAtOnce });

const lines = (desk: SendingDesk) =>
  desk.rows<{ line: string }>(
    (partner) => sql`
      select concat_ws(' ', l.day, l.at, o.number, c.kind, c.stage, c.state, c.reason, c.template, c.text_locale,
        l.contact, l.others, l.leads, l.until, l.params) as line
      from plan_line l join plan_cell c on c.partner = l.partner and c.id = l.cell
      join orders o on o.partner = l.partner and o.id = l.order_id
      where l.partner = ${partner} order by 1`,
  );

const totalsAreRight = async (desk: SendingDesk) => {
  const rows = await desk.rows<{ n: number }>(
    (partner) => sql`
      select count(*)::int as n from (select day, cell, count(*) as lines, sum(leads) as messages from plan_line
        where partner = ${partner} group by day, cell) c
      full join (select * from plan_total where partner = ${partner} and lines <> 0) t using (day, cell)
      where c.lines is distinct from t.lines or c.messages is distinct from t.messages`,
  );
  return rows[0]!.n === 0;
};

const changes = (desk: SendingDesk) =>
  desk.rows<{ cause: string; ref: string; kind: string; touches: number }>(
    (partner) => sql`select cause, ref, kind, sum(touches)::int as touches from plan_change_total
      where partner = ${partner} group by cause, ref, kind order by cause, kind`,
  );

/** The same as if it were made for the first time now. */
async function isAsNew(desk: SendingDesk): Promise<void> {
  const kept = await lines(desk);
  expect(await totalsAreRight(desk)).toBe(true);
  for (const table of ['plan', 'plan_line', 'plan_total', 'plan_stale', 'plan_change', 'plan_change_total']) {
    await desk.rows((partner) => sql`delete from ${sql.table(table)} where partner = ${partner}`);
  }
  await keep(desk);
  expect(await lines(desk)).toEqual(kept);
}

const switchOff = (desk: SendingDesk, number: string) =>
  desk.rows(
    (partner) => sql`update orders set notices_on = false where partner = ${partner} and number = ${number}`,
  );

it('is made once a day; a second making finds nothing to do', async () => {
  const desk = await planned();
  const before = await lines(desk);
  expect(before.length).toBeGreaterThan(60);
  expect((await keep(desk)).kind).toBe('fresh');
  expect(await lines(desk)).toEqual(before);
  expect(await changes(desk)).toEqual([]);
  await isAsNew(desk);
  await desk.close();
});

it('says the same as the plan of the command line', async () => {
  const desk = await planned();
  const partner = await desk.partner();
  const planning = planningRules(partner, desk.deps.cadence);
  const now = desk.now.epochMilliseconds;
  const last = Temporal.PlainDate.from('2026-11-23').add({ days: 120 }).toZonedDateTime('Europe/Madrid');
  const told: string[] = [];
  for await (const days of planDays(desk.scope, planning, {
    now,
    from: now,
    until: last.epochMilliseconds,
  })) {
    const { lines: rows } = await planTableOf(desk.scope, days, { planning, language: 'en' });
    told.push(
      ...rows.map((row) => [row.date, row.order, row.clock, row.stage, row.state, row.reason].join(' ')),
    );
  }
  const kept = await desk.rows<{ line: string }>(
    (id) => sql`select concat_ws(' ', l.day, o.number, c.kind, c.stage, c.state, c.reason) as line
      from plan_line l join plan_cell c on c.partner = l.partner and c.id = l.cell
      join orders o on o.partner = l.partner and o.id = l.order_id where l.partner = ${id}`,
  );
  expect(kept.map(({ line }) => line).sort()).toEqual(told.sort());
  await desk.close();
});

it('makes anew only whose facts have changed, with those who share their addresses, and says why', async () => {
  const desk = await planned();
  await switchOff(desk, '8014');
  const kept = await keep(desk);
  expect(kept).toMatchObject({ kind: 'refreshed', customers: 1 });
  const causes = await changes(desk);
  expect(causes).toContainEqual(expect.objectContaining({ cause: 'switched', kind: 'suppressed' }));
  expect(causes.map(({ cause }) => cause).every((cause) => ['switched', 'together'].includes(cause))).toBe(
    true,
  );
  await isAsNew(desk);
  await desk.close();
});

it('names the import whose file changed it', async () => {
  const desk = await planned();
  const id = await desk.import([
    { ...orders[20]!, ends: '2027-02-20' },
    { ...orders[0]!, number: '9001', ends: '2027-01-30' },
  ]);
  await keep(desk);
  expect((await changes(desk)).map(({ cause, ref, kind }) => `${cause} ${ref === id} ${kind}`)).toContain(
    'import true added',
  );
  await isAsNew(desk);
  await desk.close();
});

it('names a changed setting', async () => {
  const desk = await planned();
  await setUpPartner(database.db, {
    slug: desk.slug,
    settings: { ...settings, minDaysBetweenNotices: 9, dailyCap: 1 },
  });
  expect((await keep(desk)).kind).toBe('made');
  const causes = await changes(desk);
  expect(causes.length).toBeGreaterThan(0);
  expect(new Set(causes.map(({ cause }) => cause))).toEqual(new Set(['setting']));
  await isAsNew(desk);
  await desk.close();
});

it('tells on the next day what did not go because sending is off, and nothing else', async () => {
  const desk = await planned();
  desk.at('2026-11-24T08:00:00Z');
  expect((await keep(desk)).kind).toBe('made');
  const causes = await changes(desk);
  expect(causes.length).toBeGreaterThan(0);
  expect(new Set(causes.map(({ cause }) => cause))).toEqual(new Set(['sending-off', 'time']));
  await isAsNew(desk);
  await desk.close();
});

it('has no news when the ticks do what it said', async () => {
  const desk = await planned('2026-11-23T07:00:00Z');
  await desk.sendingOn();
  for (const hour of ['08:00', '11:00', '16:00']) {
    desk.at(`2026-11-23T${hour}:00Z`);
    await desk.tick();
  }
  const morning = await lines(desk);
  await keep(desk);
  expect(await lines(desk), 'the plan of the day stays through the day').toEqual(morning);
  desk.at('2026-11-24T00:30:00Z');
  await keep(desk);
  expect(await changes(desk)).toEqual([]);
  await isAsNew(desk);
  await desk.close();
});

it('goes on where it was stopped, and comes to the same', async () => {
  const desk = await openDesk(database.db, '2026-11-23T08:00:00Z', { settings, smtpUrl: 'outbox:' });
  await desk.import(orders);
  const stop = new AbortController();
  const partner = await desk.partner();
  let looks = 0;
  const signal = { get aborted() { looks += 1; return looks > 4; } } as AbortSignal; // biome-ignore format: one thing
  expect(await keepPlan(desk.deps, partner, { signal, ordersAtOnce: 4 })).toEqual({ kind: 'stopped' });
  const [head] = await desk.rows<{ done: number; day: string | null }>(
    (id) => sql`select (making ->> 'done')::int as done, day from plan where partner = ${id}`,
  );
  expect(head?.day).toBe(null);
  expect(head?.done).toBeGreaterThan(0);
  // Somebody who was done already changes in between.
  await switchOff(desk, '8000');
  desk.later({ minutes: 5 });
  expect((await keepPlan(desk.deps, partner, { signal: stop.signal, ordersAtOnce: 4 })).kind).toBe('made');
  expect(await keep(desk)).toMatchObject({ kind: 'refreshed', customers: 1 });
  expect((await lines(desk)).some(({ line }) => line.includes('8000') && line.includes('notices-off'))).toBe(
    true,
  );
  await desk.close();
});

it('is kept by one process at a time', async () => {
  const desk = await openDesk(database.db, '2026-11-23T08:00:00Z', { settings, smtpUrl: 'outbox:' });
  await desk.import(orders);
  const partner = await desk.partner();
  const both = await Promise.all([keepPlan(desk.deps, partner), keepPlan(desk.deps, partner)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['elsewhere', 'made']);
  await desk.close();
});

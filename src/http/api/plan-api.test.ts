import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApiDesk } from '../../../test/api-desk.ts';
import type { OrderLine } from '../../../test/notices/order-line.ts';
import { keepPlan } from '../../notices/keep-plan.ts';
import { runPass } from '../../notices/run-pass.ts';
import { partnerOfId } from '../../partners/partner.ts';
import { switchSending } from '../../partners/switch-sending.ts';

/** Luz has three orders with one mailbox; Sol one whose notices are off; Mar one with no address. */
const orders: OrderLine[] = [
  { number: '1', ends: '2027-01-22', account: 'LUZ', customer: 'Luz', email: 'ana@luz.example' },
  { number: '2', ends: '2027-01-24', account: 'LUZ', customer: 'Luz', email: 'ana@luz.example' },
  { number: '3', ends: '2027-03-30', account: 'LUZ', customer: 'Luz', email: 'ana@luz.example' },
  {
    number: '4',
    ends: '2026-12-20',
    account: 'SOL',
    customer: 'Sol',
    email: 'eva@sol.example',
    notices: false,
  },
  {
    number: '5',
    ends: '2026-11-27',
    account: 'MAR',
    customer: 'Mar',
    email: 'leo@mar.example',
    price: '120.00',
  },
];

let desk: ApiDesk;
const keep = async () =>
  keepPlan(desk.deps.sending, (await partnerOfId(desk.database.db, desk.database.partner))!);
beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T10:00:00Z');
  await desk.import(orders);
});
afterAll(() => desk.close());

const rowsOf = async (query = '') => (await desk.get(`/api/plan${query}`)).body.rows;
const customerOf = async (number: string) =>
  (await rowsOf()).find((row: { number: string }) => row.number === number).customer.id as string;

it('says that it has not been made yet, then which days have what', async () => {
  const empty = (await desk.get('/api/plan/days')).body;
  expect(empty).toMatchObject({ standing: { day: null, making: null }, days: [] });
  await keep();
  const { standing, days } = (await desk.get('/api/plan/days')).body;
  expect(standing).toMatchObject({ day: '2026-11-23', until: '2027-03-22', stale: false, sendingOn: false });
  const rows = await rowsOf('?limit=200');
  for (const state of ['due', 'held', 'suppressed']) {
    const counted = days.reduce((sum: number, day: Record<string, number>) => sum + day[state]!, 0);
    expect(counted, state).toBe(rows.filter((row: { state: string }) => row.state === state).length);
  }
  expect(days.some((day: { messages: number }) => day.messages > 0)).toBe(true);
});

it('goes through the whole plan page by page, and names the reason of what is silent', async () => {
  const all = await rowsOf('?limit=200');
  const paged: unknown[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body }: { body: { rows: unknown[]; next: string | null } } = await desk.get(
      `/api/plan?limit=3${next === '' ? '' : `&after=${next}`}`,
    );
    paged.push(...body.rows);
    next = body.next;
  }
  expect(paged).toEqual(all);
  const silent = await rowsOf('?reason=notices-off');
  expect(silent.length).toBeGreaterThan(0);
  expect(silent.every((row: { number: string }) => row.number === '4')).toBe(true);
  expect(silent[0]).toMatchObject({
    state: 'suppressed',
    to: null,
    why: 'Notices for this order are switched off',
  });
  const stages = await rowsOf('?stage=3&state=due&limit=200');
  expect(new Set(stages.map((row: { stage: number }) => row.stage))).toEqual(new Set([3]));
});

it('tells a day by its reasons', async () => {
  const row = (await rowsOf('?reason=notices-off'))[0];
  const { body } = await desk.get(`/api/plan/days/${row.day}`);
  expect(body.groups).toContainEqual(
    expect.objectContaining({ state: 'suppressed', reason: 'notices-off', name: 'notices switched off' }),
  );
  expect(body.approval).toEqual({ needed: false, tolerance: 20, approved: null });
  const facets = (await desk.get('/api/plan/facets')).body;
  expect(facets.reasons).toContainEqual({
    code: 'notices-off',
    state: 'suppressed',
    name: 'notices switched off',
  });
});

it('shows the message that a person will get on its day, and the one that somebody silent would have got', async () => {
  const due = (await rowsOf('?state=due&limit=200')).find((row: { number: string }) => row.number === '2');
  const { body } = await desk.get(`/api/plan/touches/${due.id}/preview`);
  expect(body).toMatchObject({ goes: true, to: 'Ana Ruiz <ana@luz.example>' });
  expect(body.orders).toContain('2');
  expect((await desk.get(`/api/plan/touches/${due.id}/html`)).body).toContain('<html');
  const silent = (await rowsOf('?reason=notices-off'))[0];
  expect((await desk.get(`/api/plan/touches/${silent.id}/preview`)).body).toMatchObject({
    goes: false,
    to: 'Ana Ruiz <eva@sol.example>',
  });
});

it('keeps amounts from whoever may not see them, and other customers from whoever is limited', async () => {
  const row = (await rowsOf('?limit=200')).find(
    (one: { number: string; state: string }) => one.number === '5' && one.state === 'due',
  );
  const path = `/api/plan/touches/${row.id}/preview`;
  expect((await desk.get(path)).body.text).toContain('120');
  const masked = (await desk.as({ seesPrices: false }).get(path)).body;
  expect(masked).toMatchObject({ pricesHidden: true });
  expect(masked.text).not.toContain('120');
  const luz = await customerOf('1');
  desk.as({ customers: [luz] });
  expect(
    new Set((await rowsOf('?limit=200')).map((one: { customer: { id: string } }) => one.customer.id)),
  ).toEqual(new Set([luz]));
  expect((await desk.get(path)).status).toBe(404);
  expect((await desk.get('/api/plan/days')).body.days.length).toBeGreaterThan(0);
  expect((await desk.as({ role: 'viewer' }).send('POST', '/api/plan/instructions', {})).status).toBe(403);
  desk.as({});
});

it('holds everything of a customer with a note, says so in the plan, and takes it back', async () => {
  const customer = await customerOf('1');
  const before = await rowsOf(`?customer=${customer}&limit=200`);
  const held = await desk.send('POST', '/api/plan/instructions', {
    ...{ kind: 'hold', customer, touches: null, until: '2026-12-03', note: 'in talks' },
  });
  expect(held).toMatchObject({ status: 200, body: { changed: 1, undo: expect.any(String) } });
  const after = await rowsOf(`?customer=${customer}&state=held&limit=200`);
  expect(after.map((row: { why: string }) => row.why)).toContain(
    'On hold by Marta until Dec 3, 2026: “in talks”',
  );
  const touch = (await desk.get(`/api/plan/touches/${after[0].id}`)).body;
  expect(touch.instructions).toMatchObject([{ kind: 'hold', touch: null, until: '2026-12-03', by: 'Marta' }]);
  const changes = (await desk.get(`/api/plan/changes?customer=${customer}`)).body;
  expect(changes.rows[0]).toMatchObject({ causeCode: 'instruction', ref: 'Marta' });
  expect((await desk.send('POST', `/api/undo/${held.body.undo}`)).body).toEqual({ undone: 1, left: 0 });
  await keep();
  expect(await rowsOf(`?customer=${customer}&limit=200`)).toEqual(before);
});

it('does not silence the last notices before an end unless that is said to be meant', async () => {
  const row = (await rowsOf('?limit=200')).find(
    (one: { number: string; state: string; stage: number }) => one.number === '5' && one.state === 'due',
  );
  const touches = [{ clock: row.clock, stage: row.stage, channel: row.channel }];
  const word = { kind: 'skip', customer: row.customer.id, touches, until: null, note: '' };
  const refused = await desk.send('POST', '/api/plan/instructions', word);
  expect(refused.status).toBe(409);
  expect(refused.body.silenced).toMatchObject([{ number: '5', stage: row.stage }]);
  const meant = await desk.send('POST', '/api/plan/instructions', { ...word, evenSafety: true });
  expect(meant.status).toBe(200);
  const [id] = meant.body.instructions;
  expect((await rowsOf('?reason=skipped')).map((one: { number: string }) => one.number)).toEqual(['5']);
  expect((await desk.send('DELETE', `/api/plan/instructions/${id}`)).status).toBe(200);
  expect(await rowsOf('?reason=skipped')).toEqual([]);
  expect((await desk.send('DELETE', `/api/plan/instructions/${id}`)).status).toBe(404);
});

it('refuses a day that is over, and touches of somebody else', async () => {
  const customer = await customerOf('1');
  const other = (await rowsOf('?reason=notices-off'))[0];
  const word = { kind: 'hold', customer, touches: null, until: '2026-11-20', note: '' };
  expect((await desk.send('POST', '/api/plan/instructions', word)).status).toBe(400);
  const touches = [{ clock: other.clock, stage: other.stage, channel: 'email' }];
  const foreign = { ...word, until: '2026-12-03', touches };
  expect((await desk.send('POST', '/api/plan/instructions', foreign)).status).toBe(404);
});

it('brings a touch forward to now, and the tick of this minute sends it', async () => {
  const row = (await rowsOf('?state=due&limit=200')).find((one: { number: string }) => one.number === '3');
  expect(row.day > '2026-11-24').toBe(true);
  const touches = [{ clock: row.clock, stage: row.stage, channel: row.channel }];
  const word = { kind: 'forward', customer: row.customer.id, touches, until: null, note: 'they asked' };
  expect((await desk.send('POST', '/api/plan/instructions', word)).status).toBe(200);
  const now = (await rowsOf('?reason=brought-forward'))[0];
  expect(now).toMatchObject({ number: '3', day: '2026-11-23', state: 'due' });
});

it('lets a day wait until it is approved, then lets its run go', async () => {
  const { etag } = (await desk.get('/api/settings/approval')).body;
  const put = await desk.send(
    'PUT',
    '/api/settings/approval',
    {
      value: { dayApproval: { needed: true, tolerance: 10 } },
    },
    { 'if-match': etag },
  );
  expect(put.status).toBe(200);
  await switchSending(desk.database.db, undefined, true, desk.now);
  const partner = (await partnerOfId(desk.database.db, desk.database.partner))!;
  const outcome = await runPass(
    desk.deps.sending,
    { ...partner, sendingOn: true },
    { preview: false, goAhead: false },
  );
  expect(outcome).toMatchObject({ kind: 'held', why: 'not-approved' });
  const waiting = (await desk.get('/api/plan/days/2026-11-23')).body;
  expect(waiting.waiting).toBe(outcome.notices);
  const few = await desk.send('POST', '/api/plan/days/2026-11-23/approval', { messages: 0, note: '' });
  expect(few.body).toMatchObject({ released: 0 });
  const approved = await desk.send('POST', '/api/plan/days/2026-11-23/approval', {
    ...{ messages: outcome.notices, note: 'looked through' },
  });
  expect(approved.body).toMatchObject({
    released: outcome.notices,
    approval: { needed: true, tolerance: 10, approved: { by: 'Marta', note: 'looked through' } },
  });
  expect((await desk.get('/api/plan/days')).body.approvalNeeded).toBe(true);
  expect(
    (await desk.as({ role: 'support' }).send('POST', '/api/plan/days/2026-11-23/approval', { messages: 1 }))
      .status,
  ).toBe(403);
  desk.as({});
});

it('is written out as it is shown', async () => {
  const { body } = await desk.get<string>('/api/plan/export?reason=notices-off');
  expect(body.split('\r\n')[1]).toContain('Notices for this order are switched off');
});

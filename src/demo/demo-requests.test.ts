import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiDesk } from '../../test/api-desk.ts';
import { demoRequests } from './demo-requests.ts';

let desk: ApiDesk;
beforeAll(async () => {
  desk = await ApiDesk.open('2026-11-23T09:00:00Z');
  await desk.import(
    Array.from({ length: 20 }, (_, at) => ({
      ...{ number: String(800 + at), names: [`demo${at}.example`] },
      ends: Temporal.PlainDate.from('2026-12-03')
        .add({ days: at * 3 })
        .toString(),
    })),
  );
});
afterAll(() => desk.close());

test('tells of requests in every state, once, and none of it lies in the future', async () => {
  const scope = desk.database.db.forPartner(desk.database.partner);
  await demoRequests(scope, desk.now);
  await demoRequests(scope, desk.now);
  const { body } = await desk.get('/api/requests/counts');
  expect(body).toEqual({
    states: { open: 5, renewed: 1, 'renewed-elsewhere': 1, declined: 1, withdrawn: 0 },
    overdue: 1,
    today: 1,
    unowned: 3,
  });
  const { rows } = (await desk.get('/api/requests?state=all')).body;
  for (const row of rows) expect(row.askedAt < desk.now.toString()).toBe(true);
});

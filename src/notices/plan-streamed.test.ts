import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import type { OrderLine } from '../../test/notices/order-line.ts';
import { openDesk } from '../../test/notices/sending-desk.ts';
import { planLines } from '../cadence/plan-line.ts';
import { groupsOfCustomers, walkCustomerGroups } from '../inventory/load-customer-groups.ts';
import { type PlannedDays, planGroups } from './plan-days.ts';
import { type PlanningRules, planningRules } from './plan-touches.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Forty customers; every third writes from a mailbox that stands at two or three of them. */
function inventory(seed: number): OrderLine[] {
  let state = seed;
  const roll = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return Array.from({ length: 160 }, (_, i) => {
    const customer = roll(40);
    const shared = customer % 3 === 0;
    return {
      number: String(7000 + i),
      ends: Temporal.PlainDate.from('2026-11-10')
        .add({ days: roll(200) })
        .toString(),
      email: shared ? `buzon${customer % 9}@gestor.example` : `persona${customer}.${roll(2)}@example.com`,
      account: `C${customer}`,
    };
  });
}

function told(days: readonly PlannedDays[], planning: PlanningRules): string[] {
  const view = {
    timeZone: 'Europe/Madrid',
    cadence: planning.cadence,
    defaultLocale: planning.rules.defaultLocale,
  };
  return days
    .flatMap((one) => planLines(one, view))
    .map(({ at, facts, stage, state, reason, until, notices }) =>
      JSON.stringify([at, facts.orderNumber, facts.kind, stage, state, reason, until, notices]),
    )
    .sort();
}

it.each([11, 23])('tells the same in parts as in one piece (inventory %i)', async (seed) => {
  const settings = {
    quietHours: { from: '18:00', until: '09:00' },
    workingDays: [1, 2, 3, 4, 5],
    dailyCap: 1,
  };
  const desk = await openDesk(database.db, '2026-11-23T08:00:00Z', { settings, smtpUrl: 'outbox:' });
  await desk.import(inventory(seed));
  const planning = planningRules(await desk.partner(), desk.deps.cadence);
  const now = desk.now.epochMilliseconds;
  const span = { now, from: now, until: now + 120 * 86_400_000 };
  const parts: PlannedDays[] = [];
  const customers: string[] = [];
  let several = 0;
  for await (const { groups } of walkCustomerGroups(desk.scope, { after: '0', orders: 1 })) {
    several += groups.filter((group) => group.length > 1).length;
    customers.push(...groups.flat());
    parts.push(...(await desk.scope.transaction((tx) => planGroups(tx, planning, span, groups))));
  }
  const whole = await desk.scope.transaction((tx) => planGroups(tx, planning, span, [customers]));
  expect(several).toBeGreaterThan(2);
  expect(whole).toHaveLength(1);
  expect(told(parts, planning)).toEqual(told(whole, planning));
  expect(new Set(customers).size).toBe(customers.length);
  const found = await desk.scope.transaction((tx) => groupsOfCustomers(tx, customers));
  expect(found.filter((group) => group.length > 1)).toHaveLength(several);
  await desk.close();
});

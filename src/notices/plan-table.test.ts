import { expect, it } from 'vitest';
import { defaultCadence } from '../cadence/default-cadence.ts';
import { clockEnding, Desk, recipient } from '../cadence/facts-builder.ts';
import { planAhead } from '../cadence/plan-ahead.ts';
import type { PlannedDays } from './plan-days.ts';
import { planTable } from './plan-table.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-11-23T10:00:00Z');

function planned(days: number): PlannedDays {
  const clocks = [
    clockEnding('2027-01-12', { clock: '1', order: '11', orderNumber: '1001' }),
    clockEnding('2026-12-25', {
      clock: '2',
      order: '12',
      orderNumber: '1002',
      recipients: [recipient({ addressKey: 'luis@example.com', locale: 'en-GB' })],
      noticesOn: false,
    }),
  ];
  const { cadence, rules } = new Desk(clocks);
  const input = { clocks, addresses: new Map(), cadence, rules, now, from: now, until: now + days * dayMs };
  return {
    moments: [...planAhead(input)],
    clocks: new Map(clocks.map((clock) => [clock.clock, clock])),
  };
}

const view = { cadence: defaultCadence, defaultLocale: 'es-ES', orders: new Map() } as const;

it('tells each message with its day and hour where the partner is', () => {
  const { messages } = planTable(planned(30), {
    ...view,
    timeZone: 'America/Mexico_City',
    language: 'es',
  });
  expect(messages).toEqual([
    {
      ...{ date: '2026-11-23', time: '04:00', to: 'ana@example.com', channel: 'email', stage: 60 },
      ...{ template: 'early', textLocale: 'es-ES', orders: ['1001'] },
    },
    expect.objectContaining({ date: '2026-12-12', time: '18:00', stage: 30, orders: ['1001'] }),
  ]);
});

it('tells for every decision why, in either language, and whom it reaches', () => {
  const at = { ...view, timeZone: 'Europe/Madrid' } as const;
  const english = planTable(planned(1), { ...at, language: 'en' }).lines;
  const spanish = planTable(planned(1), { ...at, language: 'es' }).lines;
  const short = english.map(
    ({ order, stage, state, reason, to }) => `${order} ${stage} ${state} ${reason} ${to}`,
  );
  expect(short).toEqual([
    '1001 90 suppressed superseded ',
    '1001 60 due stage-open ana@example.com',
    '1002 90 suppressed superseded ',
    '1002 60 suppressed notices-off ',
  ]);
  expect(english[1]).toMatchObject({
    why: '49 days left',
    endsOn: '2027-01-11',
    template: 'early',
    until: null,
  });
  expect(spanish[1]?.why).toBe('Quedan 49 días');
  expect(english.every(({ why }, i) => why !== '' && why !== spanish[i]?.why)).toBe(true);
});

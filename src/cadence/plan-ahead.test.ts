import { describe, expect, it } from 'vitest';
import { defaultContactRules } from './contact-rules.ts';
import { clockEnding, Desk, instant } from './facts-builder.ts';
import { planAhead } from './plan-ahead.ts';
import { plannedTouches } from './planned-touches.ts';
import { dayMs } from './stage-windows.ts';

const now = instant('2026-11-23T10:00:00Z');

function planned(desk: Desk, from = now, until = now + 120 * dayMs): string[] {
  const { clocks, addresses, cadence, rules } = desk;
  const plan = planAhead({ clocks, addresses, cadence, rules, now, from, until });
  return [...plan].flatMap(({ at, decisions }) =>
    decisions.map(
      (one) => `${new Date(at).toISOString()} ${one.clock} ${one.stage} ${one.state} ${one.reason.code}`,
    ),
  );
}

describe('the plan ahead', () => {
  it('tells each stage at the hour at which it goes, and why it waited', () => {
    const desk = new Desk([clockEnding('2026-12-28')], defaultContactRules);
    expect(planned(desk)).toEqual([
      '2026-11-23T10:00:00.000Z 1 90 suppressed superseded',
      '2026-11-23T10:00:00.000Z 1 60 suppressed superseded',
      '2026-11-23T10:00:00.000Z 1 30 due pulled-forward',
      '2026-12-21T00:00:00.000Z 1 7 held quiet-hours',
      '2026-12-21T08:00:00.000Z 1 7 due stage-open',
      '2026-12-25T00:00:00.000Z 1 3 held quiet-hours',
      '2026-12-25T08:00:00.000Z 1 3 due stage-open',
      '2027-01-04T00:00:00.000Z 1 -7 held quiet-hours',
      '2027-01-04T08:00:00.000Z 1 -7 due stage-open',
    ]);
  });

  it('lives through what comes before the days it tells', () => {
    const desk = new Desk([clockEnding('2026-12-28')], defaultContactRules);
    const whole = planned(desk);
    const from = instant('2026-12-21T08:00:00Z');
    const until = instant('2026-12-25T08:00:00Z');
    expect(planned(desk, from, until)).toEqual(whole.slice(4, 6));
  });

  it('leaves its input as it was', () => {
    const desk = new Desk([clockEnding('2026-12-28'), clockEnding('2027-01-20', { clock: '2' })]);
    const before = structuredClone({ clocks: desk.clocks, addresses: desk.addresses });
    planned(desk);
    expect({ clocks: desk.clocks, addresses: desk.addresses }).toEqual(before);
  });

  it('says once why nobody hears of what ended long ago', () => {
    expect(planned(new Desk([clockEnding('2025-01-01')]))).toEqual([
      '2026-11-23T10:00:00.000Z 1 -7 suppressed ended-long-ago',
    ]);
  });

  it('tells for every day why a renewed order stays silent', () => {
    const desk = new Desk([clockEnding('2026-12-28', { renewed: { kind: 'renewed' } })]);
    expect(planned(desk).map((line) => line.slice(11).replace(/^\S+ /, ''))).toEqual([
      '1 90 suppressed superseded',
      '1 60 suppressed renewed',
      '1 60 suppressed superseded',
      '1 30 suppressed renewed',
      '1 30 suppressed superseded',
      '1 7 suppressed renewed',
      '1 7 suppressed superseded',
      '1 3 suppressed renewed',
      '1 3 suppressed window-closed',
      '1 -7 suppressed renewed',
      '1 -7 suppressed window-closed',
    ]);
  });
});

describe('the stages to come', () => {
  it('are planned with the instant at which each opens', () => {
    const touches = plannedTouches(clockEnding('2026-12-28'), new Desk([]).cadence, now);
    expect(touches.map((one) => [one.stage, one.state, one.reason.params])).toEqual([
      [30, 'planned', { at: instant('2026-11-28') }],
      [7, 'planned', { at: instant('2026-12-21') }],
      [3, 'planned', { at: instant('2026-12-25') }],
      [-7, 'planned', { at: instant('2027-01-04') }],
    ]);
  });

  it('are none for a clock that is silent', () => {
    const facts = clockEnding('2026-12-28', { noticesOn: false });
    expect(plannedTouches(facts, new Desk([]).cadence, now)).toEqual([]);
  });
});

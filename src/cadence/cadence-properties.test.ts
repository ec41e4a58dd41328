import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence } from './cadence.ts';
import type { ClockFacts } from './clock-facts.ts';
import { type ContactRules, defaultContactRules } from './contact-rules.ts';
import { decideAndGather } from './decide-and-gather.ts';
import { defaultCadence } from './default-cadence.ts';
import { alwaysOpen, clockEnding, Desk, instant, recipient } from './facts-builder.ts';
import { planAhead } from './plan-ahead.ts';
import type { PlanResult } from './plan-input.ts';
import type { Stage } from './stage.ts';
import { dayMs, openWindow, stageWindows } from './stage-windows.ts';
import { stopReason } from './stop-reason.ts';

const start = instant('2027-01-04');
const hourMs = 3_600_000;
const office: ContactRules = { ...defaultContactRules, holidays: { ES: ['2027-03-19'], MX: ['2027-02-05'] } };

const people = fc
  .record({
    addressKey: fc.constantFrom('a@x', 'b@x', 'c@x', 'd@x'),
    part: fc.constantFrom('decides' as const, 'main' as const, 'installs' as const),
    locale: fc.constantFrom('es-ES', 'es-MX', 'en-GB'),
    timeZone: fc.constantFrom('Europe/Madrid', 'America/Mexico_City', 'Asia/Tokyo', null),
    country: fc.constantFrom('ES', 'MX', null),
    writable: fc.boolean(),
  })
  .map((one) => recipient({ ...one, contact: one.addressKey }));

const changes = fc.record({
  kind: fc.constantFrom('coverage', 'coverage', 'certificate'),
  brand: fc.constantFrom('b1', 'b1', 'b2'),
  noticesOn: fc.constantFrom(true, true, true, false),
  renewed: fc.constantFrom(
    ...(['no', 'no', 'no', 'no', 'perhaps', 'partly', 'renewed'] as const).map((kind) => ({ kind })),
  ),
  recipients: fc.array(people, { maxLength: 3 }),
});

const clock = fc
  .record({
    endsIn: fc.integer({ min: -30, max: 130 }),
    lifetime: fc.constantFrom(1, 10, 46, 99, 199, 365, 397, 1096),
    invite: fc.constantFrom(null, null, 30, 90),
    changes,
  })
  .map(({ endsIn, lifetime, invite, changes }) => {
    const endsAt = start + endsIn * dayMs;
    const beganAt = endsAt - lifetime * dayMs;
    const inviteFrom = invite === null ? null : endsAt - invite * dayMs;
    return clockEnding(endsAt, { ...changes, beganAt, inviteFrom, coverageEndsAt: endsAt + 60 * dayMs });
  });

const clocks = fc
  .array(clock, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((facts, i) => ({ ...facts, clock: `${i}`, order: `${i}` })));

/** Mailboxes that object or bounce, and a cadence that calls as well. */
const surroundings = fc.record({
  objecting: fc.subarray(['a@x', 'b@x', 'c@x']),
  bouncing: fc.subarray(['a@x', 'b@x']),
  purpose: fc.constantFrom('reminder' as const, 'safety' as const, 'offer' as const),
  withCalls: fc.boolean(),
});

function deskIn(all: ClockFacts[], chosen: ContactRules, around: SurroundingsOf<typeof surroundings>): Desk {
  const desk = new Desk(all, chosen);
  for (const key of around.objecting) desk.knows(key, { objectedTo: [around.purpose] });
  for (const key of around.bouncing) desk.knows(key, { bouncing: true });
  if (around.withCalls) desk.cadence = callingCadence;
  return desk;
}

type SurroundingsOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const callingCadence: Cadence = {
  ...defaultCadence,
  stagesByKind: Object.fromEntries(
    Object.entries(defaultCadence.stagesByKind).map(([kind, stages]) => [
      kind,
      stages.map(
        (stage, i) => ({ ...stage, channels: i % 2 === 0 ? ['email'] : ['email', 'call'] }) as Stage,
      ),
    ]),
  ),
};

/** Hours from the start, in any order: time may jump ahead and back. */
const anyMoments = fc.array(fc.integer({ min: 0, max: 150 * 24 }), { minLength: 1, maxLength: 12 });
const aheadMoments = anyMoments.map((hours) => hours.toSorted((a, b) => a - b));
const rules = fc.constantFrom(alwaysOpen, office);

/** What has been said so far, to find what is said twice. */
class Witness {
  private readonly finals = new Set<string>();
  private readonly heard = new Set<string>();

  sees(result: PlanResult): void {
    for (const one of result.decisions) {
      if (!one.forLedger || !one.final) continue;
      expect(this.finals).not.toContain(`${one.clock} ${one.stage} ${one.channel}`);
      this.finals.add(`${one.clock} ${one.stage} ${one.channel}`);
    }
    const due = new Set(result.decisions.filter((one) => one.state === 'due').map((one) => one.clock));
    for (const notice of result.notices) {
      const named = notice.deliveries.map((delivery) => delivery.clock);
      expect(new Set(named).size).toBe(named.length);
      for (const delivery of notice.deliveries) {
        const key = `${delivery.clock} ${delivery.stage} ${notice.addressKey} ${notice.channel}`;
        expect(this.heard).not.toContain(key);
        expect(due).toContain(delivery.clock);
        this.heard.add(key);
      }
    }
    const told = new Set(result.notices.flatMap((one) => one.deliveries.map((delivery) => delivery.clock)));
    expect(told).toEqual(due);
  }
}

function mayHear(facts: ClockFacts): boolean {
  const silent = stopReason(facts, defaultCadence.silentWhenCoverageEndsWithinDays) !== null;
  return !silent && facts.recipients.some((one) => one.writable && one.part !== 'pays');
}

function rowsDue(desk: Desk, id: string): number[] {
  const facts = desk.clocks.find((one) => one.clock === id)!;
  return facts.ledger.filter((row) => row.state === 'due').map((row) => row.stage);
}

describe('over any clocks and any moments', () => {
  it('nothing is said twice and no stage is settled twice, even when time jumps back', () => {
    fc.assert(
      fc.property(clocks, anyMoments, rules, surroundings, (all, hours, chosen, around) => {
        const desk = deskIn(all, chosen, around);
        const witness = new Witness();
        for (const hour of hours) witness.sees(desk.run(start + hour * hourMs));
      }),
      { numRuns: 300 },
    );
  });

  it('a second run at the same moment finds nothing', () => {
    fc.assert(
      fc.property(clocks, aheadMoments, rules, surroundings, (all, hours, chosen, around) => {
        const desk = deskIn(all, chosen, around);
        for (const hour of hours) {
          desk.run(start + hour * hourMs);
          const again = desk.run(start + hour * hourMs);
          expect(again.notices).toEqual([]);
          expect(again.decisions.filter((one) => one.forLedger)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('skipped days never lose the most urgent open stage', () => {
    fc.assert(
      fc.property(clocks, aheadMoments, (all, hours) => {
        const desk = new Desk(all);
        for (const hour of hours) {
          const now = start + hour * hourMs;
          desk.run(now);
          for (const facts of desk.clocks.filter(mayHear)) {
            const open = openWindow(stageWindows(facts.kind, facts, defaultCadence), now);
            if (open === undefined || !open.stage.urgent) continue;
            expect(Math.min(...rowsDue(desk, facts.clock))).toBeLessThanOrEqual(open.stage.daysBefore);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('quiet hours, days off and caps never make a safety stage late', () => {
    fc.assert(
      fc.property(clocks, (all) => {
        const desk = new Desk(all, office);
        liveByMoments(desk, start, start + 170 * dayMs);
        for (const facts of desk.clocks.filter(mayHear)) {
          const missed = stageWindows(facts.kind, facts, defaultCadence).filter(
            ({ stage, closes }) =>
              stage.urgent && closes > start && !rowsDue(desk, facts.clock).includes(stage.daysBefore),
          );
          expect(missed).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the order of the clocks does not matter', () => {
    fc.assert(
      fc.property(clocks, rules, fc.integer({ min: 0, max: 2000 }), (all, chosen, hour) => {
        const input = {
          addresses: new Map(),
          cadence: defaultCadence,
          rules: chosen,
          now: start + hour * hourMs,
        };
        const result = decideAndGather({ ...input, clocks: all });
        expect(decideAndGather({ ...input, clocks: all.toReversed() })).toEqual(result);
      }),
    );
  });

  it('the next moment is always ahead, and nothing happens before it', () => {
    fc.assert(
      fc.property(clock, rules, fc.integer({ min: 0, max: 3000 }), (facts, chosen, hour) => {
        const desk = new Desk([facts], chosen);
        const now = start + hour * hourMs;
        const next = desk.run(now).nextAt.get(facts.clock) ?? null;
        if (next !== null) expect(next).toBeGreaterThan(now);
        const before = next === null ? now + 400 * dayMs : next - 1;
        const result = desk.look(before);
        expect(result.notices).toEqual([]);
        expect(result.decisions.filter((one) => one.forLedger)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('the plan of the days ahead is what an hourly tick then does', () => {
    fc.assert(
      fc.property(clocks, surroundings, (all, around) => {
        const until = start + 40 * dayMs;
        const desk = deskIn(all, office, around);
        const addresses = new Map(desk.addresses);
        const input = { clocks: all, addresses, cadence: desk.cadence, rules: office, now: start };
        const planned = [...planAhead({ ...input, from: start, until })].flatMap((moment) => moment.notices);
        const done = [];
        for (let now = start; now < until; now += hourMs) done.push(...desk.run(now).notices);
        expect(planned).toEqual(done);
      }),
      { numRuns: 30 },
    );
  });
});

/** Runs at every instant at which some clock's next moment falls. */
function liveByMoments(desk: Desk, from: number, until: number): void {
  let now: number | null = from;
  while (now !== null && now < until) {
    const moments: number[] = [...desk.run(now).nextAt.values()].filter((at) => at !== null);
    now = moments.length === 0 ? null : Math.min(...moments);
  }
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../test/vectors/cadence-windows.json' with { type: 'json' };
import { defaultCadence } from './default-cadence.ts';
import { clockEnding, instant } from './facts-builder.ts';
import { dayMs, openWindow, type StageWindow, stageWindows } from './stage-windows.ts';

const ends = instant('2027-06-01');

function windowsOf(
  kind: string,
  lifetimeDays: number,
  inviteDaysBefore: number | null = null,
): StageWindow[] {
  const inviteFrom = inviteDaysBefore === null ? null : ends - inviteDaysBefore * dayMs;
  return stageWindows(
    kind,
    { endsAt: ends, beganAt: ends - lifetimeDays * dayMs, inviteFrom },
    defaultCadence,
  );
}

/** Stage, days from the end at which it opens and closes (negative: after it). */
function inDays(windows: readonly StageWindow[]): number[][] {
  return windows.map(({ stage, opens, closes }) => [
    stage.daysBefore,
    (ends - opens) / dayMs,
    (ends - closes) / dayMs + 0,
  ]);
}

describe('stage windows', () => {
  it.each(vectors)('$name', ({ kind, lifetimeDays, inviteDaysBefore, windows }) => {
    expect(inDays(windowsOf(kind, lifetimeDays, inviteDaysBefore))).toEqual(windows);
  });

  it('count a lifetime that lacks its last second as whole days', () => {
    const facts = { endsAt: ends, beganAt: ends - 199 * dayMs + 1000, inviteFrom: null };
    expect(inDays(stageWindows('coverage', facts, defaultCadence))).toEqual(
      inDays(windowsOf('coverage', 199)),
    );
  });

  it('are none for a kind that the cadence does not name', () => {
    expect(windowsOf('prepaid-pool', 365)).toEqual([]);
  });

  it('belong to the stage that opens, not to the one that closes', () => {
    const windows = windowsOf('coverage', 365);
    expect(openWindow(windows, ends - 30 * dayMs)?.stage.daysBefore).toBe(30);
    expect(openWindow(windows, ends - 30 * dayMs - 1)?.stage.daysBefore).toBe(60);
    expect(openWindow(windows, ends)).toBeUndefined();
    expect(openWindow(windows, ends + 21 * dayMs)).toBeUndefined();
  });

  it('are disjoint, in order, inside their bounds and keep a safety stage, for any lifetime', () => {
    const lifetimes = fc.integer({ min: 60_000, max: 1200 * dayMs });
    const invite = fc.option(fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(fc.constantFrom('coverage', 'certificate'), lifetimes, invite, (kind, lifetime, days) => {
        const inviteFrom = days === null ? null : ends - days * dayMs;
        const facts = { ...clockEnding(ends), beganAt: ends - lifetime, inviteFrom };
        const windows = stageWindows(kind, facts, defaultCadence);
        windows.forEach((window, i) => {
          expect(window.opens).toBeLessThan(window.closes);
          expect(window.opens).toBeGreaterThanOrEqual(Math.max(facts.beganAt, inviteFrom ?? 0));
          if (i > 0) expect(windows[i - 1]!.closes).toBeLessThanOrEqual(window.opens);
        });
        const safety = windows.filter(({ stage }) => stage.lastSafety && stage.daysBefore > 0);
        expect(safety.length).toBeGreaterThan(0);
        expect(safety.at(-1)!.closes).toBe(ends);
      }),
    );
  });
});

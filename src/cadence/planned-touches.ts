import type { Cadence } from './cadence.ts';
import type { ClockFacts } from './clock-facts.ts';
import { saidBefore, startTurn } from './clock-turn.ts';
import { instructionReason } from './heed-instructions.ts';
import { stopReason } from './stop-reason.ts';
import type { TouchDecision } from './touch-decision.ts';

/**
 * The stages of a clock that are still to open, for its timeline: `planned`, with the instant at which each opens in
 * the reason; none while something silences the clock as a whole, nor
 * one that a colleague skips. Never for the ledger.
 */
export function plannedTouches(facts: ClockFacts, cadence: Cadence, now: number): TouchDecision[] {
  if (stopReason(facts, cadence.silentWhenCoverageEndsWithinDays) !== null) return [];
  const turn = startTurn(facts, cadence);
  const { windows, rows } = turn;
  const { clock, order, kind, anchor } = facts;
  return windows
    .filter((window) => window.opens > now)
    .flatMap((window) => {
      const { stage, opens } = window;
      return stage.channels
        .filter(
          (channel) =>
            instructionReason(facts, window, channel, opens)?.code !== 'skipped' &&
            saidBefore(turn, stage, channel) === undefined &&
            !rows.some((row) => row.stage === stage.daysBefore && row.channel === channel && row.final),
        )
        .map(
          (channel): TouchDecision => ({
            ...{ clock, order, kind, anchor, stage: stage.daysBefore, channel },
            ...{ state: 'planned', reason: { code: 'opens-later', params: { at: opens } } },
            ...{ final: false, forLedger: false },
          }),
        );
    });
}

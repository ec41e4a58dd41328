import type { Offering } from './candidate.ts';
import { type ClockTurn, nextMoment, startTurn } from './clock-turn.ts';
import { decideClock } from './decide-clock.ts';
import { gather } from './gather.ts';
import type { PlanInput, PlanResult } from './plan-input.ts';
import { channelNames } from './stage.ts';
import type { TouchDecision } from './touch-decision.ts';
import { compareText } from './urgency.ts';

/**
 * The cadence: who hears what now, who does not, and why. Depends on nothing but its input, not even on the order of
 * the clocks. When its decisions are in the ledger, the same call finds nothing new (`forLedger` is false everywhere
 * and no notice is made). Clocks must be unique.
 */
export function decideAndGather(input: PlanInput): PlanResult {
  const turns = inOrder(input.clocks).map((facts) => startTurn(facts, input.cadence));
  const offering: Offering = { open: [], pullable: [] };
  for (const turn of turns) decideClock(turn, input, offering);
  const notices = gather(offering, input);
  return {
    decisions: turns.flatMap(sortedDecisions),
    notices,
    nextAt: new Map(turns.map((turn) => [turn.facts.clock, nextMoment(turn, input.now)])),
  };
}

function inOrder(clocks: PlanInput['clocks']): PlanInput['clocks'] {
  const isSorted = clocks.every((one, i) => i === 0 || clocks[i - 1]!.clock < one.clock);
  return isSorted ? clocks : clocks.toSorted((a, b) => compareText(a.clock, b.clock));
}

function sortedDecisions({ made }: ClockTurn): TouchDecision[] {
  if (made.length < 2) return made;
  return made.sort(
    (a, b) => b.stage - a.stage || channelNames.indexOf(a.channel) - channelNames.indexOf(b.channel),
  );
}

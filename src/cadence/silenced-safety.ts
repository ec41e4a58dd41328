import type { Cadence } from './cadence.ts';
import type { ClockFacts } from './clock-facts.ts';
import { instructionReason } from './heed-instructions.ts';
import type { Instruction } from './instruction.ts';
import { stageWindows } from './stage-windows.ts';

/** A safety stage that would not be said, or only when it is too late. */
export interface SilencedStage {
  readonly clock: string;
  readonly stage: number;
}

/** The safety stages still to come that an instruction would silence: skipped, or on hold for as long as they are open. */
export function silencedSafety(
  facts: ClockFacts,
  instruction: Instruction,
  { cadence, now }: { readonly cadence: Cadence; readonly now: number },
): SilencedStage[] {
  if (instruction.kind === 'forward') return [];
  const told = { anchor: facts.anchor, instructions: [instruction] };
  return stageWindows(facts.kind, facts, cadence)
    .filter(({ stage, closes }) => stage.lastSafety && closes > now)
    .filter((window) =>
      window.stage.channels.some((channel) => {
        const reason = instructionReason(told, window, channel, Math.max(now, window.opens));
        return reason?.code === 'skipped' || (reason?.code === 'on-hold' && reason.params.late);
      }),
    )
    .map(({ stage }) => ({ clock: facts.clock, stage: stage.daysBefore }));
}

import type { Candidate } from './candidate.ts';
import type { Tone } from './stage.ts';

const toneRank: Readonly<Record<Tone, number>> = { lapsed: 0, urgent: 1, reminder: 2, early: 3 };

/** Most urgent first: by tone, then nearest to the end, coverage before other kinds, then by clock. A total order. */
export function byUrgency(a: Candidate, b: Candidate): number {
  return (
    toneRank[a.window.stage.tone] - toneRank[b.window.stage.tone] ||
    a.window.stage.daysBefore - b.window.stage.daysBefore ||
    kindRank(a) - kindRank(b) ||
    compareText(a.turn.facts.clock, b.turn.facts.clock)
  );
}

function kindRank({ turn }: Candidate): number {
  return turn.facts.kind === 'coverage' ? 0 : 1;
}

/** By code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

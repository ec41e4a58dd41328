import type { NoticePlan } from '../cadence/notice-plan.ts';
import type { TouchDecision } from '../cadence/touch-decision.ts';

/** What one pass came to, in counts. */
export interface TouchCounts {
  due: number;
  held: number;
  readonly heldBy: Record<string, number>;
  readonly suppressed: Record<string, number>;
}

export function noTouches(): TouchCounts {
  return { due: 0, held: 0, heldBy: {}, suppressed: {} };
}

/** Adds decisions to the counts. Only news counts: what the ledger says already is not told again. */
export function countDecisions(counts: TouchCounts, decisions: readonly TouchDecision[]): void {
  for (const decision of decisions) {
    const code = decision.reason.code;
    if (decision.state === 'due') counts.due += 1;
    else if (decision.state === 'held') {
      counts.held += 1;
      counts.heldBy[code] = (counts.heldBy[code] ?? 0) + 1;
    } else if (decision.state === 'suppressed') {
      counts.suppressed[code] = (counts.suppressed[code] ?? 0) + 1;
    }
  }
}

/** The same counts as if nothing may leave: everything due is held, and this is why. */
export function heldInstead(
  counts: TouchCounts,
  by: 'sending-off' | 'run-too-large' | 'not-approved',
): TouchCounts {
  if (counts.due === 0) return counts;
  const heldBy = { ...counts.heldBy, [by]: (counts.heldBy[by] ?? 0) + counts.due };
  return { due: 0, held: counts.held + counts.due, heldBy, suppressed: counts.suppressed };
}

/** What a preview keeps of the plan; more than this many are only counted. */
export const previewLimit = 500;

export function keepForPreview(kept: NoticePlan[], notices: readonly NoticePlan[]): void {
  for (const notice of notices) {
    if (kept.length >= previewLimit) return;
    kept.push(notice);
  }
}

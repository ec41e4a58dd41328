import type { ClockFacts } from './clock-facts.ts';
import type { Reason } from './reason.ts';
import { dayMs } from './stage-windows.ts';

/**
 * Why a clock as a whole is silent, the loudest cause first; null: it may speak. All of these can lift when the facts
 * change. An unplanned revocation leaves this cadence too: it is an incident with a message of its own.
 */
export function stopReason(facts: ClockFacts, silentWithinDays: number): Reason | null {
  return (
    statusReason(facts) ??
    renewalReason(facts) ??
    choiceReason(facts) ??
    coverageReason(facts, silentWithinDays)
  );
}

function statusReason(facts: ClockFacts): Reason | null {
  if (facts.revokedUnplanned) return { code: 'revoked-unplanned', params: {} };
  return facts.orderStatus === 'issued' ? null : { code: facts.orderStatus, params: {} };
}

function renewalReason({ renewed, replacedAt, renewalRequestedAt }: ClockFacts): Reason | null {
  if (renewed.kind === 'renewed') {
    return { code: 'renewed', params: renewed.evidence === undefined ? {} : { evidence: renewed.evidence } };
  }
  if (replacedAt !== null) return { code: 'replaced', params: { at: replacedAt } };
  if (renewalRequestedAt !== null) return { code: 'renewal-requested', params: { at: renewalRequestedAt } };
  return null;
}

function choiceReason(facts: ClockFacts): Reason | null {
  if (facts.automationOn) return { code: 'automation-on', params: {} };
  return facts.noticesOn ? null : { code: 'notices-off', params: {} };
}

/** When the order ends with its certificate, the order's own clock speaks for both. */
function coverageReason(facts: ClockFacts, withinDays: number): Reason | null {
  const { kind, coverageEndsAt, endsAt } = facts;
  if (kind !== 'certificate' || coverageEndsAt === null) return null;
  if (coverageEndsAt > endsAt + withinDays * dayMs) return null;
  return { code: 'coverage-ends-too', params: { coverageEndsAt, withinDays } };
}

import type { ClockFacts, LedgerTouch } from './clock-facts.ts';
import type { TouchDecision } from './touch-decision.ts';

/** The clock as the ledger will show it once these decisions are in it: one newest row per stage, channel and cycle. */
export function withDecisions(
  facts: ClockFacts,
  decisions: readonly TouchDecision[],
  at: number,
): ClockFacts {
  const rows = new Map(facts.ledger.map((row) => [keyOf(row), row]));
  for (const decision of decisions) {
    if (decision.clock !== facts.clock || !decision.forLedger) continue;
    const row = ledgerRow(decision, at);
    if (row !== null) rows.set(keyOf(row), row);
  }
  return { ...facts, ledger: [...rows.values()] };
}

function ledgerRow(decision: TouchDecision, at: number): LedgerTouch | null {
  const { stage, channel, anchor, state, final, reason, until } = decision;
  if (state === 'planned') return null;
  return { stage, channel, anchor, state, final, at, reason: reason.code, until: until ?? null };
}

function keyOf({ anchor, stage, channel }: LedgerTouch): string {
  return `${anchor} ${stage} ${channel}`;
}

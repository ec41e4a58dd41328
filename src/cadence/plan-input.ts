import type { AddressFacts } from './address-facts.ts';
import type { Cadence } from './cadence.ts';
import type { ClockFacts } from './clock-facts.ts';
import type { ContactRules } from './contact-rules.ts';
import type { NoticePlan } from './notice-plan.ts';
import type { TouchDecision } from './touch-decision.ts';

export interface PlanInput {
  /**
   * The clocks whose moment has come, and every other clock of the same addresses whose next moment is less than
   * `rules.pullForwardDays` away: those never go by themselves but may ride along or be pulled forward.
   */
  readonly clocks: readonly ClockFacts[];
  /** An address that is missing here was never written to and never objected. */
  readonly addresses: ReadonlyMap<string, AddressFacts>;
  readonly cadence: Cadence;
  readonly rules: ContactRules;
  readonly now: number;
}

export interface PlanResult {
  /** By clock, then from the earliest stage to the latest, then by channel. */
  readonly decisions: TouchDecision[];
  /** By address, brand, language, channel. */
  readonly notices: NoticePlan[];
  /** For each clock of the input: the next instant at which anything can change by itself; null: never again. */
  readonly nextAt: Map<string, number | null>;
}

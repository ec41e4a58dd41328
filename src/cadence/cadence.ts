import type { Stage } from './stage.ts';

/** Which stages a kind of clock has. A kind that is not named here has none: its clocks are never due. */
export interface Cadence {
  /** Changes whenever anything in it does; the ledger keeps it beside the decision. */
  readonly version: string;
  readonly stagesByKind: Readonly<Record<string, readonly Stage[]>>;
  /** A certificate's clock is silent when its order's coverage ends no later than this many days after it. */
  readonly silentWhenCoverageEndsWithinDays: number;
}

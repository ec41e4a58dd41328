import type { Calendar } from './calendar.ts';
import type { Stage } from './stage.ts';

/** All calendars of a partner. A kind that is not named in `stagesByKind` has none: its clocks are never due. */
export interface Cadence {
  /** Changes whenever anything in it does; the ledger keeps it beside the decision. */
  readonly version: string;
  /** The general calendar of each kind: for every clock that no special one is for. */
  readonly stagesByKind: Readonly<Record<string, readonly Stage[]>>;
  /** Since when the general calendars are chosen as they are; see `Calendar.since`. */
  readonly sinceByKind?: Readonly<Record<string, number>>;
  /** Calendars for some clocks only, in order of precedence. */
  readonly special?: readonly Calendar[];
  /** A certificate's clock is silent when its order's coverage ends no later than this many days after it. */
  readonly silentWhenCoverageEndsWithinDays: number;
}

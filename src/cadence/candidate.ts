import type { RecipientFacts } from './clock-facts.ts';
import type { ClockTurn } from './clock-turn.ts';
import type { ChannelName } from './stage.ts';
import type { StageWindow } from './stage-windows.ts';

/** A stage that may go, as far as its own clock is concerned; its address has the next word. */
export interface Candidate {
  readonly turn: ClockTurn;
  readonly window: StageWindow;
  readonly channel: ChannelName;
  /** Its address decides when. */
  readonly first: RecipientFacts;
  readonly others: readonly RecipientFacts[];
}

/** A stage that is open now. */
export interface OpenCandidate extends Candidate {
  /** The clock's next stage, about to open: if a notice goes, it carries this one and not both within days. */
  readonly successor: Candidate | null;
}

/** What one clock offers to its addresses. */
export interface Offering {
  readonly open: OpenCandidate[];
  /** Stages about to open, of clocks that have nothing else to say now. */
  readonly pullable: Candidate[];
}

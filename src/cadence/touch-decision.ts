import type { Reason } from './reason.ts';
import type { ChannelName } from './stage.ts';

export type TouchState = 'due' | 'held' | 'suppressed' | 'planned';

/** What was decided for one stage of one clock on one channel. */
export interface TouchDecision {
  readonly clock: string;
  readonly order: string;
  readonly kind: string;
  readonly anchor: string;
  readonly stage: number;
  readonly channel: ChannelName;
  readonly state: TouchState;
  readonly reason: Reason;
  /** Held: the instant at which it is looked at again. */
  readonly until?: number;
  /** Nothing more will be decided for this key. Due is always final. */
  readonly final: boolean;
  readonly pulledForward?: boolean;
  /**
   * The ledger has to take it up. false: the ledger says the same already, or nothing is kept
   * (`ended-long-ago`, planned touches); then it is only told, never written.
   */
  readonly forLedger: boolean;
}

import type { ChannelName } from './stage.ts';

/** A colleague's word on one touch, or on everything of a customer. Instants are epoch milliseconds. */
export interface Instruction {
  readonly kind: 'hold' | 'skip' | 'forward';
  /** null: every stage of the clock. */
  readonly touch: { readonly anchor: string; readonly stage: number; readonly channel: ChannelName } | null;
  /** Hold: until then. Skip of everything: the stages that open before it. Forward: when it opens instead. */
  readonly until: number | null;
  /** Forward of everything: the next stage of each clock, if it opens before this. */
  readonly reach: number | null;
  /** Forward: also outside office hours. The distance between notices is kept all the same. */
  readonly anyHour: boolean;
  readonly by: string;
  readonly note: string;
}

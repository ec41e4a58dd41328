import type { Purpose } from './stage.ts';

/** What is known about one mailbox, across all customers of the partner. */
export interface AddressFacts {
  readonly addressKey: string;
  readonly lastNoticeAt: number | null;
  /** Instants of the notices of at least the last 48 hours, in any order. */
  readonly noticesToday: readonly number[];
  readonly objectedTo: readonly Purpose[];
  readonly bouncing: boolean;
}

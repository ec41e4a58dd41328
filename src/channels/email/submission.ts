import type { OutgoingMessage, SubmitResult } from '../channel.ts';

/** One message on its way through the transport. */
export interface Submission {
  readonly message: OutgoingMessage;
  readonly mayStillSend: () => Promise<boolean>;
  readonly settle: (result: SubmitResult) => void;
  /** How many connections ended under it before it could have been accepted. */
  lostConnections: number;
}

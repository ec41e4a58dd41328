import type { SubmitPhase, SubmitResult } from '../channel.ts';
import type { PreparedMessage } from './prepare-message.ts';
import type { Reply } from './reply-reader.ts';
import type { Submission } from './submission.ts';

/** One mail transaction (RFC 5321 3.3) and how far it has come. */
export interface Transaction {
  readonly submission: Submission;
  readonly prepared: PreparedMessage;
  phase: SubmitPhase;
  /** The first answer that was not a yes. */
  refusal: Refusal | undefined;
  /** When the fence last said yes, on the monotonic clock. */
  fencedAt: number;
}

export interface Refusal {
  readonly reply: Reply;
  readonly phase: SubmitPhase;
}

/** What a 4xx or 5xx answer means for the message. */
export function resultOfRefusal({ reply, phase }: Refusal): SubmitResult {
  const kind = reply.code >= 500 ? 'refused' : 'deferred';
  return { kind, code: reply.code, response: reply.text, phase };
}

/**
 * What the end of the connection means for the message: an answer that was already given counts; after the
 * final dot left nothing is certain; before it the message was certainly not accepted.
 */
export function resultOfLoss({ refusal, phase }: Transaction, reason: string): SubmitResult {
  if (refusal && refusal.reply.code >= 400) return resultOfRefusal(refusal);
  if (phase === 'dot') return { kind: 'uncertain', reason };
  return { kind: 'deferred', response: reason, phase };
}

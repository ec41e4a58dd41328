import type { SubmitResult } from '../channels/channel.ts';
import type { ClaimedNotice } from './claim-store.ts';
import type { Outcome } from './outcome-store.ts';

const minute = 60_000;

/**
 * RFC 5321 4.5.4.1: at least 30 minutes between tries, give up after four to five days. Trouble on the way to our own
 * server says nothing about the recipient, so it is tried again sooner.
 */
const afterRefusal = [30, 60, 120, 240, 480].map((minutes) => minutes * minute);
const afterTrouble = [1, 2, 5, 15, 30].map((minutes) => minutes * minute);
const givesUpAfter = 5 * 86_400_000;

export interface RetryRules {
  /** Whether a message that was perhaps accepted is handed over once more, with the same bytes. */
  readonly repeatUncertain: { readonly safety: boolean; readonly others: boolean };
}

/** What a submission means for its notice. Undefined: nothing new is known; whoever claims it next goes on. */
export function outcomeOf(
  notice: ClaimedNotice,
  result: SubmitResult,
  now: number,
  rules: RetryRules,
): Outcome | undefined {
  switch (result.kind) {
    case 'abandoned':
      return notice.perhapsLeft ? undefined : stopped(notice);
    case 'submitted':
      return settled(notice, 'submitted', 'submitted', { response: result.response });
    case 'refused':
      return {
        ...settled(notice, notTaken(notice), 'refused', {
          code: result.code,
          response: result.response,
          phase: result.phase,
        }),
        bounced: isUnknownMailbox(result),
      };
    case 'deferred':
      return deferred(notice, result, now);
    case 'uncertain':
      return uncertain(notice, result.reason, now, rules);
  }
}

/** A message that may have arrived is repeated once at most. */
export const mostAttempts = 2;

function mayRepeat(notice: ClaimedNotice, rules: RetryRules): boolean {
  const wanted = notice.purpose === 'safety' ? rules.repeatUncertain.safety : rules.repeatUncertain.others;
  return wanted && notice.attempts < mostAttempts;
}

function deferred(
  notice: ClaimedNotice,
  result: Extract<SubmitResult, { kind: 'deferred' }>,
  now: number,
): Outcome {
  const detail = { code: result.code ?? null, response: result.response, phase: result.phase };
  const waits = result.code === undefined ? afterTrouble : afterRefusal;
  const next = now + waits[Math.min(notice.tries, waits.length - 1)]!;
  if (next >= notice.lateAt || next >= notice.plannedAt + givesUpAfter) {
    return settled(notice, notTaken(notice), 'gave-up', detail);
  }
  return { ...again(notice, 'deferred', detail, next), neverLeft: beforeContent.has(result.phase) };
}

/** Up to here not a byte of the message itself has left, so that it may still be made anew. */
const beforeContent: ReadonlySet<string> = new Set(['check', 'connect', 'mail', 'rcpt', 'data']);

function uncertain(notice: ClaimedNotice, reason: string, now: number, rules: RetryRules): Outcome {
  // `attempts` was read before this attempt was recorded.
  const made = { ...notice, attempts: notice.attempts + 1 };
  const next = now + afterRefusal[0]!;
  if (!mayRepeat(made, rules) || next >= notice.lateAt) {
    return settled(notice, 'uncertain', 'uncertain', { reason });
  }
  return again(notice, 'uncertain', { reason }, next);
}

/** An earlier attempt at it perhaps arrived; that a later one did not is no proof of failure. */
function notTaken({ perhapsLeft }: ClaimedNotice): 'failed' | 'uncertain' {
  return perhapsLeft ? 'uncertain' : 'failed';
}

/**
 * Not a byte of it left: it was stopped just before, or somebody else holds it by now; then the fence keeps this word
 * out of the ledger. It waits as before.
 */
function stopped({ id, fence }: ClaimedNotice): Outcome {
  const rest = { detail: null, notBefore: null, bounced: false, neverLeft: true };
  return { notice: id, fence, state: 'waiting', event: 'stopped', ...rest };
}

export function settled(
  notice: ClaimedNotice,
  state: Exclude<Outcome['state'], 'waiting'>,
  event: string,
  detail: unknown,
): Outcome {
  const { id, fence } = notice;
  const rest = { notBefore: null, bounced: false, neverLeft: false };
  return { notice: id, fence, state, event, detail, ...rest };
}

function again(notice: ClaimedNotice, event: string, detail: unknown, next: number): Outcome {
  const notBefore = new Date(next).toISOString();
  const { id, fence } = notice;
  const rest = { bounced: false, neverLeft: false };
  return { notice: id, fence, state: 'waiting', event, detail, notBefore, ...rest };
}

/** RFC 3463: 5.1.x is the address itself. Without an enhanced code 550, 551 and 553 to RCPT mean the same. */
function isUnknownMailbox(result: Extract<SubmitResult, { kind: 'refused' }>): boolean {
  if (result.phase !== 'rcpt') return false;
  const enhanced = /\b5\.(\d{1,3})\.\d{1,3}\b/.exec(result.response);
  if (enhanced) return enhanced[1] === '1';
  return [550, 551, 553].includes(result.code);
}

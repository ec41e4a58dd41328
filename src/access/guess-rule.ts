/** How often somebody may guess wrong, and what happens then. */
export interface GuessRule {
  /** Wrong guesses without consequence. */
  readonly free: number;
  readonly firstLockSeconds: number;
  /** Each further wrong guess doubles the lock up to this. */
  readonly longestLockSeconds: number;
  /** Without a guess for so long, the count begins anew. */
  readonly forgetSeconds: number;
}

export const guessRules = {
  /** One account, whoever guesses. Short at first: a stranger must not be able to keep its owner out for long. */
  account: { free: 5, firstLockSeconds: 60, longestLockSeconds: 900, forgetSeconds: 86_400 },
  /** The second factor of one account, after its password was right. */
  'second-factor': { free: 5, firstLockSeconds: 60, longestLockSeconds: 3600, forgetSeconds: 86_400 },
  /** One address on the network, whichever accounts it tries; a whole office may stand behind one. */
  address: { free: 50, firstLockSeconds: 60, longestLockSeconds: 3600, forgetSeconds: 3600 },
} as const satisfies Record<string, GuessRule>;

export type GuessKind = keyof typeof guessRules;

export interface GuessState {
  readonly failures: number;
  readonly lastAt: Temporal.Instant;
  readonly lockedUntil: Temporal.Instant | null;
}

export type GuessAnswer =
  | { readonly kind: 'allowed'; readonly next: GuessState }
  | { readonly kind: 'locked'; readonly until: Temporal.Instant };

/** Whether one more guess is allowed, counted as wrong until it proves right, so that many at once gain nothing. */
export function nextGuess(rule: GuessRule, state: GuessState | null, now: Temporal.Instant): GuessAnswer {
  if (state?.lockedUntil && Temporal.Instant.compare(now, state.lockedUntil) < 0) {
    return { kind: 'locked', until: state.lockedUntil };
  }
  const isForgotten = !state || now.since(state.lastAt).total('seconds') >= rule.forgetSeconds;
  const failures = isForgotten ? 1 : state.failures + 1;
  const doublings = failures - rule.free;
  const seconds = Math.min(rule.firstLockSeconds * 2 ** Math.min(doublings, 20), rule.longestLockSeconds);
  const lockedUntil = doublings < 0 ? null : now.add({ seconds: Math.round(seconds) });
  return { kind: 'allowed', next: { failures, lastAt: now, lockedUntil } };
}

import { createHmac } from 'node:crypto';
import { Fault } from '../kernel/fault.ts';
import type { Access } from './access.ts';
import { type GuessKind, guessRules } from './guess-rule.ts';
import { forgetGuesses, forgetOldGuesses, storeGuess, takeGuessBack } from './guess-store.ts';

/** What is guessed at: an account's e-mail address, a person's id, an address on the network. */
export interface Guessed {
  readonly kind: GuessKind;
  readonly of: string;
}

/**
 * Counts one guess at each. Throws `too-many`, saying when to try again, while one of them is locked; then nothing has
 * been looked at. Tell `guessedRight` when it was right.
 */
export async function countGuess(access: Access, guessed: readonly Guessed[]): Promise<void> {
  const now = access.now();
  for (const [at, one] of guessed.entries()) {
    const answer = await storeGuess(access.db, keyOf(access, one), guessRules[one.kind], now);
    if (answer.kind === 'allowed') continue;
    for (const counted of guessed.slice(0, at)) await takeGuessBack(access.db, keyOf(access, counted));
    const seconds = Math.max(1, Math.ceil(answer.until.since(now).total('seconds')));
    throw new Fault('too-many', 'too many wrong attempts; signing in is closed for a while', {
      code: 'too-many-guesses',
      params: { seconds },
      hint: `try again in ${seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}`,
      retryAfterSeconds: seconds,
    });
  }
}

/** An account's count begins anew; an address keeps what it guessed at other accounts. */
export async function guessedRight(access: Access, guessed: readonly Guessed[]): Promise<void> {
  for (const one of guessed) {
    if (one.kind === 'address') await takeGuessBack(access.db, keyOf(access, one));
    else await forgetGuesses(access.db, keyOf(access, one));
  }
  if (Math.random() < 0.01) await forgetOldGuesses(access.db, access.now().subtract({ hours: 48 }));
}

/** Addresses of people and machines are not kept, only what we need to know them again. */
function keyOf(access: Access, { kind, of }: Guessed): string {
  const hash = createHmac('sha256', access.cookieSecret).update(`${kind} ${of.trim().toLowerCase()}`);
  return `${kind}:${hash.digest('base64url').slice(0, 32)}`;
}

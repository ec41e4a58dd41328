import { expect, test } from 'vitest';
import { type GuessState, guessRules, nextGuess } from './guess-rule.ts';

const start = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** Guesses wrong at these seconds; says for how many seconds each guess closed the door, or that it was closed. */
function story(rule: (typeof guessRules)[keyof typeof guessRules], seconds: readonly number[]) {
  let state: GuessState | null = null;
  return seconds.map((at) => {
    const now = start.add({ seconds: at });
    const answer = nextGuess(rule, state, now);
    if (answer.kind === 'locked') return 'closed';
    state = answer.next;
    return state.lockedUntil?.since(now).total('seconds') ?? 0;
  });
}

test('the first guesses cost nothing, the fifth a minute, each further one twice as long', () => {
  expect(story(guessRules.account, [0, 1, 2, 3, 4, 5, 65, 186, 427])).toEqual([
    0,
    0,
    0,
    0,
    60,
    'closed',
    120,
    240,
    480,
  ]);
});

test('a lock has a longest', () => {
  const patient = Array.from({ length: 12 }, (_, n) => n * 4000);
  expect(story(guessRules.account, patient).at(-1)).toBe(900);
});

test('a day without a guess forgets', () => {
  expect(story(guessRules.account, [0, 1, 2, 3, 86_500])).toEqual([0, 0, 0, 0, 0]);
});

import type { RenewedAnswer, RenewedKind } from './renewed.ts';

/** What a person said of an order that is perhaps renewed, and of which candidates they said it. */
export interface SuccessionWord {
  readonly answer: 'confirmed' | 'denied';
  readonly successors: readonly string[];
}

/**
 * The answer as a person's word leaves it. A word holds as long as the evidence asks the same question: a confirmation
 * while one of its candidates is still there, a denial while no new one has come. Proof outranks every word.
 */
export function answerAfterWord(answer: RenewedAnswer, word: SuccessionWord | undefined): RenewedKind {
  if (!word || (answer.kind !== 'perhaps' && answer.kind !== 'partly')) return answer.kind;
  const numbers = answer.successors.map(({ number }) => number);
  if (word.answer === 'confirmed') {
    return numbers.some((number) => word.successors.includes(number)) ? 'renewed' : answer.kind;
  }
  return numbers.every((number) => word.successors.includes(number)) ? 'no' : answer.kind;
}

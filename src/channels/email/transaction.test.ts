import { expect, it } from 'vitest';
import type { SubmitPhase } from '../channel.ts';
import type { Transaction } from './transaction.ts';
import { resultOfLoss, resultOfRefusal } from './transaction.ts';

const at = (phase: SubmitPhase, refusal?: Transaction['refusal']) => ({ phase, refusal }) as Transaction;

it('is uncertain only after the final dot', () => {
  for (const phase of ['mail', 'rcpt', 'data', 'content'] as const) {
    expect(resultOfLoss(at(phase), 'gone')).toEqual({ kind: 'deferred', response: 'gone', phase });
  }
  expect(resultOfLoss(at('dot'), 'gone')).toEqual({ kind: 'uncertain', reason: 'gone' });
});

it('keeps an answer that came before the connection ended', () => {
  const refusal = { reply: { code: 550, text: '550 no' }, phase: 'rcpt' } as const;
  const refused = { kind: 'refused', code: 550, response: '550 no', phase: 'rcpt' };
  expect(resultOfLoss(at('data', refusal), 'gone')).toEqual(refused);
  expect(resultOfRefusal({ reply: { code: 451, text: '451 later' }, phase: 'dot' })).toMatchObject({
    kind: 'deferred',
  });
});

import { expect, test } from 'vitest';
import vectors from '../../test/vectors/validity-limits.json' with { type: 'json' };
import { forumLimitOn, limitInForce } from './limits.ts';

type Case = (typeof vectors.cases)[number] & { authority?: string };

test.each(vectors.cases as Case[])(
  'on $dayOfIssue $authority issues at most $inForce of $forum days',
  (given) => {
    const day = Temporal.PlainDate.from(given.dayOfIssue);
    expect(forumLimitOn(day).days).toBe(given.forum);
    expect(limitInForce(day, given.authority).days).toBe(given.inForce);
  },
);

test('a limit in force names the source it comes from', () => {
  const day = Temporal.PlainDate.from('2026-03-01');
  expect(limitInForce(day, 'digicert').source).toContain('DigiCert');
  expect(limitInForce(day).source).toBe('CA/B Forum BR 6.3.2 (ballot SC-031)');
});

test('before the forum counted in days there is no answer, and it says from when there is', () => {
  expect(() => forumLimitOn(Temporal.PlainDate.from('2018-02-28'))).toThrow('issued on 2018-02-28');
});

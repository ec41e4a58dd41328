import { expect, test } from 'vitest';
import vectors from '../../test/vectors/validity.json' with { type: 'json' };
import { parseCalendarTerm } from './calendar-term.ts';
import { publishedPolicies } from './carry-over-policy.ts';
import { planRenewal, type RenewalPlanOutcome } from './renewal-plan.ts';

type Given = (typeof vectors.cases)[number]['given'] & {
  policy?: string;
  authority?: string;
  leadDays?: number;
};

function outcomeOf(given: Given): RenewalPlanOutcome {
  return planRenewal({
    ends: Temporal.PlainDate.from(given.expires),
    renewOn: Temporal.PlainDate.from(given.renewOn),
    term: parseCalendarTerm(given.term)!,
    policy: publishedPolicies.find((policy) => policy.name === (given.policy ?? 'guide-2020'))!,
    ...(given.authority === undefined ? {} : { authority: given.authority }),
    ...(given.leadDays === undefined ? {} : { leadDays: given.leadDays }),
  });
}

/** The outcome in the words of the vectors. */
function told(outcome: RenewalPlanOutcome): unknown {
  if (outcome.kind === 'planned') {
    const { policy: _, ...plan } = outcome.plan;
    return JSON.parse(JSON.stringify(plan));
  }
  if (outcome.kind === 'policy-not-in-force') return { refused: outcome.kind };
  const { kind, firstPossibleDay, daysEarly } = outcome;
  return { refused: kind, firstPossibleDay: firstPossibleDay.toString(), daysEarly };
}

for (const { name, given, expect: expected } of vectors.cases) {
  test(name, () => {
    expect(told(outcomeOf(given))).toEqual(expected);
  });
}

test('a plan is written with the keys that everybody reads, in this order', () => {
  const outcome = outcomeOf({ expires: '2021-01-01', renewOn: '2020-12-01', term: '365d' });
  if (outcome.kind !== 'planned') throw new Error('expected a plan');
  expect(JSON.stringify(outcome.plan)).toBe(
    '{"window":{"opens":"2020-10-03","closes":"2021-01-01"},"daysKept":31,' +
      '"coverage":{"from":"2020-12-01","until":"2022-01-01","days":396},' +
      '"certificates":[{"from":"2020-12-01","until":"2022-01-01","days":396,"limit":398}],' +
      '"policy":{"name":"guide-2020","windowDays":90,"carriesOver":true,' +
      '"source":"renewals guide for resellers (2020), practice 5: renewing early costs no validity",' +
      '"confirmedBy":"guide"}}',
  );
});

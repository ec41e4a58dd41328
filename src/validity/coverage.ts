import { addTerm, type CalendarTerm } from './calendar-term.ts';
import { type CarryOverPolicy, isInForce } from './carry-over-policy.ts';
import { type Days, daysBetween, isBefore } from './days.ts';
import { carriedDays, type EarlyWindow, earlyWindow } from './early-renewal.ts';

/**
 * What a customer has paid to be covered for. `until` is the last day shown and `days` is `until − from`: the day of
 * renewal is day zero, as people count, so one year from 1 January 2021 is 365 days and ends on 1 January 2022.
 */
export interface Coverage {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly days: Days;
}

export interface RenewalTerms {
  /** The last day shown of what is being renewed. */
  readonly ends: Temporal.PlainDate;
  readonly renewOn: Temporal.PlainDate;
  readonly term: CalendarTerm;
  readonly policy: CarryOverPolicy;
}

export type RenewalCoverage =
  | {
      readonly kind: 'covered';
      readonly window: EarlyWindow;
      readonly daysKept: Days;
      readonly coverage: Coverage;
    }
  | RenewalRefusal;

export type RenewalRefusal =
  | {
      readonly kind: 'too-early';
      readonly window: EarlyWindow;
      readonly daysEarly: Days;
      readonly firstPossibleDay: Temporal.PlainDate;
    }
  | { readonly kind: 'policy-not-in-force'; readonly policy: CarryOverPolicy };

/**
 * The coverage a renewal on this day leads to, or why it is not taken then.
 *
 * The new term begins once the days kept are used up, so renewing anywhere in the window under a policy that keeps
 * every day leads to the same last day. After the end nothing is kept and the term begins on the day of renewal.
 */
export function coverageAfterRenewal(terms: RenewalTerms): RenewalCoverage {
  const { ends, renewOn, term, policy } = terms;
  if (!isInForce(policy, renewOn)) return { kind: 'policy-not-in-force', policy };
  const window = earlyWindow(ends, policy);
  if (isBefore(renewOn, window.opens)) {
    const daysEarly = daysBetween(renewOn, window.opens);
    return { kind: 'too-early', window, daysEarly, firstPossibleDay: window.opens };
  }
  const daysKept = carriedDays(ends, renewOn, policy);
  const until = addTerm(renewOn.add({ days: daysKept }), term);
  const coverage = { from: renewOn, until, days: daysBetween(renewOn, until) };
  return { kind: 'covered', window, daysKept, coverage };
}

import { parseIsoTerm } from './calendar-term.ts';
import type { CarryOverPolicy } from './carry-over-policy.ts';
import { coverageAfterRenewal } from './coverage.ts';
import type { Days } from './days.ts';
import { carryOverPromise, type EndingSubject } from './early-renewal.ts';

/** What renewing on a day is promised to lead to. */
export interface PromisedCoverage {
  readonly daysKept: Days;
  /** Of the term that is bought, without the days kept. */
  readonly termDays: Days;
  /** The last day shown. */
  readonly until: Temporal.PlainDate;
}

/** What is being renewed, with the ISO 8601 term that it was sold for (`P1Y`). */
export interface SoldSubject extends EndingSubject {
  readonly term: string | null;
}

/**
 * What a message or a page may promise for renewing on this day for the term that was sold; undefined where nobody
 * has confirmed a policy, nothing is kept, or the term is not known.
 */
export function promisedCoverage(
  policies: readonly CarryOverPolicy[],
  sold: SoldSubject,
  renewOn: Temporal.PlainDate,
): PromisedCoverage | undefined {
  const promise = carryOverPromise(policies, sold, renewOn);
  const term = sold.term === null ? undefined : parseIsoTerm(sold.term);
  if (promise.kind !== 'promise' || !term) return undefined;
  const renewed = coverageAfterRenewal({ ends: sold.ends, renewOn, term, policy: promise.policy });
  if (renewed.kind !== 'covered') return undefined;
  const { coverage, daysKept } = renewed;
  return { daysKept, termDays: coverage.days - daysKept, until: coverage.until };
}

import {
  appliesTo,
  type CarryOverPolicy,
  isConfirmed,
  type PolicySubject,
  policyInForce,
} from './carry-over-policy.ts';
import { type Days, daysBetween, isBefore } from './days.ts';

/** The days on which a renewal is early but taken: `opens` is the first, `closes` the last (the end itself). */
export interface EarlyWindow {
  readonly opens: Temporal.PlainDate;
  readonly closes: Temporal.PlainDate;
}

export function earlyWindow(ends: Temporal.PlainDate, policy: CarryOverPolicy): EarlyWindow {
  return { opens: ends.subtract({ days: policy.windowDays }), closes: ends };
}

/**
 * Days of the old order that pass to the new one if it is renewed on this day: end − day of renewal, bounded by the
 * policy. Zero on the end itself, after it, before the window opens, or when the policy carries nothing over.
 */
export function carriedDays(
  ends: Temporal.PlainDate,
  renewOn: Temporal.PlainDate,
  policy: CarryOverPolicy,
): Days {
  const left = daysBetween(renewOn, ends);
  if (!policy.carriesOver || left <= 0 || left > policy.windowDays) return 0;
  return Math.min(left, policy.maxCarriedDays ?? left);
}

/** What is being renewed and when it ends. */
export interface EndingSubject extends PolicySubject {
  /** The last day shown. */
  readonly ends: Temporal.PlainDate;
}

/**
 * What a message may promise for renewing on a day: days that are kept, and the policy that says so; or nothing,
 * and why. Only policies with the partner's word behind them count.
 */
export type CarryOverPromise =
  | { readonly kind: 'promise'; readonly days: Days; readonly policy: CarryOverPolicy }
  | { readonly kind: 'nothing'; readonly why: 'no-confirmed-policy' }
  | {
      readonly kind: 'nothing';
      readonly why: 'no-carry-over' | 'too-early' | 'nothing-left';
      readonly policy: CarryOverPolicy;
    };

export function carryOverPromise(
  policies: readonly CarryOverPolicy[],
  subject: EndingSubject,
  renewOn: Temporal.PlainDate,
): CarryOverPromise {
  const policy = policyInForce(policies.filter(isConfirmed), subject, renewOn);
  if (!policy) return { kind: 'nothing', why: 'no-confirmed-policy' };
  const days = carriedDays(subject.ends, renewOn, policy);
  if (days > 0) return { kind: 'promise', days, policy };
  if (!isBefore(renewOn, subject.ends)) return { kind: 'nothing', why: 'nothing-left', policy };
  if (!policy.carriesOver || policy.maxCarriedDays === 0)
    return { kind: 'nothing', why: 'no-carry-over', policy };
  return { kind: 'nothing', why: 'too-early', policy };
}

/**
 * The first day on which renewing costs the customer no day, by the confirmed policy in force on that day; the end
 * itself where nothing is carried over. Undefined if no confirmed policy speaks for any day up to the end: then
 * nobody may be told that renewing early is free.
 */
export function firstDayNothingIsLost(
  policies: readonly CarryOverPolicy[],
  subject: EndingSubject,
): Temporal.PlainDate | undefined {
  const confirmed = policies.filter((policy) => isConfirmed(policy) && appliesTo(policy, subject));
  return confirmed
    .flatMap((policy) => turningPoints(policy, subject.ends))
    .filter((day) => losesNothing(confirmed, subject, day))
    .sort(Temporal.PlainDate.compare)[0];
}

/** The answer can only change on these days, so no other needs a look. */
function turningPoints(policy: CarryOverPolicy, ends: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = [ends.subtract({ days: lossFreeDays(policy) })];
  if (policy.from) days.push(policy.from);
  if (policy.until) days.push(policy.until.add({ days: 1 }));
  return days.filter((day) => !isBefore(ends, day));
}

function losesNothing(
  policies: readonly CarryOverPolicy[],
  subject: EndingSubject,
  day: Temporal.PlainDate,
): boolean {
  const policy = policyInForce(policies, subject, day);
  return policy !== undefined && daysBetween(day, subject.ends) <= lossFreeDays(policy);
}

function lossFreeDays(policy: CarryOverPolicy): Days {
  if (!policy.carriesOver) return 0;
  return Math.min(policy.windowDays, policy.maxCarriedDays ?? policy.windowDays);
}

import { type Days, isBefore } from './days.ts';

/**
 * A seller's or authority's rule for renewing early: how early, and whether the days left are kept.
 * Dated, because authorities change it; sourced, because a promise is only as good as the word behind it.
 */
export interface CarryOverPolicy {
  readonly name: string;
  /** How many days before the end a renewal is taken. */
  readonly windowDays: Days;
  /** Whether the days left of the old order are added to the new one. */
  readonly carriesOver: boolean;
  /** At most so many days are added; no bound if absent. */
  readonly maxCarriedDays?: Days;
  /** First and last day of renewal to which it applies; open if absent. */
  readonly from?: Temporal.PlainDate;
  readonly until?: Temporal.PlainDate;
  /** Whose orders and which product it is for; any if absent. */
  readonly authority?: string;
  readonly product?: string;
  /** The document or statement it was taken from. */
  readonly source: string;
  /**
   * Whose word stands behind it: the authority's or the partner's own, both given by the partner.
   * `guide` is published text that nobody has confirmed for this partner; nothing is promised on it.
   */
  readonly confirmedBy: 'authority' | 'partner' | 'guide';
}

/** What is being renewed, as far as policies tell things apart. */
export interface PolicySubject {
  readonly authority?: string;
  readonly product?: string;
}

/** The guide's own example: ninety days, and what is left is added (G16). */
export const guidePolicy: CarryOverPolicy = {
  name: 'guide-2020',
  windowDays: 90,
  carriesOver: true,
  source: 'renewals guide for resellers (2020), practice 5: renewing early costs no validity',
  confirmedBy: 'guide',
};

/**
 * Policies as published, to begin a confirmation from or to calculate with. None of them promises anything
 * until the partner has confirmed it (`confirmPolicy`).
 */
export const publishedPolicies: readonly CarryOverPolicy[] = [
  guidePolicy,
  {
    name: 'none',
    windowDays: 90,
    carriesOver: false,
    source: 'no carry-over: the new term begins on the day of renewal',
    confirmedBy: 'guide',
  },
  {
    name: 'digicert-2025',
    authority: 'digicert',
    windowDays: 90,
    carriesOver: true,
    until: Temporal.PlainDate.from('2025-12-31'),
    source:
      'DigiCert, text in use until 2026: days left go into the certificate as far as its limit allows, the rest stays on the order',
    confirmedBy: 'guide',
  },
  {
    name: 'globalsign-2026',
    authority: 'globalsign',
    windowDays: 90,
    carriesOver: false,
    from: Temporal.PlainDate.from('2026-01-01'),
    source: 'GlobalSign, annual plans of 2026: no carry-over',
    confirmedBy: 'guide',
  },
];

/** The same policy with the partner's word behind it and the statement that word rests on. */
export function confirmPolicy(
  policy: CarryOverPolicy,
  confirmation: { readonly by: 'authority' | 'partner'; readonly source: string },
): CarryOverPolicy {
  return { ...policy, confirmedBy: confirmation.by, source: confirmation.source };
}

export function isConfirmed(policy: CarryOverPolicy): boolean {
  return policy.confirmedBy !== 'guide';
}

/** True if renewals made on this day fall under the policy's dates. */
export function isInForce(policy: CarryOverPolicy, dayOfRenewal: Temporal.PlainDate): boolean {
  if (policy.from && isBefore(dayOfRenewal, policy.from)) return false;
  return !(policy.until && isBefore(policy.until, dayOfRenewal));
}

/** True if the policy is for this authority and product, or for all. Names compare without regard to case. */
export function appliesTo(policy: CarryOverPolicy, subject: PolicySubject): boolean {
  return matches(policy.authority, subject.authority) && matches(policy.product, subject.product);
}

/**
 * The policy that governs a renewal on this day, or undefined without one. The more particular wins:
 * one for the product over one for the authority over one for all; among equals the one that began later,
 * then the one listed later.
 */
export function policyInForce(
  policies: readonly CarryOverPolicy[],
  subject: PolicySubject,
  dayOfRenewal: Temporal.PlainDate,
): CarryOverPolicy | undefined {
  return policies
    .filter((policy) => appliesTo(policy, subject) && isInForce(policy, dayOfRenewal))
    .reduce<CarryOverPolicy | undefined>(
      (best, next) => (best && outranks(best, next) ? best : next),
      undefined,
    );
}

function matches(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted.trim().toLowerCase() === actual?.trim().toLowerCase();
}

function outranks(a: CarryOverPolicy, b: CarryOverPolicy): boolean {
  const difference = particularity(a) - particularity(b);
  if (difference !== 0) return difference > 0;
  if (!a.from) return false;
  return !b.from || isBefore(b.from, a.from);
}

function particularity(policy: CarryOverPolicy): number {
  return (policy.product === undefined ? 0 : 2) + (policy.authority === undefined ? 0 : 1);
}

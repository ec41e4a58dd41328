import type { CarryOverPolicy } from './carry-over-policy.ts';
import { certificateChain, type PlannedCertificate } from './certificate-chain.ts';
import { type Coverage, coverageAfterRenewal, type RenewalRefusal, type RenewalTerms } from './coverage.ts';
import type { Days } from './days.ts';
import type { EarlyWindow } from './early-renewal.ts';

/** The whole answer to "what do I get if I renew on that day": what is kept, until when, by which certificates. */
export interface RenewalPlan {
  readonly window: EarlyWindow;
  readonly daysKept: Days;
  readonly coverage: Coverage;
  readonly certificates: readonly PlannedCertificate[];
  readonly policy: CarryOverPolicy;
}

export interface RenewalPlanRequest extends RenewalTerms {
  readonly authority?: string;
  readonly leadDays?: Days;
}

export type RenewalPlanOutcome = { readonly kind: 'planned'; readonly plan: RenewalPlan } | RenewalRefusal;

/** Days turn into `2021-01-01` when the plan is written as JSON; its keys are those that server, embed and CLI show. */
export function planRenewal(request: RenewalPlanRequest): RenewalPlanOutcome {
  const outcome = coverageAfterRenewal(request);
  if (outcome.kind !== 'covered') return outcome;
  const { window, daysKept, coverage } = outcome;
  const { authority, leadDays = 0, policy } = request;
  const certificates = certificateChain({
    coverage,
    leadDays,
    ...(authority === undefined ? {} : { authority }),
  });
  return { kind: 'planned', plan: { window, daysKept, coverage, certificates, policy } };
}

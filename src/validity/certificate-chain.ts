import { Fault } from '../kernel/fault.ts';
import type { Coverage } from './coverage.ts';
import { type Days, daysBetween, earlierOf, isBefore } from './days.ts';
import { forumLimitOn, limitInForce } from './limits.ts';

/** A certificate still to be issued. `until` is the last day shown; `days` is `until − from`. */
export interface PlannedCertificate {
  /** The day of issue. */
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
  readonly days: Days;
  /** The forum's maximum on the day of issue (CA/B Forum BR 6.3.2); what is issued stays below it. */
  readonly limit: Days;
}

export interface ChainRequest {
  readonly coverage: Pick<Coverage, 'from' | 'until'>;
  /** Whose own limits apply beside the forum's; without one only the forum's do. */
  readonly authority?: string;
  /** How many days before a certificate's last day the next one is issued. Zero: on that day. */
  readonly leadDays?: Days;
}

/**
 * The certificates that cover an order from its first day to its last: each as long as the limit in force on its own
 * day of issue allows, the next issued `leadDays` before it ends, the last ending with the coverage.
 *
 * No day is left uncovered and none is lost. Without lead each begins on the last day of the one before, so their days
 * add up to the coverage's. Throws `invalid` for a lead that would leave nothing of a certificate.
 */
export function certificateChain(request: ChainRequest): readonly PlannedCertificate[] {
  const { coverage, leadDays = 0 } = request;
  checkLead(leadDays);
  const certificates = [longestFrom(coverage.from, request)];
  for (let last = certificates[0]!; isBefore(last.until, coverage.until); ) {
    const next = longestFrom(last.until.subtract({ days: leadDays }), request);
    if (!isBefore(last.until, next.until)) throw leadTooLong(leadDays, next);
    certificates.push(next);
    last = next;
  }
  return certificates;
}

function longestFrom(dayOfIssue: Temporal.PlainDate, request: ChainRequest): PlannedCertificate {
  const longest = limitInForce(dayOfIssue, request.authority).days;
  const until = earlierOf(dayOfIssue.add({ days: longest }), request.coverage.until);
  return {
    from: dayOfIssue,
    until,
    days: daysBetween(dayOfIssue, until),
    limit: forumLimitOn(dayOfIssue).days,
  };
}

function checkLead(leadDays: Days): void {
  if (Number.isInteger(leadDays) && leadDays >= 0) return;
  throw new Fault(
    'invalid',
    `a reissue lead of ${leadDays} days makes no sense: expected a whole number from 0 up`,
  );
}

function leadTooLong(leadDays: Days, certificate: PlannedCertificate): Fault {
  return new Fault(
    'invalid',
    `a reissue lead of ${leadDays} days leaves nothing of a certificate issued on ${certificate.from}, ` +
      `which lasts ${certificate.days} days`,
    { hint: `give a lead of less than ${certificate.days} days` },
  );
}

import type { CarryOverPolicy } from '../validity/carry-over-policy.ts';
import { firstDayNothingIsLost } from '../validity/early-renewal.ts';

const dayMs = 86_400_000;

/** What is asked about a clock to know when it may be invited to renew. */
export interface InviteSubject {
  readonly kind: string;
  readonly endsAt: number;
  readonly authority: string;
  readonly productCode: string | null;
}

/**
 * The first instant (epoch milliseconds) in which a message may invite to renew because nothing is lost by it, under
 * the policies that the partner has confirmed. Null where no policy carries days over: nothing is promised there, so
 * the calendar of notices alone decides.
 *
 * Only a coverage is renewed; a reissue costs no day whenever it is made.
 */
export function inviteFrom(policies: readonly CarryOverPolicy[], subject: InviteSubject): number | null {
  const carrying = policies.filter((policy) => policy.carriesOver);
  if (subject.kind !== 'coverage' || carrying.length === 0) return null;
  // The end is the first instant of the day after the last one shown.
  const ends = Temporal.Instant.fromEpochMilliseconds(subject.endsAt - dayMs)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
  const first = firstDayNothingIsLost(carrying, {
    ends,
    authority: subject.authority,
    ...(subject.productCode === null ? {} : { product: subject.productCode }),
  });
  if (first === undefined) return null;
  return first.toZonedDateTime('UTC').epochMilliseconds;
}

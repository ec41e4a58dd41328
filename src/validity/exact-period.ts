import type { Days } from './days.ts';
import { forumLimitOn } from './limits.ts';

const secondsPerDay = 86_400;

/**
 * The validity period of a real certificate in seconds: from notBefore through notAfter, both included
 * (RFC 5280 4.1.2.5). The two same instants are one second.
 */
export function inclusiveSeconds(notBefore: Temporal.Instant, notAfter: Temporal.Instant): number {
  const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);
  return seconds(notAfter) - seconds(notBefore) + 1;
}

/**
 * The validity period in days of 86,400 s, any excess being one more day (CA/B Forum BR 6.3.2).
 * notAfter − notBefore of 17,279,999 s is 200 days; one second more is 201.
 */
export function exactDays(notBefore: Temporal.Instant, notAfter: Temporal.Instant): Days {
  return Math.ceil(inclusiveSeconds(notBefore, notAfter) / secondsPerDay);
}

/** True for a certificate that is longer than the forum allowed on the day it was issued. */
export function exceedsForumLimit(notBefore: Temporal.Instant, notAfter: Temporal.Instant): boolean {
  const dayOfIssue = notBefore.toZonedDateTimeISO('UTC').toPlainDate();
  return exactDays(notBefore, notAfter) > forumLimitOn(dayOfIssue).days;
}

import { Fault } from '../kernel/fault.ts';
import { type Days, isBefore } from './days.ts';

/** A maximum validity and the first day of issue (notBefore, UTC) to which it applies. */
export interface DatedLimit {
  readonly from: Temporal.PlainDate;
  readonly days: Days;
  readonly source: string;
}

/** What one authority issues at most from a day on, where that is less than the forum allows. */
export interface AuthorityLimit extends DatedLimit {
  readonly authority: string;
}

const day = (text: string) => Temporal.PlainDate.from(text);

/** CA/B Forum Baseline Requirements 6.3.2, oldest first. Each holds until the next begins. */
export const forumLimits: readonly DatedLimit[] = [
  { from: day('2018-03-01'), days: 825, source: 'CA/B Forum BR 6.3.2 (ballot 193)' },
  { from: day('2020-09-01'), days: 398, source: 'CA/B Forum BR 6.3.2 (ballot SC-031)' },
  { from: day('2026-03-15'), days: 200, source: 'CA/B Forum BR 6.3.2 (ballot SC-081v3)' },
  { from: day('2027-03-15'), days: 100, source: 'CA/B Forum BR 6.3.2 (ballot SC-081v3)' },
  { from: day('2029-03-15'), days: 47, source: 'CA/B Forum BR 6.3.2 (ballot SC-081v3)' },
];

/** Authorities that moved before the forum made them, oldest first. */
export const authorityLimits: readonly AuthorityLimit[] = [
  {
    authority: 'digicert',
    from: day('2026-02-24'),
    days: 199,
    source: 'DigiCert: 199-day certificates from 2026-02-24',
  },
  {
    authority: 'sectigo',
    from: day('2026-03-12'),
    days: 199,
    source: 'Sectigo: 199-day certificates from 2026-03-12, as its resellers report',
  },
  {
    authority: 'globalsign',
    from: day('2026-03-14'),
    days: 199,
    source: 'GlobalSign: 199-day certificates from 2026-03-14, as its resellers report',
  },
];

/**
 * The forum's maximum for a certificate issued on this day.
 * Throws `unsupported` before 2018-03-01, when the maximum was counted in months.
 */
export function forumLimitOn(dayOfIssue: Temporal.PlainDate): DatedLimit {
  const limit = forumLimits.findLast((each) => !isBefore(dayOfIssue, each.from));
  if (limit) return limit;
  throw new Fault('unsupported', `no maximum in days is known for a certificate issued on ${dayOfIssue}`, {
    hint: 'limits are known for certificates issued from 2018-03-01 on',
  });
}

/**
 * The longest certificate, in days as people count them, that an authority issues on this day: the smaller of
 * its own maximum and one day less than the forum's.
 *
 * One day less because the forum counts to the second and both ends (see `exactDays`): from any moment of the first
 * day to the last second of the last, `n` days as people count them are at most `n + 1` of the forum's.
 * An authority we know nothing of is taken to do the same.
 */
export function limitInForce(dayOfIssue: Temporal.PlainDate, authority?: string): DatedLimit {
  const forum = forumLimitOn(dayOfIssue);
  const general: DatedLimit = { ...forum, days: forum.days - 1 };
  const own = ownLimitOn(dayOfIssue, authority);
  return own && own.days < general.days ? own : general;
}

function ownLimitOn(dayOfIssue: Temporal.PlainDate, authority?: string): AuthorityLimit | undefined {
  const name = authority?.trim().toLowerCase();
  return authorityLimits.findLast((each) => each.authority === name && !isBefore(dayOfIssue, each.from));
}

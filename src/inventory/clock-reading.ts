/** How the two ends of an order were found. Kept with the order and told by the plan. */
export const readingCodes = ['order-end-given', 'term-beyond-end', 'one-end', 'no-dates'] as const;
export type ReadingCode = (typeof readingCodes)[number];

/** Calendar days as people read them: `until` is the last day shown. `from` may be unknown. */
export interface DayRange {
  readonly from: string | undefined;
  readonly until: string;
}

/** What one row says about days; null and undefined both mean that it says nothing. ISO calendar days. */
export interface ClockFacts {
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
  readonly orderFrom?: string | null | undefined;
  readonly orderUntil?: string | null | undefined;
  readonly orderedAt?: string | null | undefined;
  readonly term?: Temporal.DurationLike | null | undefined;
}

export interface ClockReading {
  readonly coverage: DayRange | undefined;
  readonly certificate: DayRange | undefined;
  readonly reading: ReadingCode;
}

/** A year read as 365 or 366 days, or an end that counts its last day: such differences are one end, not two. */
export const sameEndToleranceDays = 3;

/**
 * How long before a certificate's begin an order may have been placed and still begin with it: identity checks take
 * weeks. Placed longer ago, the certificate is a reissue and the order began when it was placed.
 */
export const longestIssuanceDays = 45;

/**
 * Which end is the order's and which the certificate's.
 *
 * An order's end that the row gives stands as given. With a single end date and a term: where begin + term is later
 * than the end, the end is the certificate's and coverage ends at begin + term; otherwise (days kept from an early
 * renewal make the end later than begin + term) the one end holds for both. No end at all: no clocks.
 */
export function readClocks(facts: ClockFacts): ClockReading {
  const certificate = range(facts.validFrom, facts.validUntil);
  const from = coverageBegin(facts);
  if (facts.orderUntil) {
    return { coverage: { from, until: facts.orderUntil }, certificate, reading: 'order-end-given' };
  }
  if (!certificate) return { coverage: undefined, certificate: undefined, reading: 'no-dates' };
  const termEnd = from && facts.term ? day(from).add(facts.term).toString() : undefined;
  if (termEnd && daysFrom(certificate.until, termEnd) > sameEndToleranceDays) {
    return { coverage: { from, until: termEnd }, certificate, reading: 'term-beyond-end' };
  }
  return { coverage: { from, until: certificate.until }, certificate, reading: 'one-end' };
}

function coverageBegin(facts: ClockFacts): string | undefined {
  if (facts.orderFrom) return facts.orderFrom;
  const { validFrom, orderedAt } = facts;
  if (!validFrom || !orderedAt) return validFrom ?? orderedAt ?? undefined;
  return daysFrom(orderedAt, validFrom) > longestIssuanceDays ? orderedAt : validFrom;
}

function range(from: string | null | undefined, until: string | null | undefined): DayRange | undefined {
  return until ? { from: from ?? undefined, until } : undefined;
}

function day(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}

function daysFrom(a: string, b: string): number {
  return day(a).until(day(b), { largestUnit: 'days' }).days;
}

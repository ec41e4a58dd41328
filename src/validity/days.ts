/** A count of calendar days; never hours divided by 24. */
export type Days = number;

/**
 * Days from one calendar day to another as people count them: the difference of the two dates.
 * From 1 December to 1 January is 31; a day to itself is 0; backwards is negative.
 */
export function daysBetween(from: Temporal.PlainDate, until: Temporal.PlainDate): Days {
  return from.until(until, { largestUnit: 'days' }).days;
}

export function earlierOf(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

export function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

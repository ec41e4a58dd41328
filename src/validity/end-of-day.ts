/**
 * The instant at which something ends whose end is known as a date only: the date is the last day shown,
 * so it ends when that day is over in UTC. `2021-01-01` ends at 2021-01-02T00:00:00Z.
 */
export function endOfDay(lastDayShown: Temporal.PlainDate): Temporal.Instant {
  return lastDayShown.add({ days: 1 }).toZonedDateTime('UTC').toInstant();
}

/**
 * The date people are shown for an end instant: the UTC day that holds its last moment.
 * The inverse of `endOfDay`; an end at midnight belongs to the day before.
 */
export function lastDayShown(end: Temporal.Instant): Temporal.PlainDate {
  return end.subtract({ nanoseconds: 1 }).toZonedDateTimeISO('UTC').toPlainDate();
}

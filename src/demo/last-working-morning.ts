const zone = 'Europe/Madrid';
const opensAt = Temporal.PlainTime.from('10:00');
const saturday = 6;

/**
 * Ten o'clock in Madrid on the last working day (Monday to Friday): the same day for a moment after ten of one. Never
 * after `now`, so that whatever people do in the demo comes later than what it sent.
 */
export function lastWorkingMorning(now: Temporal.Instant): Temporal.Instant {
  const local = now.toZonedDateTimeISO(zone);
  let day = local.toPlainDate();
  if (Temporal.PlainTime.compare(local.toPlainTime(), opensAt) < 0) day = day.subtract({ days: 1 });
  while (day.dayOfWeek >= saturday) day = day.subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: opensAt }).toInstant();
}

const zone = 'Europe/Madrid';
const opensAt = Temporal.PlainTime.from('10:00');
const saturday = 6;

/**
 * Ten o'clock in Madrid on the next working day (Monday to Friday): the same day for a moment before ten of one.
 * Always at or after `from`.
 */
export function nextWorkingMorning(from: Temporal.Instant): Temporal.Instant {
  const local = from.toZonedDateTimeISO(zone);
  let day = local.toPlainDate();
  if (Temporal.PlainTime.compare(local.toPlainTime(), opensAt) > 0) day = day.add({ days: 1 });
  while (day.dayOfWeek >= saturday) day = day.add({ days: 1 });
  return day.toZonedDateTime({ timeZone: zone, plainTime: opensAt }).toInstant();
}

import type { PartnerSettings } from '../partners/partner-settings.ts';

/** For so many hours after the person's hour a late mail still helps; later that day is passed over. */
export const digestWindowHours = 8;

/** The day of the person for which a mail is due now; undefined: none is. */
export function digestDay(
  at: Temporal.Instant,
  person: { readonly timeZone: string; readonly hour: number },
  settings: Pick<PartnerSettings, 'workingDays' | 'holidays' | 'defaultLocale'>,
): string | undefined {
  const local = at.toZonedDateTimeISO(person.timeZone);
  if (local.hour < person.hour || local.hour >= person.hour + digestWindowHours) return undefined;
  const day = local.toPlainDate();
  return isWorkingDay(day, settings) ? day.toString() : undefined;
}

function isWorkingDay(
  day: Temporal.PlainDate,
  {
    workingDays,
    holidays,
    defaultLocale,
  }: Pick<PartnerSettings, 'workingDays' | 'holidays' | 'defaultLocale'>,
): boolean {
  if (!workingDays.includes(day.dayOfWeek)) return false;
  // Colleagues work where the partner does: the country of its own language.
  const country = new Intl.Locale(defaultLocale).region;
  return country === undefined || !(holidays[country] ?? []).includes(day.toString());
}

const dayMs = 86_400_000;

/** Noon, so that no zone moves an ISO day to its neighbour. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** `22 nov 2026` of an ISO day. */
export function dayText(day: string, locale: string): string {
  return dayFormat(locale).format(noon(day));
}

/** `22 nov` where the year is clear. */
export function shortDayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    noon(day),
  );
}

/** The day that an address names, `22 nov 2026`; what is no day stays as it stands there. */
export function wordOfDay(word: string, locale: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(noon(word).getTime())
    ? dayText(word, locale)
    : word;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function dayFormat(locale: string): Intl.DateTimeFormat {
  const known =
    formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  formats.set(locale, known);
  return known;
}

/** `22 nov 2026, 10:00` of an instant, where the person is. */
export function momentText(instant: string, locale: string, timeZone: string): string {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant));
}

/** The exact instant, for the hover: `22 de noviembre de 2026, 10:00:04 CET`. */
export function exactText(instant: string, locale: string, timeZone: string): string {
  const options = { dateStyle: 'long', timeStyle: 'long', timeZone } as const;
  return new Intl.DateTimeFormat(locale, options).format(new Date(instant));
}

/** The ISO day of an instant where the person is. */
export function dayOf(instant: string | Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));
}

/** Calendar days from one ISO day to another; below 0 it has passed. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to).getTime() - noon(from).getTime()) / dayMs);
}

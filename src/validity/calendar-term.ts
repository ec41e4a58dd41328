/** How long an order was sold for: so many days, or so many calendar years. */
export interface CalendarTerm {
  readonly unit: 'days' | 'years';
  readonly count: number;
}

/** Nobody sells TLS certificates for longer; a longer term is a slip of the keyboard. */
export const longestTermYears = 10;

/**
 * Reads `365d`, `1y`, `3y`. Undefined for anything else: no unit, zero, or more than ten years.
 */
export function parseCalendarTerm(text: string): CalendarTerm | undefined {
  const match = /^([1-9]\d{0,3})([dy])$/.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  const count = Number(match[1]);
  const unit = match[2] === 'd' ? 'days' : 'years';
  const longest = unit === 'days' ? longestTermYears * 366 : longestTermYears;
  return count <= longest ? { unit, count } : undefined;
}

/**
 * The day on which a term that starts on `day` ends. A year runs to the same date of the next year;
 * one that starts on 29 February and meets no such date ends on 28 February.
 */
export function addTerm(day: Temporal.PlainDate, term: CalendarTerm): Temporal.PlainDate {
  const length = term.unit === 'days' ? { days: term.count } : { years: term.count };
  return day.add(length, { overflow: 'constrain' });
}

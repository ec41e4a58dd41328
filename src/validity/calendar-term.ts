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

/** The same for a term as it is kept: `P1Y`, `P365D`. Undefined for a term in months. */
export function parseIsoTerm(term: string): CalendarTerm | undefined {
  return parseCalendarTerm(term.slice(1));
}

/** What was sold in the one unit in which people say it: two years, 24 months, 365 days. */
export type TermSaid = { readonly years: number } | { readonly months: number } | { readonly days: number };

/** A kept term (`P1Y`) as people say it; undefined for one that is empty. */
export function termSaid(term: string): TermSaid | undefined {
  const { years, months, days } = Temporal.Duration.from(term);
  if (years > 0) return { years };
  if (months > 0) return { months };
  return days > 0 ? { days } : undefined;
}

/**
 * The day on which a term that starts on `day` ends. A year runs to the same date of the next year;
 * one that starts on 29 February and meets no such date ends on 28 February.
 */
export function addTerm(day: Temporal.PlainDate, term: CalendarTerm): Temporal.PlainDate {
  const length = term.unit === 'days' ? { days: term.count } : { years: term.count };
  return day.add(length, { overflow: 'constrain' });
}

import { Fault } from '../kernel/fault.ts';
import type { Window } from '../kernel/window.ts';
import type { ContactRules } from './contact-rules.ts';
import type { Reason } from './reason.ts';

/** A calendar day as people of one zone live it; 23 or 25 hours long where the clocks change. */
export interface LocalDay extends Window {
  readonly date: string;
  /** ISO: 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** The parts outside quiet hours, in order. */
  readonly daytime: readonly Window[];
}

/** Where and by which holidays somebody lives. */
export interface Place {
  readonly timeZone: string;
  readonly country: string | null;
}

/** Working days and quiet hours of one set of rules, for every zone. Instants are epoch milliseconds. */
export interface ContactCalendar {
  /** The zone itself, or the rules' default for none and for one that nobody knows. */
  readonly zone: (timeZone: string | null) => string;
  readonly dayOf: (timeZone: string, at: number) => LocalDay;
  /** Why nothing may arrive at this instant; null: it may. */
  readonly refusal: (place: Place, at: number) => Reason | null;
  /** The first instant from `at` on, `at` included, that is on a working day and outside quiet hours. */
  readonly nextPermitted: (place: Place, at: number) => number;
  /** The first instant from `at` on that is outside quiet hours, whatever the day. */
  readonly nextDaytime: (timeZone: string, at: number) => number;
}

const utcDayMs = 86_400_000;
/** Zones times UTC days kept before starting over: more than a 120-day plan over every zone in use needs. */
const mostCachedDays = 100_000;
/** Rules without a permitted day (every day a holiday) hold nothing back for longer than this. */
const mostDaysAhead = 370;

const calendars = new WeakMap<ContactRules, ContactCalendar>();

/** One calendar per rules object; local days are computed once per zone and UTC day. */
export function contactCalendar(rules: ContactRules): ContactCalendar {
  const known = calendars.get(rules);
  if (known !== undefined) return known;
  const calendar = makeCalendar(rules);
  calendars.set(rules, calendar);
  return calendar;
}

function makeCalendar(rules: ContactRules): ContactCalendar {
  const dayOf = cachedDays(quietTimes(rules));
  const workingDays = new Set(rules.workingDays.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : rules.workingDays);
  const holidays = new Map(
    Object.entries(rules.holidays).map(([country, dates]) => [country, new Set(dates)]),
  );

  const dayRefusal = (place: Place, day: LocalDay): Reason | null => {
    if (!workingDays.has(day.weekday)) return { code: 'day-off', params: { timeZone: place.timeZone } };
    if (place.country === null || !holidays.get(place.country)?.has(day.date)) return null;
    return { code: 'holiday', params: { date: day.date, country: place.country } };
  };
  const refusal = (place: Place, at: number): Reason | null => {
    const day = dayOf(place.timeZone, at);
    const isDaytime = day.daytime.some((part) => at >= part.opens && at < part.closes);
    return (
      dayRefusal(place, day) ??
      (isDaytime ? null : { code: 'quiet-hours', params: { timeZone: place.timeZone } })
    );
  };
  const firstDaytime = (zone: string, at: number, isFine: (day: LocalDay) => boolean): number => {
    let from = at;
    for (let i = 0; i < mostDaysAhead; i++) {
      const day = dayOf(zone, from);
      const part = isFine(day) ? day.daytime.find((one) => one.closes > from) : undefined;
      if (part !== undefined) return Math.max(part.opens, from);
      from = day.closes;
    }
    return at;
  };
  return {
    zone: zoneOr(rules.defaultTimeZone),
    dayOf,
    refusal,
    nextPermitted: (place, at) => firstDaytime(place.timeZone, at, (day) => dayRefusal(place, day) === null),
    nextDaytime: (zone, at) => firstDaytime(zone, at, () => true),
  };
}

interface QuietTimes {
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
}

function quietTimes(rules: ContactRules): QuietTimes {
  const { from, until } = rules.quietHours;
  try {
    return { from: Temporal.PlainTime.from(from), until: Temporal.PlainTime.from(until) };
  } catch {
    throw new Fault('invalid', `quiet hours "${from}" to "${until}" are not two times of day as HH:MM`);
  }
}

function cachedDays(quiet: QuietTimes): (timeZone: string, at: number) => LocalDay {
  const byZone = new Map<string, Map<number, readonly LocalDay[]>>();
  let count = 0;
  return (timeZone, at) => {
    if (count > mostCachedDays) {
      byZone.clear();
      count = 0;
    }
    let days = byZone.get(timeZone);
    if (days === undefined) {
      days = new Map();
      byZone.set(timeZone, days);
    }
    const utcDay = Math.floor(at / utcDayMs);
    let overlapping = days.get(utcDay);
    if (overlapping === undefined) {
      overlapping = localDaysWithin(timeZone, utcDay * utcDayMs, quiet);
      days.set(utcDay, overlapping);
      count++;
    }
    return overlapping.find((day) => at < day.closes)!;
  };
}

/** The local days that touch one UTC day, in order. */
function localDaysWithin(timeZone: string, utcStart: number, quiet: QuietTimes): LocalDay[] {
  const days: LocalDay[] = [];
  let start = Temporal.Instant.fromEpochMilliseconds(utcStart).toZonedDateTimeISO(timeZone).startOfDay();
  while (start.epochMilliseconds < utcStart + utcDayMs) {
    const day = localDay(start, quiet);
    days.push(day);
    // From the next day's own start: midnight may be skipped, and a whole day was (Samoa, 2011-12-30).
    start = Temporal.Instant.fromEpochMilliseconds(day.closes).toZonedDateTimeISO(timeZone);
  }
  return days;
}

function localDay(start: Temporal.ZonedDateTime, quiet: QuietTimes): LocalDay {
  const date = start.toPlainDate();
  const opens = start.epochMilliseconds;
  const closes = start.add({ days: 1 }).startOfDay().epochMilliseconds;
  const instant = (time: Temporal.PlainTime) =>
    date.toZonedDateTime({ timeZone: start.timeZoneId, plainTime: time }).epochMilliseconds;
  const daytime = daytimeOf({ opens, closes }, instant(quiet.from), instant(quiet.until));
  return { date: date.toString(), weekday: date.dayOfWeek, opens, closes, daytime };
}

function daytimeOf(day: Window, quietFrom: number, quietUntil: number): Window[] {
  if (quietFrom === quietUntil) return [day];
  const parts =
    quietUntil < quietFrom
      ? [{ opens: quietUntil, closes: quietFrom }]
      : [
          { opens: day.opens, closes: quietFrom },
          { opens: quietUntil, closes: day.closes },
        ];
  return parts.filter((part) => part.opens < part.closes);
}

function zoneOr(otherwise: string): (timeZone: string | null) => string {
  if (!isZone(otherwise))
    throw new Fault('invalid', `default time zone "${otherwise}" is not an IANA time zone`);
  const known = new Map<string, string>();
  return (timeZone) => {
    if (timeZone === null) return otherwise;
    let zone = known.get(timeZone);
    if (zone === undefined) {
      zone = isZone(timeZone) ? timeZone : otherwise;
      known.set(timeZone, zone);
    }
    return zone;
  };
}

function isZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

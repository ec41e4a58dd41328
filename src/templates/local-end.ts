/** The end as a clock on the reader's wall shows it. */
export interface LocalEnd {
  /** Calendar day there, `2026-11-22`. */
  readonly day: string;
  /** `17:59` */
  readonly time: string;
  /** `GMT-6` */
  readonly zone: string;
}

interface Clock {
  readonly parts: Intl.DateTimeFormat;
}

const clocks = new Map<string, Clock | undefined>();

/** Undefined for a zone that does not exist. */
function clockOf(timeZone: string): Clock | undefined {
  if (clocks.has(timeZone)) return clocks.get(timeZone);
  let clock: Clock | undefined;
  try {
    clock = {
      parts: new Intl.DateTimeFormat('en-GB', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        timeZoneName: 'shortOffset',
        hourCycle: 'h23',
      }),
    };
  } catch {
    clock = undefined;
  }
  if (clocks.size >= 1_000) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
}

const seen = new Map<string, LocalEnd | undefined>();

function onTheWall(epoch: number, timeZone: string): LocalEnd | undefined {
  const clock = clockOf(timeZone);
  if (!clock) return undefined;
  const part: Record<string, string> = {};
  for (const { type, value } of clock.parts.formatToParts(epoch)) part[type] = value;
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    zone: (part.timeZoneName ?? '').replace(/\+0$/, ''),
  };
}

/** When people are at work and a failing site is noticed at once. */
const workingHours = { from: '08:00', until: '20:00' };

/**
 * What a reader has to be told about the exact end: the local day and time, when they fall on another day than the
 * one shown or in working hours; otherwise nothing. The last second counts, so a day ends at 23:59:59 UTC
 * (17:59 in Mexico City). An unknown zone tells nothing.
 */
export function localEnd(
  end: { endsOn: string; endsAt?: string | undefined },
  timeZone: string,
): LocalEnd | undefined {
  const key = `${end.endsOn} ${end.endsAt ?? ''} ${timeZone}`;
  if (seen.has(key)) return seen.get(key);
  const wall = onTheWall(lastMoment(end), timeZone);
  const inHours = wall !== undefined && wall.time >= workingHours.from && wall.time < workingHours.until;
  const said = wall && (wall.day !== end.endsOn || inHours) ? wall : undefined;
  if (seen.size >= 20_000) seen.clear();
  seen.set(key, said);
  return said;
}

/** The last second of it, in epoch milliseconds. */
export function lastMoment(end: { endsOn: string; endsAt?: string | undefined }): number {
  return Date.parse(end.endsAt ?? `${end.endsOn}T23:59:59Z`);
}

/** The calendar day of an instant in a zone; in UTC when the zone is unknown. */
export function dayIn(instant: string, timeZone: string): string {
  const epoch = Date.parse(instant);
  return onTheWall(epoch, timeZone)?.day ?? new Date(epoch).toISOString().slice(0, 10);
}

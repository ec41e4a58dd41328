const dayMs = 86_400_000;

/** The calendar weeks, Monday to Sunday, that hold these days; ISO days. */
export function weeksOf(first: string, last: string): string[][] {
  const begins = shiftDay(first, -((weekday(first) + 6) % 7));
  const weeks: string[][] = [];
  for (let monday = begins; monday <= last; monday = shiftDay(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, i) => shiftDay(monday, i)));
  }
  return weeks;
}

/** So many days later; earlier when negative. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function weekday(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

/** Where a key leads from a day, within the days there are; null for a key that leads nowhere. */
export function dayByKey(
  key: string,
  day: string,
  { first, last }: { readonly first: string; readonly last: string },
): string | null {
  const fromMonday = (weekday(day) + 6) % 7;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
    Home: -fromMonday,
    End: 6 - fromMonday,
    PageUp: -28,
    PageDown: 28,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const there = shiftDay(day, step);
  return there < first ? first : there > last ? last : there;
}

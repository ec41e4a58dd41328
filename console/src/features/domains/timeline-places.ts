import { daysBetween } from '../../shell/time-text.ts';

export interface Stretch {
  readonly from: string;
  readonly until: string;
}

interface Covering {
  readonly coversFrom: string | null;
  readonly coversUntil: string | null;
}

/** Of the life of the orders what people ask about: a year back at most, and to the last end, at most three years on. */
export function stretchOf(orders: readonly Covering[], today: string): Stretch {
  const begins = orders.flatMap(({ coversFrom }) => coversFrom ?? []);
  const ends = orders.flatMap(({ coversUntil }) => coversUntil ?? []);
  const first = [...begins, today].reduce((a, b) => (a < b ? a : b));
  const last = [...ends, moved(today, 30)].reduce((a, b) => (a > b ? a : b));
  const [earliest, latest] = [moved(today, -365), moved(today, 1_095)];
  return {
    from: moved(first > earliest ? first : earliest, -10),
    until: moved(last < latest ? last : latest, 10),
  };
}

/** 0 at the beginning of the stretch, 100 at its end. */
export function placeOf(day: string, { from, until }: Stretch): number {
  const share = daysBetween(from, day) / Math.max(1, daysBetween(from, until));
  return Math.min(100, Math.max(0, share * 100));
}

function moved(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

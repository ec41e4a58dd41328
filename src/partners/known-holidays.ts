import type { KnownHolidays } from '../../contract/settings.ts';

/**
 * Spain's days off that hold in the whole country: Real Decreto 2001/1983, article 45.1 a) to c) as amended, and
 * 6 January of d), which autonomous communities may give up and in practice keep. A day that falls on a Sunday is
 * not moved here: whether its Monday is free is for each community to say, and so are its own and the local days.
 */
const spain = {
  country: 'ES',
  source: 'Real Decreto 2001/1983, art. 45.1',
  sourceUrl: 'https://www.boe.es/buscar/act.php?id=BOE-A-1983-20351',
};

const fixed: readonly (readonly [month: number, day: number, name: string])[] = [
  [1, 1, 'Año Nuevo'],
  [1, 6, 'Epifanía del Señor'],
  [5, 1, 'Fiesta del Trabajo'],
  [8, 15, 'Asunción de la Virgen'],
  [10, 12, 'Fiesta Nacional de España'],
  [11, 1, 'Todos los Santos'],
  [12, 6, 'Día de la Constitución'],
  [12, 8, 'Inmaculada Concepción'],
  [12, 25, 'Natividad del Señor'],
];

/** The holidays that can be filled in for these years. Only Spain's: other countries' lists are kept by hand. */
export function knownHolidays(years: readonly number[]): KnownHolidays[] {
  const days = years.flatMap((year) => [
    ...fixed.map(([month, day, name]) => ({ day: Temporal.PlainDate.from({ year, month, day }), name })),
    { day: easterSunday(year).subtract({ days: 2 }), name: 'Viernes Santo' },
  ]);
  const named = days
    .filter(({ day }) => day.dayOfWeek !== 7)
    .map(({ day, name }) => ({ day: day.toString(), name }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return [{ ...spain, days: named }];
}

/** The Gregorian rule in the anonymous form of 1876 (J. Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { dayIn, localEnd } from './local-end.ts';

interface Case {
  readonly name: string;
  readonly end: { endsOn: string; endsAt?: string };
  readonly timeZone: string;
  readonly said: { day: string; time: string; zone: string } | null;
}

const file = new URL('../../test/vectors/templates-local-end.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Case[];

it.each(cases)('$name', ({ end, timeZone, said }) => {
  expect(localEnd(end, timeZone) ?? null).toEqual(said);
});

it('tells the day of an instant in a zone, and in UTC where the zone does not exist', () => {
  expect(dayIn('2026-11-23T02:00:00Z', 'America/Mexico_City')).toBe('2026-11-22');
  expect(dayIn('2026-11-23T02:00:00Z', 'Mars/Olympus')).toBe('2026-11-23');
});

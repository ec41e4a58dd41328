import { expect, test } from 'vitest';
import { digestDay } from './digest-moment.ts';

const settings = { workingDays: [1, 2, 3, 4, 5], holidays: { ES: ['2026-12-08'] }, defaultLocale: 'es-ES' };
const madrid = { timeZone: 'Europe/Madrid', hour: 8 };
const bogota = { timeZone: 'America/Bogota', hour: 8 };

test.each([
  ['before the hour', '2026-11-23T06:59:00Z', madrid, undefined],
  ['from the hour on', '2026-11-23T07:00:00Z', madrid, '2026-11-23'],
  ['still in the afternoon', '2026-11-23T14:59:00Z', madrid, '2026-11-23'],
  ['not in the evening', '2026-11-23T15:00:00Z', madrid, undefined],
  ['by the person’s own clock', '2026-11-23T13:00:00Z', bogota, '2026-11-23'],
  ['not yet where the person is', '2026-11-23T12:59:00Z', bogota, undefined],
  ['on no Sunday', '2026-11-22T09:00:00Z', madrid, undefined],
  ['on no holiday', '2026-12-08T09:00:00Z', madrid, undefined],
  [
    'by the day of the person, not of the world',
    '2026-11-23T23:30:00Z',
    { timeZone: 'Asia/Tokyo', hour: 8 },
    '2026-11-24',
  ],
])('%s', (_, at, person, day) => {
  expect(digestDay(Temporal.Instant.from(at), person, settings)).toBe(day);
});

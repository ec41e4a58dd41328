import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderEvidence, readCalendarDay } from './calendar-day.ts';

describe('a day', () => {
  it.each([
    ['2027-01-08', '2027-01-08'],
    ['2027-1-8', '2027-01-08'],
    ['2027/01/08', '2027-01-08'],
    ['20270108', '2027-01-08'],
    ['2026-06-23 04:40:00', '2026-06-23'],
    ['2026-06-23T04:40', '2026-06-23'],
    ['2027-01-08T23:59:59Z', '2027-01-08'],
    ['2027-01-08T23:59:59.000+00:00', '2027-01-08'],
    ['2027-01-09T00:59:59+01:00', '2027-01-08'],
    ['2027-01-08T18:59:59-0500', '2027-01-08'],
    ['31/01/2027', '2027-01-31'],
    ['31.1.2027', '2027-01-31'],
    ['31-01-2027 23:59', '2027-01-31'],
    ['31/01/2027 11:59:59 p. m.', '2027-01-31'],
    ['31-ene-2027', '2027-01-31'],
    ['31-ene.-2027', '2027-01-31'],
    ['8-sept-2027', '2027-09-08'],
    ['8 de septiembre de 2027', '2027-09-08'],
    ['8 de septiembre del 2027', '2027-09-08'],
    ['08-Jan-2027', '2027-01-08'],
    ['Jan 8, 2027', '2027-01-08'],
    ['January 8 2027', '2027-01-08'],
    ['8th January 2027', '2027-01-08'],
    ['08-JAN-2027 23:59:59', '2027-01-08'],
  ])('written %s is %s', (text, day) => {
    expect(readCalendarDay(text, 'dmy')).toBe(day);
  });

  it.each([
    ['31/02/2027', 'no-such-date'],
    ['29/02/2027', 'no-such-date'],
    ['00/01/2027', 'no-such-date'],
    ['2027-13-01', 'no-such-date'],
    ['2027-02-30', 'no-such-date'],
    ['31-abr-2027', 'no-such-date'],
    ['01/02/27', 'two-digit-year'],
    ['1-ene-27', 'two-digit-year'],
    ['0207-01-08', 'implausible-date'],
    ['9999-12-31', 'implausible-date'],
    ['mañana', 'not-a-date'],
    ['46275', 'not-a-date'],
    ['2027-01-0x', 'not-a-date'],
    ['31/01/2027 y algo', 'not-a-date'],
    ['1 foo 2027', 'not-a-date'],
    ['2027-01-08 25:00', 'not-a-date'],
  ])('is not made of %s', (text, code) => {
    expect(readCalendarDay(text, 'dmy')).toMatchObject({ code });
  });

  it('reads day and month in the order of the file, and in none without it', () => {
    expect(readCalendarDay('03/04/2027', 'dmy')).toBe('2027-04-03');
    expect(readCalendarDay('03/04/2027', 'mdy')).toBe('2027-03-04');
    expect(readCalendarDay('03/04/2027', undefined)).toMatchObject({ code: 'date-order-unknown' });
    expect(readCalendarDay('04/04/2027', undefined)).toBe('2027-04-04');
  });

  it('is the same from every spelling of it', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        expect(readCalendarDay(iso, undefined)).toBe(iso);
        expect(readCalendarDay(`${day}/${month}/${year}`, 'dmy')).toBe(iso);
        expect(readCalendarDay(`${month}/${day}/${year}`, 'mdy')).toBe(iso);
        expect(readCalendarDay(date.toISOString(), undefined)).toBe(iso);
      }),
    );
  });
});

it.each([
  ['13/04/2027', 'dmy'],
  ['31/02/2027', 'dmy'],
  ['04/13/2027', 'mdy'],
  ['03/04/2027', 'open'],
  ['04/04/2027', 'none'],
  ['13/14/2027', 'none'],
  ['13/04/27', 'none'],
  ['2027-04-13', 'none'],
  ['3-abr-2027', 'none'],
  ['', 'none'],
])('%s says %s about the order', (text, evidence) => {
  expect(orderEvidence(text)).toBe(evidence);
});

import { describe, expect, it } from 'vitest';
import vectors from '../../test/vectors/cadence-hours.json' with { type: 'json' };
import { contactCalendar } from './contact-calendar.ts';
import { defaultContactRules } from './contact-rules.ts';
import { clockEnding, Desk, instant, lines, recipient } from './facts-builder.ts';

const rules = { ...defaultContactRules, holidays: { ES: ['2026-12-08', '2026-12-25'] } };
const calendar = contactCalendar(rules);

describe('the hours in which a notice may arrive', () => {
  it.each(vectors)('$name', ({ timeZone, country, at, refused, permitted }) => {
    const place = { timeZone, country };
    expect(calendar.refusal(place, instant(at))?.code ?? null).toBe(refused);
    expect(new Date(calendar.nextPermitted(place, instant(at))).toISOString()).toBe(permitted);
  });

  it('follow a day of 23 and one of 25 hours', () => {
    const hours = (at: string) => {
      const day = calendar.dayOf('Europe/Madrid', instant(at));
      return (day.closes - day.opens) / 3_600_000;
    };
    expect(hours('2027-03-28T12:00:00Z')).toBe(23);
    expect(hours('2026-10-25T12:00:00Z')).toBe(25);
  });

  it('exist on every day of a zone that skipped one', () => {
    const day = calendar.dayOf('Pacific/Apia', instant('2011-12-30T11:00:00Z'));
    expect(day.date).toBe('2011-12-31');
  });

  it('fall back to the default zone for one that nobody knows', () => {
    expect(calendar.zone('Mars/Olympus')).toBe('UTC');
    expect(calendar.zone(null)).toBe('UTC');
    expect(calendar.zone('America/Bogota')).toBe('America/Bogota');
  });

  it('may lie on both sides of quiet hours that do not cross midnight', () => {
    const siesta = contactCalendar({ ...rules, quietHours: { from: '14:00', until: '16:00' } });
    const place = { timeZone: 'UTC', country: null };
    expect(siesta.refusal(place, instant('2026-11-23T13:59:00Z'))).toBeNull();
    expect(siesta.nextPermitted(place, instant('2026-11-23T14:00:00Z'))).toBe(
      instant('2026-11-23T16:00:00Z'),
    );
  });

  it('hold nothing back for ever where no day is permitted', () => {
    const days = Array.from({ length: 800 }, (_, i) =>
      Temporal.PlainDate.from('2026-01-01').add({ days: i }).toString(),
    );
    const never = contactCalendar({ ...rules, holidays: { ES: days } });
    const at = instant('2026-11-23T12:00:00Z');
    expect(never.nextPermitted({ timeZone: 'UTC', country: 'ES' }, at)).toBe(at);
  });

  it('name wrong quiet hours', () => {
    const wrong = { ...rules, quietHours: { from: 'six', until: '09:00' } };
    expect(() => contactCalendar(wrong)).toThrow(/"six"/);
  });
});

describe('a touch outside those hours', () => {
  it('waits for the next working morning of its contact', () => {
    // Friday 19:00 in Madrid.
    const result = new Desk([clockEnding('2027-01-10')], rules).run('2026-11-27T18:00:00Z');
    expect(lines(result)).toEqual(['1 90 suppressed superseded', '1 60 held quiet-hours']);
    expect(result.decisions[1]!.until).toBe(instant('2026-11-30T08:00:00Z'));
    expect(result.nextAt.get('1')).toBe(instant('2026-11-30T08:00:00Z'));
  });

  it('goes on a day off by daylight when Monday would be too late', () => {
    // Ends on Monday 00:00 UTC; seen on Saturday at 03:00 in Madrid.
    const desk = new Desk([clockEnding('2026-11-30')], rules);
    const held = desk.run('2026-11-28T02:00:00Z').decisions.at(-1)!;
    expect([held.state, held.until]).toEqual(['held', instant('2026-11-28T08:00:00Z')]);
    expect(lines(desk.run('2026-11-28T08:00:00Z'))).toEqual(['1 3 due stage-open']);
  });

  it('goes at night when the morning would be too late', () => {
    // Ends at 01:00 in Madrid; seen two hours before.
    const result = new Desk([clockEnding('2026-11-25')], rules).run('2026-11-24T22:00:00Z');
    expect(lines(result).at(-1)).toBe('1 3 due stage-open');
  });

  it('takes whoever else is told at an hour that is fine for them', () => {
    const others = [
      recipient(),
      recipient({ part: 'main', addressKey: 'mx@x', timeZone: 'America/Mexico_City' }),
    ];
    // Monday 10:00 in Madrid, 03:00 in Mexico City.
    const result = new Desk([clockEnding('2026-11-29', { recipients: others })], rules).run(
      '2026-11-23T09:00:00Z',
    );
    expect(result.notices.map((one) => [one.addressKey, new Date(one.at).toISOString()])).toEqual([
      ['ana@example.com', '2026-11-23T09:00:00.000Z'],
      ['mx@x', '2026-11-23T15:00:00.000Z'],
    ]);
  });

  it('that rides along with word passed on does not leave at night either', () => {
    const mexico = recipient({ addressKey: 'mx@x', timeZone: 'America/Mexico_City' });
    const told = clockEnding('2026-11-29', { recipients: [recipient(), { ...mexico, part: 'main' }] });
    const rider = clockEnding('2027-01-12', { clock: '2', recipients: [{ ...mexico, locale: 'es-ES' }] });
    const result = new Desk([told, rider], rules).run('2026-11-23T09:00:00Z');
    expect(lines(result).at(-1)).toBe('2 60 due rides-along');
    expect(result.notices.map((one) => [one.deliveries.length, new Date(one.at).toISOString()])).toEqual([
      [1, '2026-11-23T09:00:00.000Z'],
      [2, '2026-11-23T15:00:00.000Z'],
    ]);
  });

  it('waits for the next day once the daily cap is met, by the contact’s own midnight', () => {
    const desk = new Desk([clockEnding('2026-11-29')], rules);
    const noticesToday = ['2026-11-22T22:59:00Z', '2026-11-22T23:01:00Z'].map(instant);
    desk.knows('ana@example.com', { noticesToday });
    expect(lines(desk.look('2026-11-23T10:00:00Z')).at(-1)).toBe('1 7 due stage-open');
    desk.knows('ana@example.com', { noticesToday: [...noticesToday, instant('2026-11-23T09:00:00Z')] });
    const held = desk.look('2026-11-23T10:00:00Z').decisions.at(-1)!;
    expect([held.reason.code, held.until]).toEqual(['daily-cap', instant('2026-11-24T08:00:00Z')]);
  });

  it('is not held on channels that wait where the person comes by', () => {
    const desk = new Desk([clockEnding('2027-01-10')], rules);
    const stages = desk.cadence.stagesByKind.coverage!.map((stage) => ({
      ...stage,
      channels: ['email', 'call', 'banner'] as const,
    }));
    desk.cadence = { ...desk.cadence, stagesByKind: { coverage: stages } };
    const open = desk.run('2026-11-28T18:00:00Z').decisions.filter((one) => one.stage === 60);
    expect(open.map((one) => `${one.channel} ${one.state}`)).toEqual([
      'email held',
      'call due',
      'banner due',
    ]);
  });
});

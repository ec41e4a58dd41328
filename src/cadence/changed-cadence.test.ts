import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fitting, movedTo } from '../../console/src/features/settings/calendar-edits.ts';
import { type CalendarBook, type CalendarStage, calendarBook } from '../../contract/settings.ts';
import type { ClockAudience } from '../inventory/clock-audience.ts';
import { bookOf, builtInDocument, type CadenceDocument, cadenceOf } from './cadence-document.ts';
import { defaultCadence } from './default-cadence.ts';
import { clockEnding, Desk, instant, lines, recipient } from './facts-builder.ts';
import { stageWindows } from './stage-windows.ts';
import { succeedDocument } from './succeed-document.ts';

/** A desk whose calendars are edited while it works. */
class EditedDesk extends Desk {
  document: CadenceDocument = builtInDocument;
  version = 0;

  edit(at: string, change: (book: CalendarBook) => CalendarBook): this {
    const book = calendarBook.parse(change(bookOf(this.document)));
    this.document = succeedDocument(this.document, book, instant(at));
    this.cadence = cadenceOf(this.document, ++this.version);
    return this;
  }

  /** What leaves on each day from one to another, as `day clock/stage`. */
  live(from: string, until: string): string[] {
    const said: string[] = [];
    for (let day = Temporal.PlainDate.from(from); ; day = day.add({ days: 1 })) {
      const text = day.toString();
      if (text > until) return said;
      const { notices } = this.run(text);
      for (const { deliveries } of notices) {
        said.push(...deliveries.map(({ clock, stage }) => `${text} ${clock}/${stage}`));
      }
    }
  }
}

const withStages =
  (kind: string, change: (stages: CalendarStage[]) => CalendarStage[]) => (book: CalendarBook) => ({
    ...book,
    calendars: book.calendars.map((one) =>
      one.kind === kind && Object.keys(one.when).length === 0 ? { ...one, stages: change(one.stages) } : one,
    ),
  });
/** As the console moves a stage: its share of the lifetime goes with it. */
const moving = (id: string, daysBefore: number) =>
  withStages('coverage', (stages) =>
    stages.map((one) => (one.id === id ? fitting(stages, movedTo(one, daysBefore)) : one)),
  );
const removing = (id: string) => withStages('coverage', (stages) => stages.filter((one) => one.id !== id));
const adding = (stage: Partial<CalendarStage>) =>
  withStages('coverage', (stages) => [...stages, fitting(stages, { ...stages[1]!, share: null, ...stage })]);

// Ends at midnight after the day shown, 365 days long: 90 opens on 2026-12-01, 60 on 12-31, 30 on 2027-01-30.
const end = '2027-03-01';
let desk: EditedDesk;
beforeEach(() => {
  desk = new EditedDesk([clockEnding(end)]);
});

it('the built-in document is the built-in cadence', () => {
  const { version: _, ...built } = cadenceOf(builtInDocument, 0);
  const stages = (kind: string) => built.stagesByKind[kind]!.map(({ id: __, ...stage }) => stage);
  expect(stages('coverage')).toEqual(defaultCadence.stagesByKind.coverage);
  expect(stages('certificate')).toEqual(defaultCadence.stagesByKind.certificate);
  expect(() => calendarBook.parse(bookOf(builtInDocument))).not.toThrow();
});

describe('a stage that is moved', () => {
  it('later after it spoke does not speak again', () => {
    expect(desk.live('2027-01-30', '2027-01-30')).toEqual(['2027-01-30 1/30']);
    desk.edit('2027-01-30T12:00:00Z', moving('d30', 28));
    expect(desk.live('2027-01-31', '2027-02-21')).toEqual([]);
    expect(desk.clocks[0]!.ledger).toContainEqual(
      expect.objectContaining({ stage: 28, state: 'suppressed', final: true, reason: 'said-before' }),
    );
    expect(desk.live('2027-02-22', '2027-02-22')).toEqual(['2027-02-22 1/7']);
  });

  it('earlier after it spoke does not speak again', () => {
    desk.live('2027-01-30', '2027-01-30');
    desk.edit('2027-02-01', moving('d30', 45));
    expect(desk.live('2027-02-01', '2027-02-21')).toEqual([]);
  });

  it('there and back and elsewhere still speaks once', () => {
    desk.live('2027-01-30', '2027-01-30');
    desk
      .edit('2027-01-31', moving('d30', 28))
      .edit('2027-01-31', moving('d30', 30))
      .edit('2027-01-31', moving('d30', 25));
    expect(desk.live('2027-01-31', '2027-02-21')).toEqual([]);
  });

  it('later before it spoke speaks at its new day', () => {
    desk.live('2026-12-31', '2026-12-31');
    desk.edit('2027-01-10', moving('d30', 28));
    expect(desk.live('2027-01-10', '2027-02-05')).toEqual(['2027-02-01 1/28']);
  });

  it('earlier, past the day at which others stand, speaks to them at the old day and not all at once', () => {
    desk.live('2026-12-31', '2026-12-31');
    desk.edit('2027-01-20', moving('d30', 45));
    expect(desk.live('2027-01-20', '2027-01-29')).toEqual([]);
    expect(desk.live('2027-01-30', '2027-02-15')).toEqual(['2027-01-30 1/45']);
  });

  it('leaves what it said under its number to itself, also when another stage takes that number', () => {
    desk.live('2027-01-30', '2027-01-30');
    desk.edit('2027-01-31', moving('d30', 20)).edit('2027-01-31', adding({ id: 'new', daysBefore: 30 }));
    expect(desk.live('2027-01-31', '2027-02-21')).toEqual([]);
  });

  it('while something keeps it back is no longer waited for at the old place, and is at the new', () => {
    desk.change('1', { renewed: { kind: 'perhaps' } });
    expect(lines(desk.run('2027-01-30'))).toContain('1 30 held perhaps-renewed');
    desk.edit('2027-01-31', moving('d30', 28));
    expect(lines(desk.run('2027-02-01'))).toEqual(
      expect.arrayContaining(['1 30 suppressed stage-removed', '1 28 held perhaps-renewed']),
    );
    desk.change('1', { renewed: { kind: 'no' } });
    expect(desk.live('2027-02-02', '2027-02-03')).toEqual(['2027-02-02 1/28']);
  });

  it('and taken back while something waits, waits again', () => {
    desk.change('1', { renewed: { kind: 'perhaps' } });
    desk.run('2027-01-30');
    desk.edit('2027-01-31', moving('d30', 28));
    desk.run('2027-01-31');
    desk.edit('2027-01-31T06:00:00Z', moving('d30', 30));
    desk.change('1', { renewed: { kind: 'no' } });
    expect(desk.live('2027-02-01', '2027-02-05')).toEqual(['2027-02-01 1/30']);
  });
});

describe('a stage that is added', () => {
  it('speaks from then on and to nobody whom its day has passed', () => {
    const [soon, later] = ['2027-01-15', '2027-03-01'];
    desk = new EditedDesk([
      clockEnding(soon, { clock: '1' }),
      clockEnding(later, { clock: '2', recipients: [recipient({ addressKey: 'eva@example.com' })] }),
    ]);
    desk.run('2026-12-10');
    desk.edit('2026-12-10', adding({ id: 'new', daysBefore: 45 }));
    // Clock 1 ends in 36 days: it goes on to its 30. Clock 2 comes to its 60 and then to the new 45.
    expect(desk.live('2026-12-10', '2027-01-20').filter((line) => !/ 1\/[37]$/.test(line))).toEqual([
      '2026-12-16 1/30',
      '2026-12-31 2/60',
      '2027-01-15 2/45',
    ]);
  });

  it('after the end is not told to those who ended long before', () => {
    desk.live('2027-03-08', '2027-03-08');
    desk.edit(
      '2027-03-20',
      adding({ id: 'late', daysBefore: -14, openForDays: 14, template: 'expired', tone: 'lapsed' }),
    );
    expect(desk.live('2027-03-20', '2027-04-10')).toEqual([]);
  });

  it('as the last safety word is told also to those whom its day has passed', () => {
    desk = new EditedDesk([clockEnding(end)]);
    desk.edit('2026-12-01', (book) => removing('d3')(removing('d7')(book)));
    desk.edit('2027-02-24', adding({ id: 'last', daysBefore: 6, lastSafety: true, urgent: true }));
    expect(desk.live('2027-02-24', '2027-02-26')).toContain('2027-02-24 1/6');
  });
});

it('a stage that is removed takes nothing else with it', () => {
  desk.live('2026-12-31', '2026-12-31');
  desk.edit('2027-01-10', removing('d30'));
  expect(desk.live('2027-01-10', '2027-02-22')).toEqual(['2027-02-22 1/7']);
});

describe('calendars for some', () => {
  const audience: ClockAudience = {
    ...{ authority: 'digicert', product: 'Secure Site EV', family: 'Secure Site', level: 'EV' },
    ...{ customer: '7', customerKind: 'customer', division: null, country: 'ES', owner: 'Marta' },
  };
  const forEv = (book: CalendarBook): CalendarBook => {
    const general = book.calendars.find(({ kind }) => kind === 'coverage')!;
    const stages = [{ ...general.stages[0]!, id: 'x', daysBefore: 120, share: null }, ...general.stages];
    return {
      ...book,
      calendars: [{ ...general, id: 'ev', name: 'EV', when: { levels: ['EV'] }, stages }, ...book.calendars],
    };
  };

  it('are chosen by what the inventory knows, the first that fits before the general one', () => {
    const cadence = cadenceOf(succeedDocument(builtInDocument, forEv(bookOf(builtInDocument)), null), 1);
    const firstOf = (some: Partial<ClockAudience>) =>
      stageWindows('coverage', clockEnding(end, { audience: { ...audience, ...some } }), cadence)[0]!.stage
        .daysBefore;
    expect([firstOf({}), firstOf({ level: 'OV' }), firstOf({ level: null })]).toEqual([120, 90, 90]);
    expect(stageWindows('coverage', clockEnding(end), cadence)[0]!.stage.daysBefore).toBe(90);
  });

  it('do not tell again what the general one has said, nor what had opened before they came', () => {
    desk = new EditedDesk([clockEnding(end, { audience })]);
    desk.live('2026-12-01', '2026-12-01');
    desk.edit('2026-12-10', forEv);
    expect(desk.live('2026-12-10', '2026-12-31')).toEqual(['2026-12-31 1/60']);
  });
});

describe('a book is refused', () => {
  const book = bookOf(builtInDocument);
  const refused = (changed: CalendarBook) =>
    calendarBook.safeParse(changed).error?.issues.map(({ message }) => message);

  it('with two stages on one day', () => {
    expect(refused(moving('d30', 60)(book))).toEqual(['a day on which no other stage opens']);
  });

  it('without a general calendar, or with one that hides others', () => {
    const [coverage, certificate] = book.calendars;
    expect(
      refused({ ...book, calendars: [{ ...coverage!, name: 'EV', when: { levels: ['EV'] } }, certificate!] }),
    ).toEqual(['one calendar without conditions for each kind']);
    const ev = { ...coverage!, id: 'ev', name: 'EV', when: { levels: ['EV' as const] } };
    expect(refused({ ...book, calendars: [coverage!, ev, certificate!] })).toEqual([
      'the calendar without conditions as the last of its kind',
    ]);
  });

  it('with a stage whose share would bring it before another in short lives', () => {
    const wrong = withStages('coverage', (stages) =>
      stages.map((one) => (one.id === 'd7' ? { ...one, share: 0.1 } : one)),
    );
    expect(refused(wrong(book))).toEqual(['a share no larger than that of a stage before it']);
  });

  it('with a stage after the end that never closes', () => {
    expect(refused(adding({ id: 'late', daysBefore: -3 })(book))).toEqual([
      'for how many days a stage after the end stays open',
    ]);
  });
});

describe('however the calendar is edited while a clock runs', () => {
  const edits = fc.array(
    fc.record({
      /** Days after 2026-11-20; the clock ends 101 days after it. */
      after: fc.integer({ min: 0, max: 105 }),
      stage: fc.constantFrom('d90', 'd60', 'd30', 'd7', 'd3'),
      to: fc.integer({ min: 1, max: 110 }),
    }),
    { maxLength: 6 },
  );
  const safetyIds = ['d7', 'd3'];
  /** Safety stages stay behind the others. */
  const isSensible = ({ stage, to }: { stage: string; to: number }) => safetyIds.includes(stage) === to <= 20;
  const start = Temporal.PlainDate.from('2026-11-20');

  it('a stage speaks once at most, and a last safety word is never lost', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const edited = new EditedDesk([clockEnding(end)]);
        const told: string[] = [];
        const idAt = (number: number) => {
          const stages = edited.document.calendars[0]!.stages;
          return stages.find(({ daysBefore }) => daysBefore === number)!.id;
        };
        for (let n = 0; n <= 115; n++) {
          const day = start.add({ days: n }).toString();
          for (const { stage, to } of all.filter(({ after }) => after === n)) {
            const book = bookOf(edited.document);
            const isTaken = book.calendars[0]!.stages.some(({ daysBefore }) => daysBefore === to);
            if (!isTaken) edited.edit(`${day}T06:00:00Z`, moving(stage, to));
          }
          // The run of the day comes after its edits.
          const said = edited.run(`${day}T09:00:00Z`).notices.flatMap(({ deliveries }) => deliveries);
          told.push(...said.map(({ stage }) => idAt(stage)));
        }
        expect(new Set(told).size).toBe(told.length);
        if (all.every(isSensible)) expect(told.some((id) => safetyIds.includes(id))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

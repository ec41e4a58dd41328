import type { CalendarBook, CalendarShown } from '../../contract/settings.ts';
import type { CadenceDocument, KeptCalendar, KeptStage } from './cadence-document.ts';
import type { FormerNumber, StageOpening } from './stage.ts';

/** Nobody moves a stage more often than this within the life of a clock. */
const mostFormerNumbers = 20;

/**
 * An edited book as the version that follows `before`. It remembers of each stage what keeps the change from telling
 * anybody twice and from telling everybody at once: the numbers that the ledger knows it by, since when it opens where
 * it does, and where it opened before.
 *
 * `since` is up to when the ledger was decided under `before` (epoch milliseconds); null: the ledger knows nothing
 * yet, so that nothing has to be remembered.
 */
export function succeedDocument(
  before: CadenceDocument,
  book: CalendarBook,
  since: number | null,
): CadenceDocument {
  return {
    ...book,
    calendars: book.calendars.map((calendar) => succeedCalendar(before, book, calendar, since)),
  };
}

function succeedCalendar(
  before: CadenceDocument,
  book: CalendarBook,
  calendar: CalendarShown,
  since: number | null,
): KeptCalendar {
  const old = before.calendars.find(({ id, kind }) => id === calendar.id && kind === calendar.kind);
  const isChosenOtherwise =
    choosing(before.calendars, calendar.kind) !== choosing(book.calendars, calendar.kind);
  const chosenSince = isChosenOtherwise ? since : (old?.since ?? null);
  return {
    ...calendar,
    ...(chosenSince === null ? {} : { since: chosenSince }),
    stages: calendar.stages.map((stage) => {
      const known = old?.stages.find(({ id }) => id === stage.id);
      // A calendar of its own begins as a copy of another: its stages are new to its clocks, their numbers are not.
      return succeedStage(known, stage, { since, isNewCalendar: old === undefined });
    }),
  };
}

/** Who chooses which calendar of a kind, as one text: the conditions in their order. */
function choosing(calendars: readonly Pick<CalendarShown, 'id' | 'kind' | 'when'>[], kind: string): string {
  const own = calendars.filter((calendar) => calendar.kind === kind);
  return JSON.stringify(own.map(({ id, when }) => [id, Object.entries(when).filter(isAsked).sort()]));
}

function isAsked([, list]: [string, readonly string[] | undefined]): boolean {
  return list !== undefined && list.length > 0;
}

function succeedStage(
  known: KeptStage | undefined,
  stage: CalendarShown['stages'][number],
  at: { since: number | null; isNewCalendar: boolean },
): KeptStage {
  if (at.since === null) return stage;
  if (known === undefined) return at.isNewCalendar ? stage : { ...stage, since: at.since };
  const formerly = formerNumbers(known, stage.daysBefore, at.since);
  const kept = { ...stage, ...(formerly.length === 0 ? {} : { formerly }) };
  if (known.daysBefore === stage.daysBefore && known.share === stage.share) {
    const { since, former } = known;
    return {
      ...kept,
      ...(since === undefined ? {} : { since }),
      ...(former === undefined ? {} : { former }),
    };
  }
  const former: StageOpening = { daysBefore: known.daysBefore, share: known.share };
  return { ...kept, since: at.since, former };
}

/** The number that it leaves now, and those before; where it comes back to one, it is its own again. */
function formerNumbers(known: KeptStage, now: number, since: number): FormerNumber[] {
  const before = known.formerly ?? [];
  const left = known.daysBefore === now ? [] : [{ number: known.daysBefore, until: since }];
  return [...before.filter(({ number }) => number !== now && number !== known.daysBefore), ...left].slice(
    -mostFormerNumbers,
  );
}

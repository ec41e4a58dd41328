import type { CalendarBook, CalendarShown, CalendarStage, ClockKind } from '../../../../contract/settings.ts';

/** Whether a calendar is for every clock of its kind. */
export function isGeneral({ when }: Pick<CalendarShown, 'when'>): boolean {
  return Object.values(when).every((list) => list === undefined || list.length === 0);
}

export function ofKind(book: CalendarBook, kind: ClockKind): CalendarShown[] {
  return book.calendars.filter((calendar) => calendar.kind === kind);
}

/** From the earliest to the latest, as life goes. */
export function inOrder(stages: readonly CalendarStage[]): CalendarStage[] {
  return stages.toSorted((a, b) => b.daysBefore - a.daysBefore);
}

export function withCalendar(
  book: CalendarBook,
  id: string,
  change: (calendar: CalendarShown) => CalendarShown,
): CalendarBook {
  return { ...book, calendars: book.calendars.map((one) => (one.id === id ? change(one) : one)) };
}

export function withStage(book: CalendarBook, calendar: string, stage: CalendarStage): CalendarBook {
  return withCalendar(book, calendar, (one) => ({
    ...one,
    stages: inOrder(
      one.stages.some(({ id }) => id === stage.id)
        ? one.stages.map((known) => (known.id === stage.id ? stage : known))
        : [...one.stages, stage],
    ),
  }));
}

/** What may stand between the shares of its neighbours, so that short lives keep the stages in their order. */
function shareBounds(
  stages: readonly CalendarStage[],
  stage: CalendarStage,
): { least: number; most: number } {
  const others = stages.filter(({ id, daysBefore }) => id !== stage.id && daysBefore > 0);
  const shareOf = ({ share }: CalendarStage) => share ?? Infinity;
  return {
    most: Math.min(Infinity, ...others.filter((one) => one.daysBefore > stage.daysBefore).map(shareOf)),
    least: Math.max(0, ...others.filter((one) => one.daysBefore < stage.daysBefore).map(shareOf)),
  };
}

/** Whether a share is larger than that of a stage before it, or smaller than that of one after it. */
export function isShareOutOfOrder(stages: readonly CalendarStage[], stage: CalendarStage): boolean {
  if (stage.daysBefore <= 0) return false;
  const { least, most } = shareBounds(stages, stage);
  const share = stage.share ?? Infinity;
  return share > most || share < least;
}

/** The stage with a share that fits among the others. */
export function fitting(stages: readonly CalendarStage[], stage: CalendarStage): CalendarStage {
  if (stage.daysBefore <= 0) return stage;
  const { least, most } = shareBounds(stages, stage);
  const share = Math.max(least, Math.min(most, stage.share ?? Infinity));
  return { ...stage, share: share === Infinity ? null : share };
}

export function withoutStage(book: CalendarBook, calendar: string, stage: string): CalendarBook {
  return withCalendar(book, calendar, (one) => ({
    ...one,
    stages: one.stages.filter(({ id }) => id !== stage),
  }));
}

export const earliestDay = 400;
export const latestDay = -60;

/**
 * The stage on another day. The share of the lifetime goes with it, so that it keeps its place in short lives too; a
 * stage that crosses the end changes what only one of both sides has.
 */
export function movedTo(stage: CalendarStage, day: number): CalendarStage {
  const daysBefore = Math.max(latestDay, Math.min(earliestDay, Math.round(day)));
  const { openForDays, ...rest } = stage;
  if (daysBefore <= 0) return { ...rest, daysBefore, share: null, openForDays: openForDays ?? 14 };
  if (stage.share === null || stage.daysBefore <= 0) return { ...rest, daysBefore };
  const share = Math.min(1, Math.max(0.001, (stage.share * daysBefore) / stage.daysBefore));
  return { ...rest, daysBefore, share };
}

/** A day that no other stage has, as near as possible to the one wished for. */
export function freeDay(stages: readonly CalendarStage[], wished: number, own?: string): number {
  const taken = new Set(stages.filter(({ id }) => id !== own).map(({ daysBefore }) => daysBefore));
  for (let away = 0; away <= earliestDay; away++) {
    for (const day of [wished - away, wished + away]) {
      if (!taken.has(day) && day >= latestDay && day <= earliestDay) return day;
    }
  }
  return wished;
}

/** A new stage speaks as the one before it does, half the way to the next. */
export function newStage(calendar: CalendarShown, id: string): CalendarStage {
  const before = inOrder(calendar.stages).filter(({ daysBefore }) => daysBefore > 0);
  const [first, second] = before;
  const like = first ?? fallBack(calendar.kind);
  const wished = first && second ? Math.round((first.daysBefore + second.daysBefore) / 2) : like.daysBefore;
  const { openForDays: _, ...words } = like;
  const day = freeDay(calendar.stages, wished);
  const share = like.share === null ? null : Math.min(1, (like.share * day) / like.daysBefore);
  const stage = { ...words, id, daysBefore: day, share, lastSafety: false, urgent: false };
  return fitting(calendar.stages, stage);
}

function fallBack(kind: ClockKind): CalendarStage {
  return {
    ...{ id: 'new', daysBefore: 30, share: 1 / 12, channels: ['email'], tone: 'reminder' },
    ...{ template: kind === 'coverage' ? 'early' : 'reissue', purpose: 'reminder' },
    ...{ lastSafety: false, urgent: false, escalateTo: [] },
  };
}

/** A calendar for some clocks: begins as a copy of the general one, before all others of its kind. */
export function withNewCalendar(
  book: CalendarBook,
  kind: ClockKind,
  { id, name }: { readonly id: string; readonly name: string },
): CalendarBook {
  const general = ofKind(book, kind).find(isGeneral)!;
  const added: CalendarShown = { ...general, id, name, when: {} };
  const at = book.calendars.findIndex((one) => one.kind === kind);
  return { ...book, calendars: book.calendars.toSpliced(at, 0, added) };
}

export function withoutCalendar(book: CalendarBook, id: string): CalendarBook {
  return { ...book, calendars: book.calendars.filter((one) => one.id !== id) };
}

/** One place earlier among those of its kind. */
export function withCalendarEarlier(book: CalendarBook, id: string): CalendarBook {
  const calendar = book.calendars.find((one) => one.id === id)!;
  const own = ofKind(book, calendar.kind);
  const before = own[own.indexOf(calendar) - 1];
  if (!before) return book;
  const swapped = book.calendars.map((one) => (one === calendar ? before : one === before ? calendar : one));
  return { ...book, calendars: swapped };
}

/** Short, and no other stage or calendar has it. */
export function freshId(): string {
  return `n${Math.random().toString(36).slice(2, 9)}`;
}

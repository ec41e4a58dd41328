import type { CalendarBook, CalendarShown, CalendarStage, ClockKind } from '../../../../contract/settings.ts';
import { inOrder, ofKind } from './calendar-edits.ts';
import { isSame } from './same.ts';

/** What one version of the calendars has otherwise than another. */
export type BookChange =
  | { readonly what: 'calendar-added' | 'calendar-removed'; readonly calendar: CalendarShown }
  | { readonly what: 'calendar-conditions'; readonly calendar: CalendarShown }
  | { readonly what: 'calendar-renamed'; readonly calendar: CalendarShown; readonly before: string | null }
  | { readonly what: 'calendar-order'; readonly kind: ClockKind }
  | {
      readonly what: 'stage-added' | 'stage-removed';
      readonly calendar: CalendarShown;
      readonly stage: CalendarStage;
    }
  | {
      readonly what: 'stage-moved' | 'stage-changed';
      readonly calendar: CalendarShown;
      readonly before: CalendarStage;
      readonly stage: CalendarStage;
      /** The fields besides its day. */
      readonly fields: readonly (keyof CalendarStage)[];
    }
  | { readonly what: 'silence'; readonly before: number; readonly after: number };

export function changesBetween(before: CalendarBook, after: CalendarBook): BookChange[] {
  const [from, to] = [before.silentWhenCoverageEndsWithinDays, after.silentWhenCoverageEndsWithinDays];
  return [
    ...after.calendars.flatMap((calendar) => {
      const old = before.calendars.find(({ id }) => id === calendar.id);
      return old ? calendarChanges(old, calendar) : [{ what: 'calendar-added', calendar } as const];
    }),
    ...before.calendars
      .filter(({ id }) => !after.calendars.some((one) => one.id === id))
      .map((calendar) => ({ what: 'calendar-removed', calendar }) as const),
    ...(['coverage', 'certificate'] as const).flatMap((kind) =>
      isReordered(before, after, kind) ? [{ what: 'calendar-order', kind } as const] : [],
    ),
    ...(from === to ? [] : [{ what: 'silence', before: from, after: to } as const]),
  ];
}

function isReordered(before: CalendarBook, after: CalendarBook, kind: ClockKind): boolean {
  const ids = (one: CalendarBook, other: CalendarBook) =>
    ofKind(one, kind)
      .map(({ id }) => id)
      .filter((id) => other.calendars.some((known) => known.id === id));
  return !isSame(ids(before, after), ids(after, before));
}

function calendarChanges(old: CalendarShown, calendar: CalendarShown): BookChange[] {
  const found: BookChange[] = [];
  if (old.name !== calendar.name) found.push({ what: 'calendar-renamed', calendar, before: old.name });
  if (!isSame(asked(old), asked(calendar))) found.push({ what: 'calendar-conditions', calendar });
  for (const stage of inOrder(calendar.stages)) {
    const before = old.stages.find(({ id }) => id === stage.id);
    if (!before) found.push({ what: 'stage-added', calendar, stage });
    else found.push(...stageChanges(calendar, before, stage));
  }
  for (const stage of inOrder(old.stages)) {
    if (!calendar.stages.some(({ id }) => id === stage.id)) {
      found.push({ what: 'stage-removed', calendar: old, stage });
    }
  }
  return found;
}

/** Lists that ask for nothing are none. */
export function asked({ when }: Pick<CalendarShown, 'when'>): object {
  return Object.fromEntries(Object.entries(when).filter(([, list]) => list !== undefined && list.length > 0));
}

function stageChanges(calendar: CalendarShown, before: CalendarStage, stage: CalendarStage): BookChange[] {
  const isMoved = before.daysBefore !== stage.daysBefore;
  const names = new Set([...Object.keys(before), ...Object.keys(stage)] as (keyof CalendarStage)[]);
  // The share goes with the day; what opens when is said by the day.
  const silent = new Set<keyof CalendarStage>(
    isMoved ? ['daysBefore', 'share', 'openForDays'] : ['daysBefore'],
  );
  const fields = [...names].filter((name) => !silent.has(name) && !isSame(before[name], stage[name]));
  if (!isMoved && fields.length === 0) return [];
  return [{ what: isMoved ? 'stage-moved' : 'stage-changed', calendar, before, stage, fields }];
}

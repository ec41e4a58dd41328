import type { CalendarBook, CalendarFall, CalendarShown, CalendarWarning } from '../../contract/settings.ts';
import { isGeneral } from '../../contract/settings.ts';
import type { Stage } from './stage.ts';
import { dayMs, stageWindows } from './stage-windows.ts';

/** The longest lifetimes by date: today's older certificates, and the limits from 2026, 2027 and 2029 on. */
const lifetimes = [398, 200, 100, 47] as const;

/** What whoever edits the calendars should know before keeping them. Nothing here forbids them. */
export function calendarWarnings(
  book: CalendarBook,
  { before, gapDays }: { readonly before: CalendarBook; readonly gapDays: number },
): CalendarWarning[] {
  return book.calendars.flatMap((calendar, i) => {
    const old = before.calendars.find(({ id }) => id === calendar.id);
    return [
      ...stageWarnings(calendar, gapDays),
      ...removedSafety(calendar, old),
      ...hiddenWarning(calendar, book.calendars.slice(0, i)),
    ];
  });
}

function warning(
  code: CalendarWarning['code'],
  calendar: CalendarShown,
  stage: string | null = null,
  params: Record<string, number> = {},
): CalendarWarning {
  return { code, calendar: calendar.id, stage, params };
}

function stageWarnings(calendar: CalendarShown, gapDays: number): CalendarWarning[] {
  const { stages } = calendar;
  if (stages.length === 0) return [warning('no-stages', calendar)];
  const found: CalendarWarning[] = [];
  const before = stages
    .filter(({ daysBefore }) => daysBefore > 0)
    .sort((a, b) => b.daysBefore - a.daysBefore);
  if (!before.some(({ lastSafety }) => lastSafety)) found.push(warning('no-safety', calendar));
  if (before.length === stages.length) found.push(warning('none-after', calendar));
  for (const [i, stage] of before.entries()) {
    const inAYear = stage.share === null ? stage.daysBefore : Math.floor(stage.share * 365 + 1e-9);
    if (calendar.kind === 'coverage' && inAYear < stage.daysBefore) {
      found.push(warning('share-bounds', calendar, stage.id, { days: stage.daysBefore, opens: inAYear }));
    }
    const earlier = before[i - 1];
    const distance = earlier === undefined ? Infinity : earlier.daysBefore - stage.daysBefore;
    if (!stage.urgent && distance < gapDays) {
      found.push(warning('gap-over-distance', calendar, stage.id, { days: distance, gap: gapDays }));
    }
  }
  const last = before.at(-1);
  if (last?.lastSafety && last.purpose !== 'safety') {
    found.push(warning('objectable-last', calendar, last.id));
  }
  return found;
}

function removedSafety(calendar: CalendarShown, old: CalendarShown | undefined): CalendarWarning[] {
  const gone = (old?.stages ?? []).filter(
    (stage) =>
      stage.lastSafety && !calendar.stages.some(({ id, lastSafety }) => id === stage.id && lastSafety),
  );
  return gone.map((stage) => warning('safety-removed', calendar, stage.id, { days: stage.daysBefore }));
}

/** A calendar with the very conditions of one before it is never chosen. */
function hiddenWarning(calendar: CalendarShown, earlier: readonly CalendarShown[]): CalendarWarning[] {
  if (isGeneral(calendar)) return [];
  const own = conditionText(calendar);
  const isHidden = earlier.some((one) => one.kind === calendar.kind && conditionText(one) === own);
  return isHidden ? [warning('never-chosen', calendar)] : [];
}

function conditionText({ when }: CalendarShown): string {
  const asked = Object.entries(when).filter(([, list]) => list !== undefined && list.length > 0);
  return JSON.stringify(asked.map(([field, list]) => [field, [...(list ?? [])].sort()]).sort());
}

/** When the stages of each calendar really open, for certificates and orders of different lifetimes. */
export function calendarFalls(book: CalendarBook): CalendarFall[] {
  return book.calendars.flatMap((calendar) => lifetimes.map((days) => fallOf(calendar, days)));
}

function fallOf(calendar: CalendarShown, lifetimeDays: number): CalendarFall {
  const endsAt = lifetimeDays * dayMs;
  const stages = calendar.stages as readonly Stage[];
  const cadence = {
    version: '',
    stagesByKind: { [calendar.kind]: stages },
    silentWhenCoverageEndsWithinDays: 0,
  };
  const windows = stageWindows(calendar.kind, { beganAt: 0, endsAt, inviteFrom: null }, cadence);
  return {
    calendar: calendar.id,
    lifetimeDays,
    stages: calendar.stages.map((stage) => {
      const window = windows.find((one) => one.stage.id === stage.id);
      if (window) return { id: stage.id, opensDaysBefore: (endsAt - window.opens) / dayMs, why: null };
      const share = stage.share ?? 1;
      const isShrunk = stage.daysBefore > 0 && Math.floor(share * lifetimeDays + 1e-9) < 1;
      return { id: stage.id, opensDaysBefore: null, why: isShrunk ? 'shrunk' : 'merged' };
    }),
  };
}

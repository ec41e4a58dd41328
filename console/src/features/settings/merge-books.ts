import type { CalendarBook, CalendarShown, CalendarStage } from '../../../../contract/settings.ts';
import { asked } from './book-changes.ts';
import { inOrder } from './calendar-edits.ts';
import { isSame } from './same.ts';

export type Side = 'mine' | 'theirs';

/** Something that both have changed, each in another way; undefined: taken away. */
export type Conflict = { readonly unit: string; readonly calendar: CalendarShown } & (
  | {
      readonly what: 'stage';
      readonly mine: CalendarStage | undefined;
      readonly theirs: CalendarStage | undefined;
    }
  | {
      readonly what: 'calendar';
      readonly mine: CalendarShown | undefined;
      readonly theirs: CalendarShown | undefined;
    }
);

export interface MergedBooks {
  readonly book: CalendarBook;
  readonly conflicts: readonly Conflict[];
}

/**
 * Two edits of one version brought together: what only one has changed is taken, what both have changed is as `choices`
 * say by the conflict's unit, and mine while they say nothing.
 */
export function mergeBooks(
  { base, mine, theirs }: { base: CalendarBook; mine: CalendarBook; theirs: CalendarBook },
  choices: Readonly<Record<string, Side>>,
): MergedBooks {
  const conflicts: Conflict[] = [];
  const ids = orderOf(base, mine, theirs);
  const calendars = ids.flatMap((id) => {
    const [b, m, t] = [find(base, id), find(mine, id), find(theirs, id)];
    const unit = `calendar ${id}`;
    const head = pick(headOf(b), headOf(m), headOf(t));
    if (head === 'both') conflicts.push({ unit, what: 'calendar', calendar: (m ?? t)!, mine: m, theirs: t });
    const side = head === 'both' ? (choices[unit] ?? 'mine') : head;
    const chosen = side === 'mine' ? m : t;
    if (!chosen) return [];
    return [{ ...chosen, stages: mergeStages({ b, m, t, chosen }, choices, conflicts) }];
  });
  const [from, own, other] = [base, mine, theirs].map((book) => book.silentWhenCoverageEndsWithinDays);
  return {
    book: { calendars, silentWhenCoverageEndsWithinDays: (own === from ? other : own)! },
    conflicts,
  };
}

/** Whose to take: the one that has changed; `both` where each did otherwise. */
function pick(base: unknown, mine: unknown, theirs: unknown): Side | 'both' {
  if (isSame(mine, base)) return 'theirs';
  return isSame(theirs, base) || isSame(mine, theirs) ? 'mine' : 'both';
}

function find(book: CalendarBook, id: string): CalendarShown | undefined {
  return book.calendars.find((one) => one.id === id);
}

function headOf(calendar: CalendarShown | undefined): unknown {
  return calendar && { name: calendar.name, when: asked(calendar) };
}

interface Sides {
  readonly b: CalendarShown | undefined;
  readonly m: CalendarShown | undefined;
  readonly t: CalendarShown | undefined;
  readonly chosen: CalendarShown;
}

function mergeStages(
  { b, m, t, chosen }: Sides,
  choices: Readonly<Record<string, Side>>,
  conflicts: Conflict[],
): CalendarStage[] {
  // A calendar that one has taken away and the other kept is kept as it is there.
  if (!m || !t) return chosen.stages;
  const ids = new Set([...m.stages, ...t.stages].map(({ id }) => id));
  const stages = [...ids].flatMap((id) => {
    const [old, mine, theirs] = [b, m, t].map((one) => one?.stages.find((stage) => stage.id === id));
    const unit = `stage ${chosen.id} ${id}`;
    const side = pick(old, mine, theirs);
    if (side === 'both') conflicts.push({ unit, what: 'stage', calendar: chosen, mine, theirs });
    const kept = (side === 'both' ? (choices[unit] ?? 'mine') : side) === 'mine' ? mine : theirs;
    return kept ? [kept] : [];
  });
  return inOrder(stages);
}

/** The order of whoever has changed it; what only the other has stands where it stood there. */
function orderOf(base: CalendarBook, mine: CalendarBook, theirs: CalendarBook): string[] {
  const ids = (book: CalendarBook) => book.calendars.map(({ id }) => id);
  const isMineMoved = !isSame(ids(mine), ids(base));
  const [first, second] = isMineMoved ? [ids(mine), ids(theirs)] : [ids(theirs), ids(mine)];
  const order = [...first];
  for (const [i, id] of second.entries()) {
    if (order.includes(id)) continue;
    const next = second.slice(i + 1).find((other) => order.includes(other));
    order.splice(next === undefined ? order.length : order.indexOf(next), 0, id);
  }
  return order;
}

import type { PlanLine } from '../cadence/plan-line.ts';

/** The last word of the plan on one touch. */
export interface TouchWord {
  readonly day: string;
  readonly cell: number;
  readonly state: PlanLine['state'];
  readonly reason: string;
}

export type ChangeKind = 'added' | 'gone' | 'moved' | 'due' | 'held' | 'suppressed';

/**
 * How one touch's last word became another: new in the plan, no longer in it, on another day, or in another state;
 * null when nothing of it is news. `today`: what was told of the days before it is over; `until`: the first day that
 * the plan before did not reach.
 */
export function planChange(
  was: TouchWord | undefined,
  is: TouchWord | undefined,
  span: { readonly today: string; readonly until: string },
): ChangeKind | null {
  if (is === undefined) return was === undefined || was.day < span.today ? null : 'gone';
  if (was === undefined) return is.day >= span.until ? null : 'added';
  if (was.state !== is.state) return is.state;
  if (was.state !== 'due' && was.reason !== is.reason) return is.state;
  // What stays silent is told again on each day's plan; that is no news.
  if (was.day < span.today && is.state !== 'due') return null;
  return was.day === is.day ? null : 'moved';
}

/** Why something of the plan became stale, as the database wrote it down. */
export interface StaleNote {
  readonly customer: string;
  readonly order: string | null;
  readonly cause: string;
  readonly ref: string | null;
}

export interface ChangeCause {
  readonly cause: string;
  readonly ref: string | null;
}

/**
 * Why a touch changed: what was said of its order, else of its customer, else of somebody at the same addresses, else
 * what holds for everybody (`otherwise`).
 */
export function changeCause(
  touch: { readonly customer: string; readonly order: string },
  notes: readonly StaleNote[],
  otherwise: ChangeCause | null,
): ChangeCause {
  const own = notes.filter((note) => note.customer === touch.customer);
  const note = own.findLast((one) => one.order === touch.order) ?? own.findLast((one) => one.order === null);
  if (note !== undefined) return { cause: note.cause, ref: note.ref };
  if (otherwise !== null) return otherwise;
  return { cause: notes.length > 0 ? 'together' : 'time', ref: null };
}

import type { ClockAudience } from '../inventory/clock-audience.ts';
import type { Cadence } from './cadence.ts';
import type { Calendar, CalendarConditions } from './calendar.ts';
import type { ClockFacts } from './clock-facts.ts';
import type { Stage } from './stage.ts';

/** What decides which calendar a clock has. */
export type ClockOfCalendar = Pick<ClockFacts, 'kind' | 'audience'>;

/** The stages of one clock, and since when they are the ones for it. */
export type ChosenCalendar = Pick<Calendar, 'stages' | 'since'>;

/**
 * The calendar of a clock: the first of its kind whose conditions all hold, else the general one of its kind; undefined
 * where the cadence does not speak for the kind. A condition on what the inventory does not know does not hold.
 */
export function calendarFor(
  { kind, audience }: ClockOfCalendar,
  cadence: Cadence,
): ChosenCalendar | undefined {
  const special = cadence.special?.find(
    (calendar) => calendar.kind === kind && audience !== undefined && isFor(calendar.when, audience),
  );
  if (special !== undefined) return special;
  const stages = cadence.stagesByKind[kind];
  if (stages === undefined) return undefined;
  const since = cadence.sinceByKind?.[kind];
  return { stages, ...(since === undefined ? {} : { since }) };
}

/** The stage that the ledger knows by this number, also under a number that it had before it was moved. */
export function stageOfNumber(clock: ClockOfCalendar, number: number, cadence: Cadence): Stage | undefined {
  const stages = calendarFor(clock, cadence)?.stages ?? [];
  return (
    stages.find(({ daysBefore }) => daysBefore === number) ??
    stages.find(({ formerly }) => formerly?.some((one) => one.number === number) === true)
  );
}

/** Whether all conditions hold. Words are compared without regard to case. */
export function isFor(when: CalendarConditions, audience: ClockAudience): boolean {
  return (
    isAmong(when.authorities, audience.authority) &&
    isAmong(when.families, audience.family) &&
    isAmong(when.products, audience.product) &&
    isAmong(when.levels, audience.level) &&
    isAmong(when.customers, audience.customer) &&
    isAmong(when.customerKinds, audience.customerKind) &&
    isAmong(when.divisions, audience.division) &&
    isAmong(when.countries, audience.country) &&
    isAmong(when.owners, audience.owner)
  );
}

function isAmong(wanted: readonly string[] | undefined, value: string | null): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value !== null && wanted.some((one) => one.toLowerCase() === value.toLowerCase());
}

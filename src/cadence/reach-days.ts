import type { Cadence } from './cadence.ts';

/** How many days before the end the earliest stage of any calendar can open. */
export function reachDays({ stagesByKind, special = [] }: Cadence): number {
  const stages = [...Object.values(stagesByKind), ...special.map((calendar) => calendar.stages)].flat();
  return Math.max(0, ...stages.map(({ daysBefore }) => daysBefore));
}
